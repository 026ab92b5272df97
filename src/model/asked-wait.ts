import type { ReceivedResponse } from './exchange.ts';

/** How long an answer asks to be left alone (RFC 9110, section 10.2.3). */
export type AskedWait =
  | { readonly kind: 'seconds'; readonly seconds: number }
  /** Milliseconds since 1970. */
  | { readonly kind: 'until'; readonly atMs: number };

/** The three forms of a date in HTTP (RFC 9110, section 5.6.7), of which senders may use the first alone. */
const HTTP_DATE =
  /^(?:[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT|[A-Z][a-z]+day, .+ GMT|[A-Z][a-z]{2} [A-Z][a-z]{2} .+ \d{4})$/;

/** Undefined where the answer does not say so in a form that is valid. */
export function askedWait(response: Pick<ReceivedResponse, 'headers'>): AskedWait | undefined {
  const asked = headerValue(response, 'retry-after');
  if (asked === undefined) return undefined;
  if (/^\d+$/.test(asked)) return { kind: 'seconds', seconds: Number(asked) };
  const atMs = httpDateMs(asked);
  return atMs === undefined ? undefined : { kind: 'until', atMs };
}

/** As the end of a sentence: `asks to wait 120 s`. */
export function sayAskedWait(wait: AskedWait): string {
  const time = wait.kind === 'seconds' ? `${wait.seconds} s` : `until ${new Date(wait.atMs).toUTCString()}`;
  return `asks to wait ${time}`;
}

/** When the sender sent it, by its own clock, in milliseconds since 1970. */
export function sentAtMs(response: Pick<ReceivedResponse, 'headers'>): number | undefined {
  return httpDateMs(headerValue(response, 'date'));
}

function headerValue({ headers }: Pick<ReceivedResponse, 'headers'>, name: string): string | undefined {
  return headers.find(([candidate]) => candidate.toLowerCase() === name)?.[1]?.trim();
}

function httpDateMs(text: string | undefined): number | undefined {
  if (text === undefined || !HTTP_DATE.test(text)) return undefined;
  // The oldest form names no zone and means GMT as well.
  const date = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`);
  return Number.isNaN(date) ? undefined : date;
}
