import type { Cookies } from 'cometd-nodejs-client';

/** The endpoint a cookie came from, and its value by its name. */
const jars = new Map<string, Map<string, string>>();

interface Address {
  readonly host: string;
  readonly pathname: string;
}

/**
 * Cookies of each endpoint apart. By default the client keeps one jar for each host name, whatever the port or path:
 * two listeners that connect at once would take each other's session cookie, and be refused.
 */
const cookies: Cookies = {
  storeCookie: (address: Address, header, callback) => {
    const [pair = ''] = header.split(';');
    const [name = ''] = pair.split('=');
    jarOf(address).set(name.trim(), pair.trim());
    callback(null, pair);
  },
  retrieveCookies: (_, address: Address, callback) => callback(null, [...jarOf(address).values()]),
};

function jarOf({ host, pathname }: Address): Map<string, string> {
  const place = host + pathname;
  const jar = jars.get(place) ?? new Map<string, string>();
  jars.set(place, jar);
  return jar;
}

/**
 * Gives CometD the browser's ways of sending that it asks for, an empty cookie jar for the endpoint, and no console:
 * ours belongs to the report.
 */
export async function adaptCometd(url: string): Promise<void> {
  const { adapt } = await import('cometd-nodejs-client');
  jarOf(new URL(url)).clear();
  adapt({ cookies });
  const window: unknown = Reflect.get(globalThis, 'window');
  if (typeof window === 'object' && window !== null) Reflect.set(window, 'console', undefined);
}
