import { diagnosis } from '../diagnosis/catalogue.ts';
import { diagnoseAnswer } from '../diagnosis/diagnose-answer.ts';
import { diagnoseFailure } from '../diagnosis/diagnose-failure.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { Subject } from '../model/check.ts';

/** What stood between a request and the operation; undefined when the answer may speak of the operation. */
export function troubleOf({ intent, exchange, obstacle }: Subject): Diagnosis | undefined {
  const { result } = exchange;
  if (result.kind === 'failure') return diagnoseFailure(result.failure);
  if (obstacle === undefined) return undefined;
  const found = diagnoseAnswer(result.response);
  if (found !== undefined) return found;
  const { status } = result.response;
  if (status === 401) return diagnosis('credentials-refused');
  // What a probe asks for may itself be what is forbidden.
  return status === 403 && intent.kind === 'accepted' ? diagnosis('permission-lacking') : undefined;
}

/** The same where it is the user's own to mend. */
export function setupTroubleOf(subject: Subject): Diagnosis | undefined {
  const trouble = troubleOf(subject);
  return trouble?.blame === 'setup' ? trouble : undefined;
}
