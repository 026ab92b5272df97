// Acquire beside its document: contacts, cases and messages come and go.

import type { Json } from '../../../model/json.ts';
import { childOf } from '../../../model/json-pointer.ts';
import { queryOf } from '../../answer-sibling.ts';
import { idOf, textAt } from '../../json-values.ts';
import type { Reply, Sibling } from '../../mock-vendor.ts';
import { caseView } from './case-view.ts';
import { addAgent, addContact, addMessage, openCase } from './populate.ts';
import { invalidInput, recordNotFound } from './problems.ts';
import type { AcquireStore, Case } from './store.ts';

export const acquireTroubles = {
  'acquire.stays-open': 'closing a case is confirmed and does not happen',
  'acquire.keeps-messages': 'deleting a message is refused',
} as const;

export function siblings(store: AcquireStore, troubles: ReadonlySet<string>): readonly Sibling[] {
  return [...contactsAndChannels(store), ...cases(store, troubles), ...messages(store, troubles)];
}

/** Ids of what is there; a closed case is history, with all that was said in it. */
export function holdings(store: AcquireStore): Readonly<Record<string, readonly string[]>> {
  const open = [...store.cases.values()].filter(({ closedAt }) => closedAt === null);
  return {
    contacts: [...store.contacts.keys()].map(String),
    cases: open.map(({ id }) => String(id)),
    messages: open.flatMap((one) => one.messages.map(({ id }) => String(id))),
  };
}

function contactsAndChannels(store: AcquireStore): readonly Sibling[] {
  return [
    {
      method: 'GET',
      path: '/api/v1/crm/channel/all',
      answer: () => success({ data: ['chat', 'mail', 'sms'] }),
    },
    {
      method: 'POST',
      path: '/api/v1/crm/objects/contact',
      answer: ({ request: { body } }) =>
        childOf(body, 'fields') === undefined
          ? invalidInput('fields is required')
          : success({ data: { id: addContact(store).id } }),
    },
    {
      method: 'DELETE',
      path: '/api/v1/crm/objects/contact/{id}',
      answer: ({ parameters }) =>
        store.contacts.delete(idOf(parameters['id']) ?? -1)
          ? success({ data: { deleted: 1 } })
          : recordNotFound('Contact'),
    },
  ];
}

function cases(store: AcquireStore, troubles: ReadonlySet<string>): readonly Sibling[] {
  return [
    {
      method: 'POST',
      path: '/api/v1/crm/messenger/chat/create',
      answer: ({ request }) => createChat(store, idOf(queryOf(request, 'contactId')), request.body),
    },
    {
      method: 'POST',
      path: '/api/v1/crm/messenger/chat/close',
      answer: ({ request: { body } }) => closeChat(store, idOf(childOf(body, 'caseId')), troubles),
    },
    {
      method: 'GET',
      path: '/api/v1/crm/objects/case',
      answer: ({ request }) => listCases(store, queryOf(request, 'where') ?? ''),
    },
    {
      method: 'GET',
      path: '/api/v1/crm/objects/case/{id}',
      answer: ({ parameters }) => {
        const found = store.cases.get(idOf(parameters['id']) ?? -1);
        return found === undefined ? recordNotFound('Case') : success({ data: caseView(found) });
      },
    },
  ];
}

function closeChat(store: AcquireStore, caseId: number | undefined, troubles: ReadonlySet<string>): Reply {
  const found = store.cases.get(caseId ?? -1);
  if (found === undefined) return recordNotFound('Case');
  if (found.closedAt !== null) return invalidInput('The case is closed already');
  if (!troubles.has('acquire.stays-open')) found.closedAt = store.now();
  return success({ data: { 0: { caseId: found.id }, userId: 0, userType: 'user' } });
}

/** One call opens the first case of a contact, and another one after that was closed. */
function createChat(store: AcquireStore, contactId: number | undefined, body: Json | undefined): Reply {
  const contact = store.contacts.get(contactId ?? -1);
  if (contact === undefined) return recordNotFound('Contact');
  const earlier = [...store.cases.values()].filter((one) => one.contact.id === contact.id).at(-1);
  const opened = earlier?.closedAt === null ? earlier : openAnother(store, contact, earlier);
  const text = textAt(childOf(body, 'message'), 'message') ?? '';
  const sender = { senderId: contact.id, senderType: 'contact' } as const;
  addMessage(store, opened, { channel: 'chat', type: 'message', text, ...sender });
  const { id, timelineId } = opened;
  return success({ data: { id, threadId: opened.history?.parentId ?? id, timelineId, isCaseJoined: 'no' } });
}

function openAnother(store: AcquireStore, contact: Case['contact'], earlier: Case | undefined): Case {
  const agent = addAgent(store);
  if (earlier === undefined) return openCase(store, contact, agent, null);
  const { id: userId } = agent;
  return openCase(store, contact, agent, {
    parentId: earlier.id,
    queueId: store.next.queue(),
    userId,
    closedBy: userId,
  });
}

/** `member|eq|value`. */
function listCases(store: AcquireStore, where: string): Reply {
  const [member = '', comparison, value] = where.split('|');
  if (where !== '' && comparison !== 'eq') return invalidInput('where is invalid');
  const found = [...store.cases.values()]
    .map(caseView)
    .filter((view) => where === '' || String(childOf({ ...view }, member)) === value);
  return success({ data: { page: 1, offset: 0, limit: 50, count: found.length, data: found.slice(0, 50) } });
}

function messages(store: AcquireStore, troubles: ReadonlySet<string>): readonly Sibling[] {
  const path = '/api/v1/crm/objects/case-message/{id}';
  const locate = (id: number | undefined) =>
    [...store.cases.values()].find((one) => one.messages.some((message) => message.id === id));
  return [
    {
      method: 'GET',
      path,
      answer: ({ parameters }) => {
        const id = idOf(parameters['id']);
        return locate(id) === undefined ? recordNotFound('Message') : success({ data: { id: id ?? null } });
      },
    },
    {
      method: 'DELETE',
      path,
      answer: ({ parameters }) => {
        const id = idOf(parameters['id']);
        const found = locate(id);
        if (found === undefined) return recordNotFound('Message');
        if (troubles.has('acquire.keeps-messages')) return invalidInput('Messages cannot be deleted');
        found.messages.splice(
          found.messages.findIndex((message) => message.id === id),
          1,
        );
        return success({ data: { deleted: 1 } });
      },
    },
  ];
}

function success(body: Json): Reply {
  return { kind: 'success', body };
}
