import { diagnoseAnswer } from '../diagnosis/diagnose-answer.ts';
import type { FailurePhase, ReceivedResponse, TransportFailure } from '../model/exchange.ts';

/** Why notifications cannot be heard, or not any longer; see the troubles of `src/diagnosis`. */
export type ListenCode =
  | 'REFUSED'
  | 'NO_ANSWER'
  | 'NOT_BAYEUX'
  | 'SUBSCRIPTION_REFUSED'
  | 'TRANSPORT_NOT_OFFERED'
  | 'LOST'
  | 'ENDED'
  | 'TOO_MUCH'
  | 'CLIENT_CLOSED'
  /** The step of the way that was not passed, and its own code. */
  | `${'connect' | 'proxy' | 'tls'}/${string}`
  /** The trouble that an answer of somebody else speaks of. */
  | `answer/${string}`;

export class ListenError extends Error {
  override readonly name = 'ListenError';
  readonly code: ListenCode;

  constructor(code: ListenCode, message: string) {
    super(message);
    this.code = code;
  }
}

const CODES: readonly (readonly [codes: RegExp, code: ListenCode])[] = [
  [/^CLIENT_CLOSED$/, 'CLIENT_CLOSED'],
  [/TIMEOUT$|^ETIMEDOUT$/, 'NO_ANSWER'],
  [/^(UND_ERR_RES_EXCEEDED_MAX_SIZE|ERR_BUFFER_TOO_LARGE)$/, 'TOO_MUCH'],
  [/^(MALFORMED_RESPONSE|HPE_\w+|Z_\w+)$/, 'NOT_BAYEUX'],
];

/** A request of the listener that got no whole answer. */
export function errorOfFailure({ code, phase, message }: TransportFailure): ListenError {
  if (isOnTheWay(phase) && code !== 'CLIENT_CLOSED') return new ListenError(`${phase}/${code}`, message);
  const known = CODES.find(([codes]) => codes.test(code));
  return new ListenError(known?.[1] ?? 'LOST', message);
}

function isOnTheWay(phase: FailurePhase): phase is 'connect' | 'proxy' | 'tls' {
  return phase === 'connect' || phase === 'proxy' || phase === 'tls';
}

/** An answer that carries no messages; `otherwise` is what it means where it is nobody's refusal. */
export function errorOfAnswer(
  response: ReceivedResponse,
  otherwise: 'NOT_BAYEUX' | 'TRANSPORT_NOT_OFFERED',
): ListenError {
  const { status } = response;
  const says = `the server answered ${status}`;
  const trouble = diagnoseAnswer(response);
  if (trouble !== undefined) return new ListenError(`answer/${trouble.id}`, says);
  return new ListenError(status === 401 || status === 403 ? 'REFUSED' : otherwise, says);
}
