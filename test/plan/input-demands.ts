// What is asked of input, read off the documents: for every place they name, what is sent, or why nothing is.

/** An exchange of the plan by its slug, or why there is none. */
export type Answer = string | { readonly impossible: string };

const impossible = (why: string): Answer => ({ impossible: why });

const ANY_TEXT = impossible('in a query every value is text');
const SAMPLED = impossible('its type is only sampled, and nothing forbids another');
const OPEN = impossible('no set of values is closed');

/** Of one documented place: without it, of another type, outside a closed set, and each way it may be sent. */
export interface Demands {
  readonly left: Answer;
  readonly type: Answer;
  readonly value: Answer;
  readonly sent: Readonly<Record<string, Answer>>;
}

/** A field that is required, of one type, and of which any value will do. */
function required(slug: string, sent: Demands['sent'] = {}): Demands {
  return { left: `probe-missing-${slug}`, type: `probe-wrong-type-${slug}`, value: OPEN, sent };
}

const MAIL_FIELDS = ['htmlBody', 'subject', 'from', 'contactId', 'caseId'];
const FLAGS = ['enabled', 'showOnRegistration', 'showOnOfflineForm'];
const AGENTS_AND_DEPARTMENTS = 'an-invitation-of-agents-and-departments-to-an-open-case';

/** As the tables and examples have it, place by place. */
export const inputDemands: Readonly<Record<string, Readonly<Record<string, Demands>>>> = {
  'acquire.inviteAgent': {
    caseId: required('caseid', { number: AGENTS_AND_DEPARTMENTS, text: 'variant-caseid-as-text' }),
    department: {
      ...required('department'),
      left: 'an-invitation-of-agents-to-an-open-case',
      sent: { several: AGENTS_AND_DEPARTMENTS, one: 'variant-department-of-one-member' },
    },
    agentIds: {
      ...required('agentids'),
      left: 'an-invitation-of-departments-to-an-open-case',
      sent: { several: AGENTS_AND_DEPARTMENTS, one: 'variant-agentids-of-one-member' },
    },
    'one of both lists': {
      left: 'probe-missing-agentids-and-department',
      type: impossible('it is no place of its own'),
      value: OPEN,
      sent: { both: AGENTS_AND_DEPARTMENTS },
    },
    agentId: {
      left: AGENTS_AND_DEPARTMENTS,
      type: impossible('it is sent only as another reading of agentIds'),
      value: OPEN,
      sent: { several: 'variant-invite-agent-field-agent-id' },
    },
  },
  'acquire.joinChat': {
    caseId: required('caseid'),
    askJoin: {
      left: 'variant-without-askjoin',
      type: SAMPLED,
      value: SAMPLED,
      sent: {
        true: 'a-request-to-join-an-open-case',
        false: impossible('only true is sampled, and nothing says what false would do'),
      },
    },
  },
  'acquire.addChatMessage': {
    'x-user-type': {
      left: 'variant-without-x-user-type',
      type: ANY_TEXT,
      value: 'probe-undocumented-x-user-type',
      sent: {
        user: 'a-chat-message-of-an-agent-to-an-open-case',
        contact: 'a-chat-message-of-the-contact-to-an-open-case',
      },
    },
    contactId: required('contactid'),
    caseId: required('caseid', { inside: 'variant-message-case-id-place-inside' }),
    message: required('message', { text: 'variant-message-field-text' }),
    'message/message': required('message-message'),
    'message/type': {
      ...required('message-type'),
      value: 'probe-undocumented-message-type',
      sent: {
        message: 'a-chat-message-of-an-agent-to-an-open-case',
        note: 'variant-message-type-is-note',
        event: 'variant-message-type-is-event',
        beside: 'variant-message-type-place-top',
      },
    },
    'message/translateLangKey': {
      left: 'a-chat-message-of-an-agent-to-an-open-case',
      type: 'probe-wrong-type-message-translatelangkey',
      value: OPEN,
      sent: {
        inside: 'a-chat-message-to-be-translated-to-an-open-case',
        beside: 'variant-message-translation-place-top',
      },
    },
  },
  'acquire.addMailMessage': {
    data: required('data', { beside: 'variant-mail-nesting-flat' }),
    ...Object.fromEntries(MAIL_FIELDS.map((name) => [name, required(`data-${name.toLowerCase()}`)])),
    to: required('data-to', { several: 'variant-with-several-of-data-to' }),
    cc: required('data-cc', { members: 'variant-with-members-of-data-cc' }),
    bcc: required('data-bcc', { members: 'variant-with-members-of-data-bcc' }),
    attachments: required('data-attachments', { members: impossible('nothing says what an attachment is') }),
    type: { ...required('data-type'), value: 'probe-undocumented-data-type' },
  },
  'acquire.sendSms': {
    'x-user-type': {
      left: 'variant-without-x-user-type',
      type: ANY_TEXT,
      value: 'probe-undocumented-x-user-type',
      sent: {
        user: 'a-text-message-from-a-connected-phone-number-to-the-contact',
        contact: 'variant-x-user-type-is-contact',
      },
    },
    ...Object.fromEntries(
      ['From', 'To', 'Body', 'threadId', 'timelineId'].map((name) => [name, required(name.toLowerCase())]),
    ),
    contactId: { ...required('contactid'), left: 'variant-without-contactid' },
  },
  'genesys.inviteAgentToChat': {
    operationName: { ...required('operationname'), value: 'probe-undocumented-operationname' },
    targetUri: required('targeturi'),
  },
  'rocketchat.registerDepartment': {
    department: { ...required('department'), left: 'agents-without-a-department' },
    'department/name': { ...required('department-name'), left: 'a-new-department-without-a-name' },
    'department/email': required('department-email'),
    ...Object.fromEntries(
      FLAGS.map((name) => [
        `department/${name}`,
        required(`department-${name.toLowerCase()}`, {
          'the other value': `variant-department-${name.toLowerCase()}-is-${name === 'enabled'}`,
        }),
      ]),
    ),
    'department/description': {
      left: 'a-new-department-with-one-agent',
      type: 'probe-wrong-type-department-description',
      value: OPEN,
      sent: { alone: 'variant-with-department-description' },
    },
    agents: {
      left: 'variant-without-agents',
      type: 'probe-wrong-type-agents',
      value: OPEN,
      sent: { one: 'a-new-department-with-one-agent', several: 'a-new-department-with-two-agents' },
    },
    'agents/agentId': {
      left: 'variant-without-agents-0-agentid',
      type: 'probe-wrong-type-agents-0-agentid',
      value: OPEN,
      sent: {},
    },
    ...Object.fromEntries(
      ['count', 'order'].map((name) => [
        `agents/${name}`,
        {
          left: 'a-new-department-with-one-agent',
          type: `probe-wrong-type-agents-0-${name}`,
          value: OPEN,
          sent: { alone: `variant-with-agents-0-${name}` },
        },
      ]),
    ),
  },
};

/** Without each credential, without all, and with a value of each that is nobody's. */
export const credentialDemands: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    [
      ...['acquire.inviteAgent', 'acquire.joinChat', 'acquire.addChatMessage', 'acquire.addMailMessage'],
      ...['acquire.sendSms', 'genesys.inviteAgentToChat'],
    ].map((id) => [id, ['probe-no-credentials', 'probe-wrong-credentials']]),
  ),
  'rocketchat.registerDepartment': [
    'a-new-department-from-nobody',
    'probe-without-x-auth-token',
    'probe-without-x-user-id',
    'probe-wrong-credentials',
    'a-new-department-from-a-user-with-a-wrong-token',
    'probe-wrong-x-user-id',
  ],
};

/** What is sent besides: things in another state, what comes of an accepted request, who may not, several at once. */
export const otherwiseSent: Readonly<Record<string, readonly string[]>> = {
  'acquire.joinChat': ['a-request-to-join-one-that-was-closed-and-is-open-again'],
  'acquire.addChatMessage': ['a-chat-message-to-a-closed-case', 'a-chat-message-to-a-reopened-case'],
  'acquire.addMailMessage': [
    'a-mail-from-a-connected-mailbox-about-an-open-case',
    'a-mail-to-several-recipients-with-copies-about-an-open-case',
    'a-mail-from-a-mailbox-that-is-not-connected',
  ],
  'acquire.sendSms': ['a-text-message-from-a-phone-number-that-is-not-connected'],
  'genesys.inviteAgentToChat': ['an-invitation-that-is-carried-out', 'an-invitation-that-comes-to-nothing'],
  'rocketchat.registerDepartment': ['a-new-department-from-a-user-without-permission'],
};
