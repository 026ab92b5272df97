import type { Blame } from '../model/finding.ts';

/** What went wrong on the way between us and the operation, in words a person can act on. */
export interface Diagnosis {
  /** Noun of the trouble; the key of the catalogue. */
  readonly id: string;
  /** What was seen, without a full stop. */
  readonly says: string;
  readonly blame: Extract<Blame, 'setup' | 'vendor' | 'undetermined'>;
  /** What to do next, one sentence. */
  readonly next: string;
  /** It may be over a moment later, so that asking again can help. */
  readonly isPassing: boolean;
}

/** A group of the catalogue, by id. */
export type Troubles<Id extends string> = Readonly<Record<Id, Omit<Diagnosis, 'id'>>>;
