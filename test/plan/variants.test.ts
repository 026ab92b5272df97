// What is sent to be accepted besides the contracts. The expectations are read off the documents.
import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/model/json.ts';
import { valueAt } from '../../src/model/json-pointer.ts';
import type { OutgoingRequest } from '../../src/model/plan.ts';
import { operations } from '../fixtures/committed-suite.ts';
import { plannedIn, planOf, slugsIn, variantsIn } from './example-target.ts';
import { differences } from './request-differences.ts';

/** The place, what stands there (nothing where it is left out), and the lines that allow it. */
type Expected = readonly [place: string, value: Json | undefined, from: number, to: number];

const MAIL_TEXT = '<p>Thank you for your question. We are looking into it.</p>';

/** Sent in the form of another reading: what one reading has at one place, the other has elsewhere. */
const ANOTHER_FORM = /-(agent-id|flat|text|inside|top)$/;

const EXPECTED: Readonly<Record<string, Readonly<Record<string, Expected>>>> = {
  // The table types the case id as text, the sample sends a number; both lists are arrays of any length. Agents
  // alone and departments alone are described by the contract.
  'acquire.inviteAgent': {
    'caseid-as-text': ['body#/caseId', '22', 23, 23],
    'department-of-one-member': ['body#/department', [2], 24, 24],
    'agentids-of-one-member': ['body#/agentIds', [1], 25, 25],
    'invite-agent-field-agent-id': ['body#/agentId', [1, 11, 26], 7, 7],
  },
  // Only caseId is said to be needed; what askJoin being false means, nothing says.
  'acquire.joinChat': { 'without-askjoin': ['body#/askJoin', undefined, 9, 9] },
  // x-user-type has no star, and the prose lists three types of message. The contact as sender and a translation
  // are described by the contract.
  'acquire.addChatMessage': {
    'without-x-user-type': ['query.x-user-type', undefined, 17, 21],
    'message-type-is-note': ['body#/message/type', 'note', 9, 9],
    'message-type-is-event': ['body#/message/type', 'event', 9, 9],
    'message-field-text': ['body#/message', 'Hey added from the api', 71, 75],
    'message-case-id-place-inside': ['body#/message/caseId', 2069, 9, 9],
    'message-type-place-top': ['body#/type', 'message', 9, 9],
    'message-translation-place-top': ['body#/translateLangKey', 'fr', 47, 51],
  },
  // Every row is starred; lists of addresses have any length, and data may be read not to hold the others.
  'acquire.addMailMessage': {
    'with-members-of-data-bcc': ['body#/data/bcc', ['hidden@example.com'], 246, 250],
    'with-members-of-data-cc': ['body#/data/cc', ['copy@example.com'], 252, 256],
    'with-several-of-data-to': ['body#/data/to', ['one@example.com', 'two@example.com'], 264, 268],
    'mail-nesting-flat': ['body#/htmlBody', MAIL_TEXT, 228, 232],
  },
  // No row is starred, and the number says who the contact is; a sender is user or contact.
  'acquire.sendSms': {
    'without-x-user-type': ['query.x-user-type', undefined, 314, 318],
    'x-user-type-is-contact': ['query.x-user-type', 'contact', 314, 318],
    'without-contactid': ['body#/contactId', undefined, 338, 342],
  },
  // One value of one parameter, and an address.
  'genesys.inviteAgentToChat': {},
  // Three booleans of which both values are stated, and what is not marked required. Several agents are described by
  // the contract.
  'rocketchat.registerDepartment': {
    'department-enabled-is-true': ['body#/department/enabled', true, 60, 63],
    'department-showonregistration-is-false': ['body#/department/showOnRegistration', false, 65, 68],
    'department-showonofflineform-is-false': ['body#/department/showOnOfflineForm', false, 80, 83],
    'with-department-description': [
      'body#/department/description',
      'Questions about orders and deliveries',
      85,
      88,
    ],
    'without-agents': ['body#/agents', undefined, 90, 93],
    'without-agents-0-agentid': ['body#/agents/0/agentId', undefined, 96, 99],
    'with-agents-0-count': ['body#/agents/0/count', 0, 101, 104],
    'with-agents-0-order': ['body#/agents/0/order', 0, 106, 109],
  },
};

/** What cannot be sent: attachments are a list, and nothing says of what. */
const LACKING: Readonly<Record<string, readonly string[]>> = {
  'acquire.addMailMessage': ['no document tells what a member of /data/attachments in the body looks like'],
};

function sentAt({ query, body }: OutgoingRequest, place: string): Json | undefined {
  if (place.startsWith('query.')) return query.find(([name]) => `query.${name}` === place)?.[1];
  const parsed: Json = JSON.parse(body ?? 'null');
  return valueAt(parsed, place.slice('body#'.length));
}

describe.each(operations.map(({ id }) => [id] as const))('%s', (id) => {
  const expected = EXPECTED[id] ?? {};

  it('is sent the variants its document allows, and no others', async () => {
    expect(slugsIn(await planOf([id]), id).toSorted()).toEqual(Object.keys(expected).toSorted());
  });

  it('is sent variants that differ from a good request in one thing only', async () => {
    const plan = await planOf([id]);
    for (const { origin, request, id: name } of variantsIn(plan)) {
      const base = plannedIn(plan).find(
        (one) => origin.kind === 'variant' && one.id === `${id}/${origin.basedOn}`,
      );
      const [place = '', value] = expected[name.replace(`${id}/variant-`, '')] ?? [];
      expect(base?.intent).toEqual({ kind: 'accepted', outcome: 'success' });
      if (base !== undefined && !ANOTHER_FORM.test(name))
        expect(differences(base.request, request), name).toEqual([place]);
      expect(sentAt(request, place), name).toEqual(value);
    }
  });

  it('is told where its document allows each', async () => {
    const told = variantsIn(await planOf([id])).map(({ intent }) =>
      intent.kind === 'accepted' ? [intent.variant?.field, intent.variant?.source.lines] : undefined,
    );
    expect(told.toSorted()).toEqual(
      Object.values(expected)
        .map(([place, , from, to]) => [place, [from, to]])
        .toSorted(),
    );
  });

  it('is not sent what nobody has a value for, and the plan says why', async () => {
    const { exchanges } = await planOf([id]);
    const reasons = exchanges.flatMap((one) => (one.kind === 'unplanned' ? [one.reason] : []));
    expect(reasons).toEqual(LACKING[id] ?? []);
  });
});
