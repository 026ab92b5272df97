// New things in the tenant.
import type { AcquireStore, Agent, ApiKey, Case, CaseHistory, CaseUser, Contact, Message } from './store.ts';

export function addKey(store: AcquireStore): { readonly secret: string; readonly key: ApiKey } {
  const id = store.next.key();
  const key: ApiKey = { id, name: `Integration ${id}` };
  const secret = `mock-acquire-key-${id}`;
  store.keys.set(secret, key);
  return { secret, key };
}

/** Every second agent is online. */
export function addAgent(store: AcquireStore): Agent {
  const id = store.next.agent();
  const agent: Agent = { id, name: `Agent ${id}`, email: `agent-${id}@example.com`, online: id % 2 === 1 };
  store.agents.set(id, agent);
  return agent;
}

export function addDepartment(store: AcquireStore): number {
  const id = store.next.department();
  store.departments.set(id, [addAgent(store).id]);
  return id;
}

export function addContact(store: AcquireStore): Contact {
  const contact = { id: store.next.contact(), createdAt: store.now(), device: null, companyId: null };
  store.contacts.set(contact.id, contact);
  return contact;
}

/** An active chat of a new contact, answered by a new agent. */
export function addCase(store: AcquireStore): Case {
  return openCase(store, addContact(store), addAgent(store), null);
}

/** One that follows another, was closed and is open again; everybody in it is known better. */
export function addReopenedCase(store: AcquireStore): Case {
  const parent = addCase(store);
  const agent = addAgent(store);
  const contact: Contact = {
    ...parent.contact,
    device: { vendor: 'Fairphone', model: '5' },
    companyId: store.next.company(),
  };
  const reopened = openCase(store, contact, agent, {
    parentId: parent.id,
    queueId: store.next.queue(),
    userId: agent.id,
    closedBy: agent.id,
  });
  addJoiner(store, reopened, addKey(store).key);
  return reopened;
}

/** A key that joins is an agent of its own. */
export function addJoiner(store: AcquireStore, theCase: Case, { id: userId, name }: ApiKey): void {
  const addedAt = store.now();
  const id = store.next.caseUser();
  theCase.users.push({ id, kind: 'key', userId, name, email: '', status: 'joined', addedAt, profile: null });
  theCase.updatedAt = addedAt;
}

export function openCase(
  store: AcquireStore,
  contact: Contact,
  agent: Agent,
  past: Omit<CaseHistory, 'closedAt'> | null,
): Case {
  const openedAt = store.now();
  const history = past && { ...past, closedAt: store.now() };
  const answeredAt = store.now();
  const opened: Case = {
    id: store.next.case(),
    timelineId: store.next.timeline(),
    visitId: store.next.visit(),
    contact,
    openedAt,
    answeredAt,
    closedAt: null,
    updatedAt: answeredAt,
    history,
    users: [agentUser(store, agent, openedAt, history), contactUser(store, contact, openedAt)],
    messages: [],
  };
  store.cases.set(opened.id, opened);
  const text = 'The visitor is waiting for an agent.';
  const sender = { senderId: contact.id, senderType: 'contact' } as const;
  const first = addMessage(store, opened, { channel: 'chat', type: 'event', text, ...sender });
  if (history !== null) opened.messages.splice(0, 1, { ...first, editedAt: store.now() });
  return opened;
}

function agentUser(
  store: AcquireStore,
  { id: userId, name, email }: Agent,
  addedAt: string,
  history: CaseHistory | null,
): CaseUser {
  const profile = history && { accessLevel: 'agent', note: 'knows the case' };
  return {
    id: store.next.caseUser(),
    kind: 'agent',
    userId,
    name,
    email,
    status: 'active',
    addedAt,
    profile,
  };
}

function contactUser(store: AcquireStore, { id }: Contact, addedAt: string): CaseUser {
  return {
    id: store.next.caseUser(),
    kind: 'contact',
    userId: id,
    name: `#${id}`,
    email: '',
    status: 'active',
    addedAt,
    profile: null,
  };
}

export function addMessage(
  store: AcquireStore,
  to: Case,
  message: Omit<Message, 'id' | 'addedAt' | 'editedAt'>,
): Message {
  const added: Message = { ...message, id: store.next.message(), addedAt: store.now(), editedAt: null };
  to.messages.push(added);
  to.updatedAt = added.addedAt;
  return added;
}
