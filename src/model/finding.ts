import type { FilePlace } from './file-place.ts';
import type { Level, Source } from './source.ts';
import type { WaiverNote } from './waiver.ts';

/** Who is at fault. */
export const BLAMES = ['vendor', 'document', 'setup', 'suite', 'undetermined'] as const;
export type Blame = (typeof BLAMES)[number];

/** A difference as a judge sees it. */
export interface RawFinding {
  /**
   * Where in the exchange: `response.status`, `response.header.<name>`, `response.body#<json pointer>`,
   * `request.…` alike, `notifications` or `notifications.<kind>#<json pointer>`.
   */
  readonly pointer: string;
  readonly expected: string;
  readonly actual: string;
  readonly source: Source;
  readonly level: Level;
  /** JSON Pointer into the spec of the constraint that was broken, when there is one. */
  readonly specPointer?: string;
}

/** A difference with everything a person needs to act on it. */
export interface Finding extends Omit<RawFinding, 'specPointer'> {
  /** Twelve hexadecimal digits; the same for the same difference in every run. */
  readonly fingerprint: string;
  /** Twelve hexadecimal digits of what it says; where they change, the same place differs in another way. */
  readonly detail: string;
  readonly check: string;
  readonly blame: Blame;
  /** What to do next, one sentence. */
  readonly next: string;
  readonly specPointer: string | null;
  /** What it was judged by, in a spec or a pact file; absent where no file of ours says so. */
  readonly location?: FilePlace;
  /** `consumer: why` of each contract that relies on the field. */
  readonly reliedOnBy: readonly string[];
  /** Set where it is excused. */
  readonly waiver?: WaiverNote;
  /** How often it was seen among the observed exchanges that could have shown it; absent in a run. */
  readonly seen?: Seen;
}

export interface Seen {
  readonly times: number;
  readonly of: number;
}

export type JudgeName = 'schema' | 'contract' | 'checks';

export const OUTCOMES = [
  'passed',
  'failed',
  /** Failed, and every finding of it is excused by a waiver. */
  'waived',
  'not-applicable',
  'not-run',
  'errored',
] as const;
export type OutcomeName = (typeof OUTCOMES)[number];

/** One exchange under one check. */
export interface Case {
  /** `<exchange id>/<check>`. */
  readonly id: string;
  readonly exchange: string;
  readonly judge: JudgeName;
  readonly check: string;
  readonly title: string;
  readonly level: Level;
  readonly outcome: OutcomeName;
  /** Why it was not applicable, not run or errored; null when passed or failed. */
  readonly reason: string | null;
  /** Who is at fault that nothing was judged, where that is known; null otherwise, since findings have their own. */
  readonly blame: Blame | null;
  readonly findings: readonly Finding[];
  /** How many exchanges it stands for, where more were observed than are kept; absent where it is one. */
  readonly times?: number;
}
