import type { Check, Subject } from '../model/check.ts';
import { type CaseDraft, type CaseHeading, erroredCase, judgedCase, unjudgedCase } from './draft-case.ts';

/** Puts one exchange under every check. A check that throws leaves an errored case and spares the others. */
export function judgeByChecks(subject: Subject, checks: readonly Check[]): readonly CaseDraft[] {
  return checks.map((check) => judge(subject, check));
}

function judge(subject: Subject, check: Check): CaseDraft {
  const { id, title, failureTitle } = check;
  const heading: CaseHeading = { judge: 'checks', check: id, title, failureTitle, level: 'may' };
  try {
    const applicability = check.appliesTo(subject);
    if (!applicability.applies) return unjudgedCase(heading, applicability.outcome, applicability.reason);
    return judgedCase({ ...heading, level: applicability.level }, check.evaluate(subject));
  } catch (error) {
    return erroredCase(heading, 'the check itself failed', error);
  }
}
