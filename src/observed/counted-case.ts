import type { Case, Finding } from '../model/finding.ts';

/** What is counted of a case, which need not be closed yet where there is no finding. */
export type CountedCase = Pick<Case, 'judge' | 'check' | 'title' | 'outcome' | 'level' | 'reason'> & {
  readonly findings: readonly Pick<Finding, 'fingerprint' | 'detail'>[];
};
