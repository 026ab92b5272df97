import { statusOf } from '../judges/applicability.ts';
import { createSubject } from '../judges/create-subject.ts';
import type { CaseDraft } from '../judges/draft-case.ts';
import { type FoundSign, failureSignsIn } from '../judges/failure-signs.ts';
import type { Subject } from '../model/check.ts';
import type { Case } from '../model/finding.ts';
import type { PlannedExchange } from '../model/plan.ts';
import { sameFact } from '../model/relation-holds.ts';
import type { Judgement } from '../run/judge-exchange.ts';
import type { Judged } from '../run/run-suite.ts';
import type { AssignedExchange } from './assigned-exchange.ts';
import { UNTOLD_REFUSAL } from './infer-intent.ts';

/**
 * A request that is as documented may fail for reasons that nobody sees; a status of success is no promise then. Who gives
 * all that belongs to a success has not refused, whatever stands beside it.
 */
export function untoldFailure(
  subject: Subject,
  cases: readonly Pick<CaseDraft, 'check' | 'outcome'>[],
): string | undefined {
  const status = statusOf(subject);
  const isTold = subject.intent.kind === 'refused' || status === 0 || status >= 400;
  if (isTold || !failureSignsIn(subject).some(isFailure)) return undefined;
  const isWhole = cases.some(({ check, outcome }) => check === RESPONSE_SCHEMA && outcome === 'passed');
  return isWhole ? undefined : `${UNTOLD_REFUSAL}, in the body of a ${status}`;
}

const RESPONSE_SCHEMA = 'response-body-schema';

/** A code of success that is told as a text is one all the same. */
function isFailure({ sign: { sign }, found }: FoundSign): boolean {
  return sign.kind !== 'differs' || !sameFact(found, sign.value);
}

/** Of what nothing can be judged, and why. */
export function silentJudgement(assigned: AssignedExchange, reason: string): Judged {
  const { operation, exchange, alternative } = assigned;
  // Whatever a contract describes of it, the contract was not put to the test.
  const planned = { ...assigned.planned, origin: { kind: 'observed' } as const };
  const subject = createSubject(operation, planned.intent, exchange, alternative?.pathTemplate);
  return judgedOf(assigned, planned, { subject, cases: [silentCase(planned, reason)] });
}

export function judgedOf(
  { exchange, alternative, superseded }: AssignedExchange,
  planned: PlannedExchange,
  judgement: Judgement,
): Judged {
  const reading = alternative && { ambiguity: alternative.ambiguity, reading: alternative.reading };
  return { planned, exchange, reading, superseded, judgement };
}

function silentCase({ id, title }: PlannedExchange, reason: string): Case {
  return {
    ...{ id: `${id}/exchange`, exchange: id, title, reason },
    ...{ judge: 'checks', check: 'exchange', level: 'must', outcome: 'not-run', blame: null, findings: [] },
  };
}
