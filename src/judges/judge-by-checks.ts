import type { Check, Subject } from '../model/check.ts';
import type { Level } from '../model/source.ts';
import { type CaseDraft, type CaseHeading, erroredCase, judgedCase, unjudgedCase } from './draft-case.ts';

/** Puts one exchange under every check. A check that throws leaves an errored case and spares the others. */
export function judgeByChecks(subject: Subject, checks: readonly Check[]): readonly CaseDraft[] {
  return checks.map((check) => judge(subject, check));
}

function judge(subject: Subject, check: Check): CaseDraft {
  try {
    const applicability = check.appliesTo(subject);
    if (!applicability.applies)
      return unjudgedCase(headingOf(check, 'may'), applicability.outcome, applicability.reason);
    return judgedCase(headingOf(check, applicability.level), check.evaluate(subject));
  } catch (error) {
    return erroredCase(headingOf(check, 'may'), 'the check itself failed', error);
  }
}

function headingOf({ id, title, failureTitle }: Check, level: Level): CaseHeading {
  return { judge: 'checks', check: id, title, failureTitle, level };
}
