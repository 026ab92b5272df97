import type { components, operations } from '../../../generated/acquire.ts';
import type { Json } from '../../../model/json.ts';
import { childOf } from '../../../model/json-pointer.ts';
import { asJson, idOf, textAt } from '../../json-values.ts';
import type { Behaviour, Call } from '../../mock-vendor.ts';
import { parameterValue } from '../../request-value.ts';
import { agentView, caseUserView, caseView, contactPersonView } from './case-view.ts';
import { addMessage } from './populate.ts';
import { activeCase, invalidInput } from './problems.ts';
import type { AcquireStore, Case, CaseUser, Contact, Message } from './store.ts';

type Answer = operations['addChatMessage']['responses'][200]['content']['application/json'];
type Schemas = components['schemas'];

export function addChatMessage(store: AcquireStore): Behaviour {
  return (call) => {
    const sent = readMessage(call.request.body);
    const theCase = activeCase(store, sent.caseId, call.letsThrough);
    if ('refused' in theCase) return theCase.refused;
    const { found } = theCase;
    const contactId = idOf(queryValue(call, 'contactId'));
    if (contactId !== undefined && contactId !== found.contact.id)
      return invalidInput('contactId is not the contact of the case');
    if (sent.text === undefined) return invalidInput('message is required');
    const { senderType, senderId, name } = senderOf(store, call, found);
    const { type, text } = sent;
    const added = addMessage(store, found, { channel: 'chat', type, text, senderId, senderType });
    const answer: Answer = { data: addedMessage(found, added, name) };
    return { kind: 'success', body: asJson(answer) };
  };
}

interface Sender extends Pick<Message, 'senderType' | 'senderId'> {
  readonly name: string;
}

function senderOf(store: AcquireStore, call: Call, { contact }: Case): Sender {
  if (queryValue(call, 'x-user-type') === 'contact')
    return { senderType: 'contact', senderId: contact.id, name: `#${contact.id}` };
  const key = store.keys.get(call.caller);
  if (key === undefined) throw new Error(`no API key ${call.caller}`);
  return { senderType: 'user', senderId: key.id, name: key.name };
}

interface SentMessage {
  readonly caseId: Json | undefined;
  readonly text: string | undefined;
  readonly type: string;
}

/** The document lists the members of the message both in its object and beside it. */
function readMessage(body: Json | undefined): SentMessage {
  const message = childOf(body, 'message');
  const nested = typeof message === 'string' ? undefined : message;
  return {
    caseId: childOf(body, 'caseId') ?? childOf(nested, 'caseId'),
    text: typeof message === 'string' ? message : textAt(nested, 'message'),
    type: textAt(nested, 'type') ?? textAt(body, 'type') ?? 'message',
  };
}

function queryValue({ route, request }: Call, name: string): string | undefined {
  return parameterValue({ in: 'query', name }, route, request);
}

function addedMessage(theCase: Case, message: Message, senderName: string): Schemas['AddedMessage'] {
  return {
    channel: message.channel,
    senderType: message.senderType,
    senderId: message.senderId,
    type: message.type,
    seen: 'no',
    message: message.text,
    meta: { additionalProp1: {} },
    dateCreated: message.addedAt,
    case: messageCase(theCase),
    sender: { ...agentView(message.senderId, senderName, ''), type: message.senderType },
    dateUpdated: null,
    id: message.id,
    caseId: theCase.id,
    threadId: theCase.history?.parentId ?? theCase.id,
    contactId: theCase.contact.id,
  };
}

function messageCase(theCase: Case): Schemas['MessageCase'] {
  const { contactId: _, ...common } = caseView(theCase);
  return {
    ...common,
    queueOrder: null,
    meta: {},
    parentId: theCase.history?.parentId ?? null,
    contact: contactView(theCase.contact, theCase.updatedAt),
    users: theCase.users.map((user) => userEntry(theCase, user)),
  };
}

function userEntry(theCase: Case, user: CaseUser): Schemas['MessageCaseUser'] {
  return { ...caseUserView(user), caseId: theCase.id, user: personOf(user) };
}

/** Three members fewer than where a case is joined. */
function personOf(user: CaseUser): Schemas['MessageCaseUser']['user'] {
  if (user.kind === 'contact') return contactPersonView(user);
  const {
    parentId: _parent,
    type: _type,
    accessLevel: _level,
    ...person
  } = agentView(user.userId, user.name, user.email);
  return person;
}

function contactView(contact: Contact, updatedAt: string): Schemas['MessageContact'] {
  return {
    dateCreated: contact.createdAt,
    dateUpdated: updatedAt,
    id: contact.id,
    clientType: 'web',
    clientName: 'Firefox',
    clientVersion: '123.0',
    clientOsName: 'Linux',
    clientOsVersion: 'x86_64',
    clientDeviceType: contact.device === null ? 'Desktop' : 'Mobile',
    clientDeviceVendor: contact.device?.vendor ?? null,
    clientDeviceModel: contact.device?.model ?? null,
    clientDetails: {
      ua: 'Mozilla/5.0 (X11; Linux x86_64; rv:123.0) Gecko/20100101 Firefox/123.0',
      engine: { name: 'Gecko', version: '123.0' },
      network: { type: '4g', speed: '9.5' },
    },
    meta: {},
    archive: 'no',
    companyId: contact.companyId,
  };
}
