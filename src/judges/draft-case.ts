import type { Applicability } from '../model/check.ts';
import type { JudgeName, OutcomeName, RawFinding } from '../model/finding.ts';
import type { Level } from '../model/source.ts';

/** A case as a judge leaves it: its findings still without blame. */
export interface CaseDraft {
  readonly judge: JudgeName;
  readonly check: string;
  readonly title: string;
  readonly level: Level;
  readonly outcome: OutcomeName;
  readonly reason: string | null;
  readonly findings: readonly RawFinding[];
}

/** What stays the same of a case whatever its outcome. */
export interface CaseHeading {
  readonly judge: JudgeName;
  readonly check: string;
  /** True when it passes. */
  readonly title: string;
  readonly failureTitle: string;
  readonly level: Level;
}

/** The same at each level: levels are few, and exchanges many. */
export type Headings = Readonly<Record<Level, CaseHeading>>;

export function headingsOf(heading: Omit<CaseHeading, 'level'>): Headings {
  return {
    must: { ...heading, level: 'must' },
    should: { ...heading, level: 'should' },
    may: { ...heading, level: 'may' },
  };
}

/** Passed without findings, failed with any. */
export function judgedCase(heading: CaseHeading, findings: readonly RawFinding[]): CaseDraft {
  const { judge, check, level } = heading;
  const isPassed = findings.length === 0;
  const title = isPassed ? heading.title : heading.failureTitle;
  return { judge, check, title, level, outcome: isPassed ? 'passed' : 'failed', reason: null, findings };
}

/** A case nothing was judged in, and why. */
export function unjudgedCase(
  { judge, check, title, level }: CaseHeading,
  outcome: 'not-applicable' | 'not-run' | 'errored',
  reason: string,
): CaseDraft {
  return { judge, check, title, level, outcome, reason, findings: NOTHING };
}

const NOTHING: CaseDraft['findings'] = [];

/** The case of something that does not apply; undefined when it does, or nothing speaks against it. */
export function inapplicableCase(
  heading: CaseHeading,
  applicability: Applicability | undefined,
): CaseDraft | undefined {
  if (applicability === undefined || applicability.applies) return undefined;
  return unjudgedCase(heading, applicability.outcome, applicability.reason);
}

/** The case of a judge that failed itself. */
export function erroredCase(heading: CaseHeading, what: string, error: unknown): CaseDraft {
  return unjudgedCase(
    heading,
    'errored',
    `${what}: ${error instanceof Error ? error.message : String(error)}`,
  );
}
