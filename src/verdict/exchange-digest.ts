import { createHash } from 'node:crypto';
import type { Exchange } from '../model/exchange.ts';

/**
 * Sixteen hexadecimal digits of what judges look at: the same exchange judged by other specs has the same. Headers are
 * left out, since dates and lengths stand there, and so is how long anything took.
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
  const facts = JSON.stringify([method, path, query, body, answer, told]);
  return createHash('sha256').update(facts).digest('hex').slice(0, 16);
}
