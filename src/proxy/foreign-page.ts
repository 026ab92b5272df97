import type { IncomingHttpHeaders } from 'node:http';

const LOOPBACK = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/i;

/**
 * Where the proxy signs in for whoever asks, a page in a browser of this machine may not be the one who asks: not from
 * another origin, nor by a name that somebody has made to mean this machine.
 */
export function isForeignPage({ host = '', origin, 'sec-fetch-site': site }: IncomingHttpHeaders): boolean {
  if (!LOOPBACK.test(host)) return true;
  if (site === 'cross-site') return true;
  return origin !== undefined && !(URL.canParse(origin) && LOOPBACK.test(new URL(origin).host));
}
