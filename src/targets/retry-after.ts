import type { ReceivedResponse } from '../model/exchange.ts';

/** The three forms of a date in HTTP (RFC 9110, section 5.6.7), of which senders may use the first alone. */
const HTTP_DATE =
  /^(?:[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT|[A-Z][a-z]+day, .+ GMT|[A-Z][a-z]{2} [A-Z][a-z]{2} .+ \d{4})$/;

const SECOND_MS = 1000;

/**
 * Milliseconds that an answer asks to wait (RFC 9110, section 10.2.3); undefined when it does not say so in a form
 * that is valid. `now` is milliseconds since 1970.
 */
export function retryAfterMs({ headers }: ReceivedResponse, now: number): number | undefined {
  const value = (name: string) => headers.find(([candidate]) => candidate === name)?.[1]?.trim();
  const asked = value('retry-after');
  if (asked === undefined) return undefined;
  if (/^\d+$/.test(asked)) return Number(asked) * SECOND_MS;
  const until = dateMs(asked);
  // By the sender's own clock, where it tells it: ours may go wrong by more than the wait.
  return until === undefined ? undefined : Math.max(0, until - (dateMs(value('date')) ?? now));
}

function dateMs(text: string | undefined): number | undefined {
  if (text === undefined || !HTTP_DATE.test(text)) return undefined;
  // The oldest form names no zone and means GMT as well.
  const date = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`);
  return Number.isNaN(date) ? undefined : date;
}
