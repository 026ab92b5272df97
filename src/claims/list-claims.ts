import { escapeToken } from '../model/json-pointer.ts';
import type { Operation } from '../model/operation.ts';
import type { Spec } from '../model/spec.ts';
import type { TestableClaim } from './claim-basis.ts';
import type { ClaimSubject } from './claim-subject.ts';
import { withUniqueIds } from './create-claim.ts';
import { answerClaims } from './list-answer-claims.ts';
import { circumstanceClaims } from './list-circumstance-claims.ts';
import { notificationClaims } from './list-notification-claims.ts';
import { refusalClaims } from './list-refusal-claims.ts';
import { requestClaims } from './list-request-claims.ts';

/** Every statement of the documents about one operation, in the order of the spec. */
export function listClaims(spec: Spec, operation: Operation): readonly TestableClaim[] {
  const pointer = `/paths/${escapeToken(operation.path)}/${operation.method.toLowerCase()}`;
  const subject: ClaimSubject = { spec, operation, pointer };
  return withUniqueIds([
    ...requestClaims(subject),
    ...answerClaims(subject),
    ...notificationClaims(subject),
    ...refusalClaims(subject),
    ...circumstanceClaims(subject),
  ]);
}
