import type { Cookies } from 'cometd-nodejs-client';

/** Cookies by name, by the listener they were given to. */
const jars = new Map<string, Map<string, string>>();

interface Address {
  readonly host: string;
  readonly hash: string;
}

/**
 * Cookies of each listener apart. By default the client keeps one jar for each host name, whatever the port: two
 * listeners that connect at once would take each other's session cookie, and be refused.
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

function jarOf({ host, hash }: Address): Map<string, string> {
  const jar = jars.get(host + hash) ?? new Map<string, string>();
  jars.set(host + hash, jar);
  return jar;
}

/** The address with a mark of one listener, which no server gets to see: fragments are not sent (RFC 9110, 7.1). */
export function markedAddress(url: string): string {
  count += 1;
  return `${url}#listener-${count}`;
}

let count = 0;

/** Gives CometD the browser's ways of sending that it asks for, and no console: ours belongs to the report. */
export async function adaptCometd(): Promise<void> {
  const { adapt } = await import('cometd-nodejs-client');
  adapt({ cookies });
  const window: unknown = Reflect.get(globalThis, 'window');
  if (typeof window === 'object' && window !== null) Reflect.set(window, 'console', undefined);
}
