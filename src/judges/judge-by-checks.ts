import type { Check, Subject } from '../model/check.ts';
import { oncePer } from '../model/once-per.ts';
import {
  type CaseDraft,
  erroredCase,
  type Headings,
  headingsOf,
  judgedCase,
  unjudgedCase,
} from './draft-case.ts';

/** Puts one exchange under every check. A check that throws leaves an errored case and spares the others. */
export function judgeByChecks(subject: Subject, checks: readonly Check[]): readonly CaseDraft[] {
  return withHeadings(checks).map(({ check, headings }) => judge(subject, check, headings));
}

function judge(subject: Subject, check: Check, headings: Headings): CaseDraft {
  try {
    const applicability = check.appliesTo(subject);
    if (!applicability.applies)
      return unjudgedCase(headings.may, applicability.outcome, applicability.reason);
    return judgedCase(headings[applicability.level], check.evaluate(subject));
  } catch (error) {
    return erroredCase(headings.may, 'the check itself failed', error);
  }
}

const withHeadings = oncePer((checks: readonly Check[]) =>
  checks.map((check) => {
    const { id, title, failureTitle } = check;
    return { check, headings: headingsOf({ judge: 'checks', check: id, title, failureTitle }) };
  }),
);
