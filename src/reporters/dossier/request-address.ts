import type { SentRequest } from '../../model/exchange.ts';

/** Splits so that every second part is a mask. */
const MASKED = /(\[secret:[A-Za-z][\w.-]*\])/u;

/**
 * Path and query as they were sent, but for masked secrets, which stay readable. It begins with a slash whatever was
 * reported, so that nothing can turn the base URL before it into another host.
 */
export function requestAddress({ path, query }: Pick<SentRequest, 'path' | 'query'>): string {
  const pairs = query.map(([name, value]) => `${encode(name)}=${encode(value)}`);
  const rooted = path.startsWith('/') ? path : `/${path}`;
  return pairs.length === 0 ? rooted : `${rooted}?${pairs.join('&')}`;
}

export function withoutMasks(text: string): string {
  return text
    .split(MASKED)
    .filter((_, index) => index % 2 === 0)
    .join('');
}

function encode(text: string): string {
  // Half of a surrogate pair has no encoding; on its way it would have become U+FFFD.
  return Buffer.from(text, 'utf8')
    .toString('utf8')
    .split(MASKED)
    .map((part, index) => (index % 2 === 1 ? part : encodeURIComponent(part)))
    .join('');
}
