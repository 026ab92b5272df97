import type { FailurePhase, TransportFailure } from '../model/exchange.ts';
import type { Passage } from './passage.ts';

/** An error of something that keeps no account of its way, such as the listener for notifications. */
export function failureOf(error: unknown, phase: FailurePhase): TransportFailure {
  const chain = causesOf(error);
  // The first code along the chain, since the outermost error often says no more than "failed".
  const code = chain.map(codeOf).find((found) => found !== undefined) ?? 'UNKNOWN';
  const message = chain.map(wordsOf).find((text) => text !== '') ?? String(error);
  return { code, phase, message };
}

/** The error of a request, in the phase it had come to. */
export function sendFailureOf(error: unknown, passage: Passage): TransportFailure {
  const failure = failureOf(error, passage.phase);
  if (!isCutOff(failure)) return failure;
  const complaint = passage.complaint === undefined ? undefined : failureOf(passage.complaint, 'tls');
  // In TLS 1.3 the host looks at our certificate after our side has taken the handshake for finished.
  if (complaint?.code.startsWith('ERR_SSL_') === true) return complaint;
  if (passage.hasShownCertificate)
    return {
      code: 'CLIENT_CERTIFICATE_UNANSWERED',
      phase: 'tls',
      message: `closed after a client certificate was shown: ${failure.message}`,
    };
  return failure.code === 'EPIPE' ? { ...failure, phase: 'send' } : failure;
}

const CUT_OFF: ReadonlySet<string> = new Set(['UND_ERR_SOCKET', 'CONNECTION_CLOSED', 'ECONNRESET', 'EPIPE']);

/** Closed before the answer had a head. */
function isCutOff({ code, phase }: TransportFailure): boolean {
  return CUT_OFF.has(code) && (phase === 'tls' || phase === 'response');
}

function causesOf(error: unknown): readonly Error[] {
  const chain: Error[] = [];
  for (let cause: unknown = error; cause instanceof Error && chain.length < 8; cause = causeOf(cause))
    chain.push(cause);
  return chain;
}

/** Of a host with several addresses each has failed; the first one is the preferred. */
function causeOf(error: Error): unknown {
  return error instanceof AggregateError && error.message === '' ? error.errors[0] : error.cause;
}

function codeOf(error: Error): string | undefined {
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error.name === 'TimeoutError') return 'TIMEOUT';
  // The client's parser gives its errors a code only in some releases.
  return error.name === 'HTTPParserError' ? 'MALFORMED_RESPONSE' : undefined;
}

/** OpenSSL's whole message holds a number of the thread, another one in each run; its reason is the part that tells. */
function wordsOf(error: Error): string {
  return 'reason' in error && typeof error.reason === 'string' && 'library' in error
    ? error.reason
    : error.message;
}
