// A case as it stands in answers.
import type { components } from '../../../generated/acquire.ts';
import type { Case, CaseUser, Message } from './store.ts';

type Schemas = components['schemas'];
type CommonCase = Omit<Schemas['JoinedCase'], 'meta' | 'queueOrder' | 'parentId' | 'users' | 'lastMessage'>;
type CommonUser = Omit<Schemas['MessageCaseUser'], 'caseId' | 'user'>;

/** The members that the answers to joining and to adding a message share. */
export function caseView(theCase: Case): CommonCase {
  return {
    dateCreated: theCase.openedAt,
    dateUpdated: theCase.updatedAt,
    id: theCase.id,
    contactId: theCase.contact.id,
    closedBy: theCase.history?.closedBy ?? null,
    visitId: theCase.visitId,
    title: `#${theCase.contact.id} has opened a chat`,
    description: theCase.messages[0]?.text ?? '',
    channel: 'chat',
    status: theCase.closedAt === null ? 'active' : 'closed',
    closingState: 'handled',
    dateQueue: theCase.openedAt,
    datePending: theCase.openedAt,
    dateActive: theCase.answeredAt,
    dateClosed: theCase.closedAt ?? theCase.history?.closedAt ?? null,
    queueId: theCase.history?.queueId ?? null,
    userId: theCase.history?.userId ?? null,
    waitTime: (Date.parse(theCase.answeredAt) - Date.parse(theCase.openedAt)) / 1000,
    // A thread is named after its first case.
    threadId: theCase.history?.parentId ?? theCase.id,
  };
}

export function lastMessageView(theCase: Case, message: Message): Schemas['JoinedCase']['lastMessage'] {
  return {
    id: message.id,
    caseId: theCase.id,
    channel: message.channel,
    senderId: message.senderId,
    senderType: message.senderType,
    type: message.type,
    message: message.text,
    dateCreated: message.addedAt,
    dateUpdated: message.editedAt,
    seen: 'yes',
    meta: {},
  };
}

export function caseUserView(user: CaseUser): CommonUser {
  return {
    id: user.id,
    type: user.kind === 'contact' ? 'contact' : 'user',
    userId: user.userId,
    role: 'owner',
    status: user.status,
    dateCreated: user.addedAt,
    dateLastAssigned: user.status === 'joined' ? null : user.addedAt,
    closed: 'no',
    meta: user.profile === null ? null : { note: user.profile.note },
  };
}

/** A person as an agent is described: eleven members. */
export function agentView(
  id: number,
  name: string,
  email: string,
  accessLevel: string | null = null,
): Schemas['AddedMessage']['sender'] {
  return {
    roles: [],
    id,
    name,
    firstName: name,
    lastName: '',
    photo: '',
    email,
    clientId: '',
    parentId: 0,
    type: 'user',
    accessLevel,
  };
}

export function contactPersonView(user: CaseUser): Schemas['JoinedCaseUser']['user'] {
  return { type: 'contact', id: user.userId, name: user.name, photo: null };
}

export function personView(user: CaseUser): Schemas['JoinedCaseUser']['user'] {
  if (user.kind === 'contact') return contactPersonView(user);
  return agentView(user.userId, user.name, user.email, user.profile?.accessLevel);
}
