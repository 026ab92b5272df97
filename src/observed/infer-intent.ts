import { ownNotifications } from '../judges/awaited-notifications.ts';
import { createSubject } from '../judges/create-subject.ts';
import type { Exchange } from '../model/exchange.ts';
import type { Intent } from '../model/interaction.ts';
import type { Operation } from '../model/operation.ts';
import { isInputCause } from '../model/operation.ts';
import type { RequestInput } from '../model/request-place.ts';
import type { Spec } from '../model/spec.ts';
import type { Violation } from '../schema/schema-violations.ts';
import { credentialsIn } from './missing-credentials.ts';
import { requestMistake } from './request-mistake.ts';

/** What a request was meant to provoke, or why nobody can tell. */
export type InferredIntent =
  | { readonly kind: 'told'; readonly intent: Intent }
  | { readonly kind: 'untold'; readonly reason: string };

export interface SeenRequest {
  readonly spec: Spec;
  readonly operation: Operation;
  /** In the words of the primary reading. */
  readonly input: RequestInput;
  readonly isDocumented: boolean;
  /** What its body breaks of the documented one. */
  readonly broken: readonly Violation[];
  /** With that request. */
  readonly exchange: Exchange;
  readonly mayLackCredentials: boolean;
}

/** By the request where it tells; by the answer only where the request is as documented. */
export function inferIntent(seen: SeenRequest): InferredIntent {
  const { spec, operation, input, exchange } = seen;
  const credentials = credentialsIn(operation, input.headers, seen.mayLackCredentials);
  const status = exchange.result.kind === 'response' ? exchange.result.response.status : 0;
  if (credentials.kind === 'missing') return told(credentials.intent);
  if (credentials.kind === 'unknown' && (status === 401 || status === 403))
    return untold(`it was refused (${status}), and ${credentials.reason}`);
  const mistake = seen.isDocumented ? undefined : requestMistake(spec, operation, input, seen.broken);
  return mistake === undefined ? byAnswer(operation, exchange, status) : told(mistake);
}

const SUCCESS = { kind: 'accepted', outcome: 'success' } as const;

/** Refusals that say nothing of the request: the judges name them as what stood in the way. */
const OBSTACLES: ReadonlySet<number> = new Set([401, 403, 407, 429]);

function byAnswer(operation: Operation, exchange: Exchange, status: number): InferredIntent {
  const refusing = operation.responses.find((response) => response.status === status);
  const cause = refusing?.refuses.find((one) => !isInputCause(one) && one !== 'no-credentials');
  if (cause !== undefined && !isInputCause(cause)) return told({ kind: 'refused', cause });
  if (status === 304) return untold('it was answered from a cache (304), without a body');
  const isRefused = status >= 400 && status < 500 && !OBSTACLES.has(status);
  if (isRefused) return untold(`${UNTOLD_REFUSAL} (${status})`);
  return told(operation.notifications === undefined ? SUCCESS : outcomeOf(operation, exchange));
}

/** Of a request that is as documented. */
export const UNTOLD_REFUSAL = 'the request is as documented, and nothing in it tells why it was refused';

/** A message that only a failure brings tells of one. */
function outcomeOf(operation: Operation, exchange: Exchange): Intent {
  const subject = createSubject(operation, SUCCESS, exchange);
  const outcomes = subject.operation.notifications?.outcomes ?? [];
  const expects = (name: 'success' | 'failure'): readonly string[] =>
    outcomes.find((outcome) => outcome.name === name)?.expects ?? [];
  const ofFailure = expects('failure').filter((kind) => !expects('success').includes(kind));
  const isFailure = ownNotifications(subject).some(({ kind }) => ofFailure.includes(kind.name));
  return isFailure ? { kind: 'accepted', outcome: 'failure' } : SUCCESS;
}

function told(intent: Intent): InferredIntent {
  return { kind: 'told', intent };
}

function untold(reason: string): InferredIntent {
  return { kind: 'untold', reason };
}
