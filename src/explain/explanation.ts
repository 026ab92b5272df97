import type { Check } from '../model/check.ts';
import type { Report } from '../model/report.ts';
import type { Level, Source } from '../model/source.ts';
import type { Suite } from '../model/suite.ts';

/** What a name can be the name of. */
export type ExplainedKind =
  | 'operation'
  | 'check'
  | 'finding'
  | 'claim'
  | 'reading'
  | 'defect'
  | 'trouble'
  | 'requirement'
  | 'state'
  | 'error';

/** Something a document says, in our words; `quote` holds its lines where the text was given. */
export interface Statement {
  readonly says: string;
  readonly source: Source;
  readonly level: Level;
  readonly quote: string | null;
}

/** All that is known of one name: what is documented and what was seen stand apart. */
export interface Explanation {
  readonly kind: ExplainedKind;
  readonly name: string;
  /** What it is, one sentence. */
  readonly title: string;
  /** What it means. */
  readonly about: readonly string[];
  readonly documented: readonly Statement[];
  /** By whom, and why. */
  readonly reliedOn: readonly string[];
  readonly seen: readonly string[];
  /** What to do, the most useful first. */
  readonly next: readonly string[];
}

export interface ExplainedError {
  readonly means: string;
  readonly next: string;
  readonly exitCode: number;
}

/** What an explanation is made of; without a report nothing is known of what was seen. */
export interface Knowledge {
  readonly suite: Suite;
  readonly checks: readonly Pick<Check, 'id' | 'title' | 'failureTitle' | 'why' | 'from' | 'source'>[];
  readonly report: Report | undefined;
  /** By code, what ends a command with an error. */
  readonly errors: Readonly<Record<string, ExplainedError>>;
  readonly quote: (source: Source) => string | undefined;
}

/** Explains names of one kind. */
export interface Explainer {
  readonly names: (knowledge: Knowledge) => readonly string[];
  /** Empty where it knows no such name. */
  readonly explain: (name: string, knowledge: Knowledge) => readonly Explanation[];
}
