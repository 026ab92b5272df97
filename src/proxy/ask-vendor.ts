import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import type { Pair } from '../model/exchange.ts';
import { proxyAuthorization } from '../targets/open-tunnel.ts';
import type { Way } from './find-destination.ts';
import { endToEnd, hasField, pairsOf, tokensIn } from './hop-by-hop.ts';
import type { VendorAgent } from './vendor-agent.ts';

/** The header fields with which a request goes on: all but those of one connection, and with the vendor as its host. */
export function fieldsFor({ rawHeaders }: IncomingMessage, { destination }: Way): readonly Pair[] {
  const { base, credentials } = destination;
  const own = endToEnd(rawHeaders);
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
  if (isFramed || !FRAMED_BY_NODE.has(method)) return request({ ...options, headers: headers.flat() });
  const asked = request(options);
  for (const [name, value] of headers) asked.appendHeader(name, value);
  // Without a word about its body a request has none, and none is to be put in.
  asked.removeHeader('content-length');
  asked.removeHeader('transfer-encoding');
  return asked;
}

export const MOST_HEADER_BYTES = 256 * 1024;

/** Methods that Node gives a length where they have none. */
const FRAMED_BY_NODE: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH']);

/** Trailers are passed on, so whoever takes them may say so to the vendor as well. */
function connectionFields({ rawHeaders }: IncomingMessage): readonly Pair[] {
  if (!tokensIn(pairsOf(rawHeaders), 'te').includes('trailers')) return [];
  return [
    ['TE', 'trailers'],
    ['Connection', 'keep-alive, TE'],
  ];
}
