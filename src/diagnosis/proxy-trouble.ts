import type { ReceivedResponse } from '../model/exchange.ts';
import type { TroubleId } from './catalogue.ts';
import { headerOf } from './header-of.ts';

/** Names by which forward proxies sign the pages they make themselves; what a vendor has in front of it does not. */
const FORWARD_PROXIES =
  /\b(squid|tinyproxy|privoxy|zscaler|blue ?coat|proxysg|mcafee web gateway|skyhigh|forcepoint|websense|ironport|fortiproxy|mitmproxy)\b/i;

const BY_STATUS: Readonly<Record<number, TroubleId>> = {
  403: 'proxy-forbids',
  411: 'proxy-refuses-body',
  451: 'proxy-forbids',
  502: 'proxy-cannot-reach',
  503: 'proxy-cannot-reach',
  504: 'proxy-cannot-reach',
};

/** What a proxy said in its own name; undefined when the answer may be the host's. */
export function proxyTrouble(response: ReceivedResponse): TroubleId | undefined {
  const { status } = response;
  if (status === 407) return 'proxy-authentication';
  if (status === 511) return 'captive-portal';
  if (status < 400) return undefined;
  if (isByProxy(response)) return BY_STATUS[status] ?? 'proxy-answers-oddly';
  // A vendor's own gateway adds `Via` as well, so alone it tells only that there is one.
  return status === 411 && headerOf(response, 'via') !== undefined ? 'gateway-refuses-body' : undefined;
}

function isByProxy(response: ReceivedResponse): boolean {
  if (headerOf(response, 'x-squid-error') !== undefined) return true;
  if (headerOf(response, 'proxy-authenticate') !== undefined) return true;
  return FORWARD_PROXIES.test(headerOf(response, 'server') ?? '');
}
