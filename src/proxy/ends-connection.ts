import type { IncomingMessage } from 'node:http';
import { hasField, isChunked, pairsOf, tokensIn } from './hop-by-hop.ts';

/** Statuses of answers that have no body, whatever their head says (RFC 9112, section 6.3). */
export const NEVER_A_BODY: ReadonlySet<number> = new Set([204, 304]);

/** Does the body end with the connection, and nowhere before? */
export function isUnframed({ statusCode = 0, rawHeaders }: IncomingMessage, method = 'GET'): boolean {
  if (method === 'HEAD' || NEVER_A_BODY.has(statusCode)) return false;
  const fields = pairsOf(rawHeaders);
  return !hasField(fields, 'content-length') && !isChunked(fields);
}

/** Is this the last answer that comes over its connection (RFC 9112, section 9.3)? */
export function endsConnection(answer: IncomingMessage, method = 'GET'): boolean {
  const options = tokensIn(pairsOf(answer.rawHeaders), 'connection');
  if (options.includes('close') || isUnframed(answer, method)) return true;
  return answer.httpVersion === '1.0' && !options.includes('keep-alive');
}
