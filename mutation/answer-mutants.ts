import type { Answer } from '../src/mock/answer.ts';
import { problem } from '../src/mock/faults/changes.ts';
import type { FaultEffect } from '../src/mock/faults/fault.ts';
import type { Claim } from '../src/model/claim.ts';
import { withMember } from '../src/model/edit-json.ts';
import type { Judged } from '../src/run/run-suite.ts';
import {
  type AnswerOperator,
  BODY_OPERATORS,
  DELIVERY_OPERATORS,
  STATUS_OPERATORS,
} from './answer-operators.ts';
import { carriers, statusOf } from './claim-carriers.ts';
import { createMutant } from './create-mutant.ts';
import type { Mutant } from './mutant.ts';

export function statusMutants(claim: Claim, baseline: readonly Judged[]): readonly Mutant[] {
  const own = carriers(claim, baseline);
  const isSuccess = (statusOf(claim) ?? 200) < 300;
  const wrong = STATUS_OPERATORS.filter(({ name }) => name !== `status-${statusOf(claim)}`);
  return answerMutants(claim, own, [
    ...wrong,
    ...BODY_OPERATORS.filter(() => hasBody(own)),
    ...(isSuccess ? DELIVERY_OPERATORS : []),
  ]);
}

function hasBody([first]: readonly Judged[]): boolean {
  return first?.judgement.subject.documented?.schemaPointer !== undefined;
}

export function answerMutants(
  claim: Claim,
  [judged]: readonly Judged[],
  operators: readonly AnswerOperator[],
): readonly Mutant[] {
  if (judged === undefined) return [];
  return operators.map(({ name, change, places }) => createMutant(claim, judged, name, change, places));
}

/** The error under a success status: the body becomes what marks a failure. */
export function failureMutants(claim: Claim, baseline: readonly Judged[]): readonly Mutant[] {
  const [judged] = carriers(claim, baseline).filter(({ planned }) => planned.intent.kind === 'accepted');
  const sign = judged?.judgement.subject.operation.failureSigns.find(({ at }) =>
    claim.place.endsWith(`#${at}`),
  );
  if (judged === undefined || sign === undefined) return [];
  const value =
    sign.sign.kind === 'equals' ? sign.sign.value : sign.sign.kind === 'differs' ? 7 : { code: 'REFUSED' };
  const planted = (answer: Answer): Answer => ({
    ...answer,
    body: withMember(answer.body ?? {}, sign.at, value),
  });
  return [createMutant(claim, judged, 'error-under-success', planted, [claim.place])];
}

/** What must be refused is let through. */
export function requirednessMutants(claim: Claim, baseline: readonly Judged[]): readonly Mutant[] {
  const field = claim.place.replace(/^request\./, '');
  const probe = baseline.find(({ planned: { intent } }) => {
    if (intent.kind !== 'refused') return false;
    return intent.cause === 'missing-field'
      ? intent.field === field
      : intent.cause === 'no-credentials' && field.startsWith('header.');
  });
  if (probe === undefined) return [];
  const effect: FaultEffect = { kind: 'changes', when: 'always', change: problem(200, {}) };
  return [{ ...createMutant(claim, probe, 'not-refused', (answer) => answer, ['response.status']), effect }];
}
