import type { Pair, Redirect } from '../model/exchange.ts';

/** Where an answer redirects to; undefined when it does not, or not to anything that is an address. */
export function redirectOf(status: number, headers: readonly Pair[], asked: URL): Redirect | undefined {
  const location = headers.find(([name]) => name === 'location')?.[1];
  if (status < 300 || status >= 400 || location === undefined || !URL.canParse(location, asked.href))
    return undefined;
  const to = new URL(location, asked);
  if (asked.protocol === 'https:' && to.protocol === 'http:') return 'to-plain';
  if (to.hostname !== asked.hostname) return 'other-host';
  if (asked.protocol === 'http:' && to.protocol === 'https:') return 'to-tls';
  return to.origin === asked.origin ? 'same-host' : 'other-host';
}
