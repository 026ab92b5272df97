// New things in the tenant.
import type { AcquireStore, Agent, ApiKey, Case, CaseUser, Contact, Message } from './store.ts';

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

/** An active chat of a new contact, answered by a new agent. */
export function addCase(store: AcquireStore): Case {
  const openedAt = store.now();
  const answeredAt = store.now();
  const contact = { id: store.next.contact(), createdAt: openedAt };
  const opened: Case = {
    id: store.next.case(),
    timelineId: store.next.timeline(),
    visitId: store.next.visit(),
    contact,
    openedAt,
    answeredAt,
    closedAt: null,
    updatedAt: answeredAt,
    users: [agentUser(store, addAgent(store), openedAt), contactUser(store, contact)],
    messages: [],
  };
  store.cases.set(opened.id, opened);
  const text = 'The visitor is waiting for an agent.';
  addMessage(store, opened, {
    channel: 'chat',
    type: 'event',
    text,
    senderId: contact.id,
    senderType: 'contact',
  });
  return opened;
}

function agentUser(store: AcquireStore, agent: Agent, addedAt: string): CaseUser {
  const { id: userId, name, email } = agent;
  return { id: store.next.caseUser(), kind: 'agent', userId, name, email, status: 'active', addedAt };
}

function contactUser(store: AcquireStore, { id, createdAt }: Contact): CaseUser {
  return {
    id: store.next.caseUser(),
    kind: 'contact',
    userId: id,
    name: `#${id}`,
    email: '',
    status: 'active',
    addedAt: createdAt,
  };
}

export function addMessage(store: AcquireStore, to: Case, message: Omit<Message, 'id' | 'addedAt'>): Message {
  const added: Message = { ...message, id: store.next.message(), addedAt: store.now() };
  to.messages.push(added);
  to.updatedAt = added.addedAt;
  return added;
}
