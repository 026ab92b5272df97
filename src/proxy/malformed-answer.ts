import type { IncomingMessage } from 'node:http';

/** An answer that came, and that nobody can pass on. */
export class MalformedAnswerError extends Error {
  readonly code = 'MALFORMED_RESPONSE';

  constructor({ statusCode = 0, statusMessage = '' }: IncomingMessage) {
    super(`${statusCode} ${JSON.stringify(statusMessage)} is no status of an answer`);
  }
}

/** Node reads some status lines that it does not write, and takes a change of protocol for an answer. */
export function isMalformed({ statusCode = 0, statusMessage = '' }: IncomingMessage): boolean {
  return statusCode < 200 || /[^\t\x20-\x7e\x80-\xff]/.test(statusMessage);
}
