import type { TransportFailure } from '../model/exchange.ts';

const CONNECT_CODES = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** The first code along the chain of causes, since the outermost error often says no more than "failed". */
export function sendFailureOf(error: unknown): TransportFailure {
  const chain = causesOf(error);
  const code = chain.map(codeOf).find((found) => found !== undefined) ?? 'UNKNOWN';
  const message = chain.map((cause) => cause.message).find((text) => text !== '') ?? String(error);
  return { code, phase: isConnectCode(code) ? 'connect' : 'response', message };
}

function isConnectCode(code: string): boolean {
  return (
    CONNECT_CODES.has(code) ||
    code.startsWith('ERR_TLS_') ||
    code.startsWith('CERT_') ||
    code.startsWith('ERR_SSL_')
  );
}

function causesOf(error: unknown): readonly Error[] {
  const chain: Error[] = [];
  for (let cause: unknown = error; cause instanceof Error && chain.length < 8; cause = cause.cause)
    chain.push(cause);
  return chain;
}

function codeOf(error: Error): string | undefined {
  if (error.name === 'TimeoutError') return 'TIMEOUT';
  if ('code' in error && typeof error.code === 'string') return error.code;
  // The client's parser gives its errors a code only in some releases.
  return error.name === 'HTTPParserError' ? 'MALFORMED_RESPONSE' : undefined;
}
