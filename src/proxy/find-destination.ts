import type { Destination } from './destination.ts';

/** Where a request goes, and what it asks for there. */
export interface Way {
  readonly destination: Destination;
  /** Below the base URL, with the query, as the application has written it. */
  readonly below: string;
  /** The same from the root of the vendor's host. */
  readonly target: string;
}

const ABSOLUTE = /^https?:\/\/[^/?#]*/i;

/**
 * Vendors are told apart by the first segment of the path; one that stands alone needs none. Nothing of the address is
 * decoded or tidied: what the application has written is what the vendor gets.
 */
export function findWay(
  url: string,
  destinations: readonly Destination[],
  isAlone: boolean,
): Way | undefined {
  const address = url.replace(ABSOLUTE, '');
  const [only] = destinations;
  if (isAlone) return only && wayTo(only, address);
  const vendor = /^\/([^/?]*)/.exec(address)?.[1];
  const destination = destinations.find((one) => one.vendor === vendor);
  return destination && wayTo(destination, address.slice(1 + destination.vendor.length));
}

function wayTo(destination: Destination, below: string): Way {
  const target = destination.base.pathname.replace(/\/$/, '') + below;
  return { destination, below, target: target.startsWith('/') ? target : `/${target}` };
}
