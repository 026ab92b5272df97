import { EnvHttpProxyAgent, request } from 'undici';
import { userErrors } from '../errors/catalogue.ts';
import type { Json } from '../model/json.ts';
import { authorizationOf, type BrokerAccess } from './broker-access.ts';

/** Asks a broker; a resource that is not there is undefined. */
export interface BrokerClient {
  get(url: string): Promise<Json | undefined>;
  post(url: string, body: Json): Promise<Json | undefined>;
  close(): Promise<void>;
}

const TIMEOUT_MS = 30_000;

/** Speaks with the broker's own host only: a link elsewhere would carry the credentials there. */
export function openBroker({ url, credentials }: BrokerAccess): BrokerClient {
  const { origin } = new URL(url);
  const dispatcher = new EnvHttpProxyAgent();
  const ask = async (method: 'GET' | 'POST', given: string, body?: Json): Promise<Json | undefined> => {
    const address = new URL(given, url);
    if (address.origin !== origin) throw elsewhere(url, address);
    const answer = await request(address, {
      ...{ method, dispatcher, headersTimeout: TIMEOUT_MS, bodyTimeout: TIMEOUT_MS },
      headers: {
        accept: 'application/hal+json, application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...authorizationOf(credentials),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch((error: unknown) => {
      throw unreachable(address, error);
    });
    const text = await answer.body.text();
    if (answer.statusCode === 404) return undefined;
    if (answer.statusCode < 200 || answer.statusCode > 299) throw refused(address, answer.statusCode);
    return text === '' ? null : parsed(address, text);
  };
  return {
    get: (one) => ask('GET', one),
    post: (one, body) => ask('POST', one, body),
    close: () => dispatcher.close(),
  };
}

function parsed(address: URL, text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw userErrors.brokerFailed(
      address.href,
      'its answer is no JSON',
      'Check that the address is that of a broker or of a pact, and not of a page.',
    );
  }
}

function unreachable(address: URL, error: unknown): Error {
  const problem = error instanceof Error ? error.message : String(error);
  return userErrors.brokerFailed(
    address.href,
    problem === '' ? 'no connection' : problem,
    'Check address, network and proxy (HTTPS_PROXY, NO_PROXY, NODE_EXTRA_CA_CERTS).',
  );
}

function refused(address: URL, status: number): Error {
  const hint =
    status === 401 || status === 403
      ? 'Give --broker-token or --broker-username and --broker-password, each as env:NAME, of somebody who may.'
      : 'Open the address with the same credentials to see what it says.';
  return userErrors.brokerFailed(address.href, `it answered ${status}`, hint);
}

function elsewhere(url: string, address: URL): Error {
  return userErrors.brokerFailed(
    url,
    `it links to another host, ${address.host}, where its credentials are not sent`,
    'Give the address under which the broker names itself.',
  );
}
