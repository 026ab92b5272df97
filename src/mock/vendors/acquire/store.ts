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
}

export interface CaseUser {
  readonly id: number;
  readonly kind: 'agent' | 'contact' | 'key';
  readonly userId: number;
  readonly name: string;
  readonly email: string;
  readonly status: 'active' | 'joined';
  readonly addedAt: string;
}

export interface Message {
  readonly id: number;
  readonly channel: 'chat' | 'mail' | 'voip';
  readonly type: string;
  readonly text: string;
  readonly senderId: number;
  readonly senderType: 'user' | 'contact';
  readonly addedAt: string;
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
  | 'timeline';

export interface AcquireStore {
  readonly keys: Map<string, ApiKey>;
  readonly agents: Map<number, Agent>;
  /** Ids of the agents of each department. */
  readonly departments: Map<number, readonly number[]>;
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
    },
    now: () => clock().toISOString(),
  };
}
