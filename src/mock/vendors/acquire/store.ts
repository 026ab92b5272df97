// What the Acquire tenant holds.
import type { Clock } from '../../clock.ts';
import { countFrom, type IdSequence } from '../../id-sequence.ts';

/** An API key acts as an agent of its own, with an id and a name. */
export interface ApiKey {
  readonly id: number;
  readonly name: string;
}

export interface Agent {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly online: boolean;
}

export interface Contact {
  readonly id: number;
  readonly createdAt: string;
  /** Null at a desktop computer. */
  readonly device: { readonly vendor: string; readonly model: string } | null;
  readonly companyId: number | null;
}

export interface CaseUser {
  readonly id: number;
  readonly kind: 'agent' | 'contact' | 'key';
  readonly userId: number;
  readonly name: string;
  readonly email: string;
  readonly status: 'active' | 'joined';
  readonly addedAt: string;
  /** What somebody noted of them; null where nobody did. */
  readonly profile: { readonly accessLevel: string; readonly note: string } | null;
}

export interface Message {
  readonly id: number;
  readonly channel: 'chat' | 'mail' | 'voip';
  readonly type: string;
  readonly text: string;
  readonly senderId: number;
  readonly senderType: 'user' | 'contact';
  readonly addedAt: string;
  readonly editedAt: string | null;
}

/** What a case has been through that is open again. */
export interface CaseHistory {
  readonly parentId: number;
  readonly queueId: number;
  /** The agent it was assigned to. */
  readonly userId: number;
  readonly closedBy: number;
  readonly closedAt: string;
}

export interface Case {
  readonly id: number;
  readonly timelineId: number;
  readonly visitId: number;
  readonly contact: Contact;
  readonly openedAt: string;
  readonly answeredAt: string;
  closedAt: string | null;
  updatedAt: string;
  /** Null of a new case. */
  readonly history: CaseHistory | null;
  readonly users: CaseUser[];
  readonly messages: Message[];
}

/** Names of the sequences that ids come from. */
type Kind =
  | 'key'
  | 'agent'
  | 'department'
  | 'contact'
  | 'case'
  | 'caseUser'
  | 'message'
  | 'visit'
  | 'timeline'
  | 'queue'
  | 'company';

export interface AcquireStore {
  readonly keys: Map<string, ApiKey>;
  readonly agents: Map<number, Agent>;
  /** Ids of the agents of each department. */
  readonly departments: Map<number, readonly number[]>;
  readonly contacts: Map<number, Contact>;
  readonly cases: Map<number, Case>;
  readonly mailboxes: Set<string>;
  readonly phoneNumbers: Set<string>;
  readonly next: Readonly<Record<Kind, IdSequence>>;
  readonly now: () => string;
}

export function createStore(clock: Clock): AcquireStore {
  return {
    keys: new Map(),
    agents: new Map(),
    departments: new Map(),
    contacts: new Map(),
    cases: new Map(),
    mailboxes: new Set(),
    phoneNumbers: new Set(),
    next: {
      key: countFrom(901),
      agent: countFrom(311),
      department: countFrom(71),
      contact: countFrom(810_001),
      case: countFrom(40_001),
      caseUser: countFrom(71_001),
      message: countFrom(55_001),
      visit: countFrom(9_101),
      timeline: countFrom(93_001),
      queue: countFrom(31),
      company: countFrom(2_201),
    },
    now: () => clock().toISOString(),
  };
}
