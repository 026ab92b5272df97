import type { Check, Subject } from '../model/check.ts';
import type { CaseDraft } from './case-draft.ts';

/** Puts one exchange under every check. A check that throws leaves an errored case and spares the others. */
export function judgeByChecks(subject: Subject, checks: readonly Check[]): readonly CaseDraft[] {
  return checks.map((check) => judge(subject, check));
}

function judge(subject: Subject, check: Check): CaseDraft {
  const draft = {
    judge: 'checks',
    check: check.id,
    title: check.title,
    level: 'may',
    reason: null,
    findings: [],
  } as const;
  try {
    const applicability = check.appliesTo(subject);
    if (!applicability.applies)
      return { ...draft, outcome: applicability.outcome, reason: applicability.reason };
    const findings = check.evaluate(subject);
    if (findings.length === 0) return { ...draft, level: applicability.level, outcome: 'passed' };
    return { ...draft, title: check.failureTitle, level: applicability.level, outcome: 'failed', findings };
  } catch (error) {
    const reason = `the check itself failed: ${error instanceof Error ? error.message : String(error)}`;
    return { ...draft, outcome: 'errored', reason };
  }
}
