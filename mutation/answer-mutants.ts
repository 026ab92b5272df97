import type { ClaimBasis } from '../src/claims/claim-basis.ts';
import type { AnswerChange } from '../src/mock/faults/fault.ts';
import type { Claim } from '../src/model/claim.ts';
import { withMember } from '../src/model/edit-json.ts';
import type { FailureSign } from '../src/model/operation.ts';
import type { Judged } from '../src/run/run-suite.ts';
import {
  type AnswerOperator,
  BODY_OPERATORS,
  DELIVERY_OPERATORS,
  OBSTACLE_OPERATORS,
  STATUS_OPERATORS,
} from './answer-operators.ts';
import { createMutant } from './create-mutant.ts';
import type { Mutant } from './mutant.ts';

type StatusBasis = Extract<ClaimBasis, { kind: 'status' }>;

/** Another status, a body that is none, no answer at all. */
export function statusMutants(claim: Claim, { response }: StatusBasis, carrier: Judged): readonly Mutant[] {
  const isSuccess = response.refuses.length === 0;
  return answerMutants(claim, carrier, [
    ...STATUS_OPERATORS.filter(({ operator }) => operator !== `status-${response.status}`),
    ...BODY_OPERATORS.filter(() => response.schemaPointer !== undefined),
    ...(isSuccess ? [...DELIVERY_OPERATORS, ...OBSTACLE_OPERATORS] : []),
  ]);
}

export function answerMutants(
  claim: Claim,
  carrier: Judged,
  operators: readonly AnswerOperator[],
): readonly Mutant[] {
  return operators.map((operator) => createMutant(claim, [carrier], operator));
}

/** The error under a success status: the body bears what marks a failure. */
export function failureMutants(claim: Claim, sign: FailureSign, accepted: Judged): readonly Mutant[] {
  const places = [claim.place];
  return [
    createMutant(claim, [accepted], { operator: 'error-under-success', change: bearing(sign), places }),
  ];
}

export function bearing({ at, sign }: FailureSign): AnswerChange {
  const value = sign.kind === 'equals' ? sign.value : sign.kind === 'differs' ? 7 : { code: 'REFUSED' };
  return (answer) => ({ ...answer, body: withMember(answer.body ?? {}, at, value) });
}
