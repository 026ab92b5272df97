import { createHash } from 'node:crypto';
import type { Exchange } from '../model/exchange.ts';

const ORIGIN = /\b(?:https?|wss?):\/\/[^/?#"\\\s]+/giu;

/**
 * Sixteen hexadecimal digits of what judges look at: the same exchange judged by other specs has the same. Headers are
 * left out, since dates and lengths stand there, and so is how long anything took. So is the origin in an address: the
 * same tenant is reached at several, and the embedded vendors stand at another port in each run.
 */
export function exchangeDigest({
  request,
  result,
  notifications,
}: Omit<Exchange, 'id' | 'operation'>): string {
  const { method, path, query, body } = request;
  const answer =
    result.kind === 'response' ? [result.response.status, result.response.body] : [result.failure.code];
  const told = notifications.map(({ channel, data }) => [channel, data]);
  const facts = JSON.stringify([method, path, query, body, answer, told]).replaceAll(ORIGIN, '');
  return createHash('sha256').update(facts).digest('hex').slice(0, 16);
}
