// A named way to misbehave.
import type { OperationId, RefusalCause } from '../../model/operation.ts';
import type { Answer } from '../answer.ts';
import type { MockRequest } from '../mock-request.ts';

export type AnswerChange = (answer: Answer, request: MockRequest) => Answer;

export type FaultEffect =
  /** These refusals do not happen. */
  | { readonly kind: 'lets-through'; readonly causes: readonly RefusalCause[] }
  /** Right credentials are refused, or a caller who has the permission. */
  | { readonly kind: 'turns-away'; readonly cause: 'wrong-credentials' | 'no-permission' }
  /** The drafted answer is changed before it is sent. */
  | { readonly kind: 'changes'; readonly when: Answer['purpose'] | 'always'; readonly change: AnswerChange };

export interface Fault {
  /** `<vendor>.<what>` or `any.<what>`. */
  readonly name: string;
  /** `*` for every operation. */
  readonly operation: OperationId | '*';
  readonly title: string;
  /** No document forbids it: a run stays conformant. */
  readonly liberty?: true;
  readonly effect: FaultEffect;
}
