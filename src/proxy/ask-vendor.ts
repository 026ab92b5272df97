import { type ClientRequest, type IncomingMessage, type RequestOptions, request } from 'node:http';
import type { Pair } from '../model/exchange.ts';
import { proxyAuthorization } from '../targets/open-tunnel.ts';
import type { Way } from './find-destination.ts';
import { endToEnd, hasField, isChunked, pairsOf, tokensIn, withoutVainTrailer } from './hop-by-hop.ts';
import { MOST_HEADER_BYTES } from './most-header-bytes.ts';
import type { VendorAgent } from './vendor-agent.ts';

/** The header fields with which a request goes on: all but those of one connection, and with the vendor as its host. */
export function fieldsFor({ rawHeaders }: IncomingMessage, { destination }: Way): readonly Pair[] {
  const { base, credentials } = destination;
  const all = endToEnd(rawHeaders);
  const own = withoutVainTrailer(all, isChunked(all));
  const fields = own.map((pair): Pair => (pair[0].toLowerCase() === 'host' ? [pair[0], base.host] : pair));
  const missing = credentials.some(([name]) => hasField(own, name.toLowerCase())) ? [] : credentials;
  return hasField(own, 'host') ? [...fields, ...missing] : [['Host', base.host], ...fields, ...missing];
}

/** A request that waits for its body. `fields` as `fieldsFor` gives them, with more where more is needed. */
export function askVendor(
  incoming: IncomingMessage,
  fields: readonly Pair[],
  { destination, target }: Way,
  agent: VendorAgent,
): ClientRequest {
  const { base, route } = destination;
  const { method = 'GET' } = incoming;
  // A proxy is told the whole address of what is not sent through a tunnel (RFC 9112, section 3.2.2).
  const isPassedOn = route.proxy !== undefined && base.protocol === 'http:' && route.alwaysTunnels !== true;
  const signIn = isPassedOn ? Object.entries(proxyAuthorization(route.proxy)) : [];
  const headers: readonly Pair[] = [...fields, ...connectionFields(incoming), ...signIn];
  const path = isPassedOn ? base.origin + target : target;
  const options = {
    agent,
    method,
    path,
    host: base.hostname,
    setHost: false,
    maxHeaderSize: MOST_HEADER_BYTES,
  };
  const isFramed = hasField(fields, 'content-length') || hasField(fields, 'transfer-encoding');
  const asked =
    isFramed || UNFRAMED_BY_NODE.has(method)
      ? request({ ...options, headers: headers.flat() })
      : askUnframed(options, headers);
  // Beyond its limit Node leaves fields out without a word; the limit of bytes holds all the same.
  asked.maxHeadersCount = 0;
  return asked;
}

/** Without a word about its body a request has none, and none is to be put in. */
function askUnframed(options: RequestOptions, headers: readonly Pair[]): ClientRequest {
  const asked = request(options);
  for (const [name, value] of headers) asked.appendHeader(name, value);
  asked.removeHeader('content-length');
  asked.removeHeader('transfer-encoding');
  return asked;
}

/** The methods whose requests Node leaves as they are where they have no length. */
const UNFRAMED_BY_NODE: ReadonlySet<string> = new Set([
  'GET',
  'HEAD',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'CONNECT',
]);

/** Trailers are passed on, so whoever takes them may say so to the vendor as well. */
function connectionFields({ rawHeaders }: IncomingMessage): readonly Pair[] {
  if (!tokensIn(pairsOf(rawHeaders), 'te').includes('trailers')) return [];
  return [
    ['TE', 'trailers'],
    ['Connection', 'keep-alive, TE'],
  ];
}
