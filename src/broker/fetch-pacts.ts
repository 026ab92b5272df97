import { userErrors } from '../errors/catalogue.ts';
import { isJsonObject, type Json } from '../model/json.ts';
import type { BrokerAccess } from './broker-access.ts';
import { type BrokerClient, openBroker } from './broker-client.ts';
import { linksOf } from './hal-link.ts';

export interface FetchedPact {
  /** The address that will always name this very version, where the broker tells one. */
  readonly from: string;
  readonly data: Json;
}

/** The pact at the address, or the latest pacts of these providers where it is that of a broker. */
export async function fetchPacts(
  access: BrokerAccess,
  providers: readonly string[],
): Promise<readonly FetchedPact[]> {
  const broker = openBroker(access);
  try {
    const found = await broker.get(access.url);
    if (isPact(found)) return [fetched(access.url, found)];
    const urls = await latestPacts(broker, access.url, found, providers);
    const pacts = await Promise.all(
      urls.map(async (url) => {
        const data = await broker.get(url);
        return data === undefined ? [] : [fetched(url, data)];
      }),
    );
    return pacts.flat();
  } finally {
    await broker.close();
  }
}

function isPact(data: Json | undefined): data is Json {
  return isJsonObject(data) && isJsonObject(data['consumer']) && isJsonObject(data['provider']);
}

function fetched(url: string, data: Json): FetchedPact {
  const [self = url] = linksOf(data, 'self');
  return { from: self, data };
}

async function latestPacts(
  broker: BrokerClient,
  url: string,
  index: Json | undefined,
  providers: readonly string[],
): Promise<readonly string[]> {
  const pages = providers.flatMap((provider) => linksOf(index, 'pb:latest-provider-pacts', { provider }));
  if (pages.length === 0)
    throw userErrors.brokerFailed(
      url,
      index === undefined ? 'there is nothing' : 'it is neither a pact nor the start page of a broker',
      'Give the address of a pact, or that of the broker itself.',
    );
  const lists = await Promise.all(pages.map((page) => broker.get(page)));
  // Older brokers have the list under the shorter name.
  return [...new Set(lists.flatMap((list) => [...linksOf(list, 'pb:pacts'), ...linksOf(list, 'pacts')]))];
}
