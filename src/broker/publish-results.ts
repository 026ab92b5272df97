import { isJsonObject, type Json } from '../model/json.ts';
import { jsonEqual } from '../model/json-pointer.ts';
import type { BrokerAccess } from './broker-access.ts';
import { type BrokerClient, openBroker } from './broker-client.ts';
import { linksOf } from './hal-link.ts';
import type { PactResult } from './verification-results.ts';

/** A pact that was judged, and what was shown of it. */
export interface JudgedPact {
  readonly consumer: string;
  readonly provider: string;
  /** Its address at the broker; undefined where it was read from a file. */
  readonly url: string | undefined;
  /** Its interactions as they were judged; undefined where the address tells the version. */
  readonly interactions: Json | undefined;
  readonly result: PactResult;
}

export interface ResultsToPublish {
  readonly pacts: readonly JudgedPact[];
  readonly providerVersion: string;
  readonly tool: { readonly name: string; readonly version: string };
}

/**
 * Posts each result to the very pact version it is about, and tells a line for each. Pact's client publishes results
 * only of what it has verified itself, against the vendor; so they are posted as the broker's own links say.
 */
export async function publishResults(
  access: BrokerAccess,
  { pacts, providerVersion, tool }: ResultsToPublish,
): Promise<readonly string[]> {
  const broker = openBroker(access);
  try {
    const lines: string[] = [];
    for (const pact of pacts) {
      const name = `${pact.consumer} with ${pact.provider}`;
      const { result } = pact;
      const link = result.kind === 'open' ? undefined : await resultLink(broker, access.url, pact);
      if (result.kind === 'open') {
        lines.push(`${name}: nothing published, ${result.reason}`);
      } else if (link === undefined) {
        lines.push(`${name}: nothing published, the broker does not have the pact as it was judged`);
      } else {
        const { success, testResults } = result;
        const verifiedBy = { implementation: tool.name, version: tool.version };
        await broker.post(link, {
          success,
          providerApplicationVersion: providerVersion,
          testResults,
          verifiedBy,
        });
        lines.push(`${name}: ${success ? 'success' : 'failure'} published for ${providerVersion}`);
      }
    }
    return lines;
  } finally {
    await broker.close();
  }
}

async function resultLink(
  broker: BrokerClient,
  index: string,
  pact: JudgedPact,
): Promise<string | undefined> {
  const urls = pact.url === undefined ? await latestOf(broker, index, pact.provider) : [pact.url];
  for (const url of urls) {
    const found = await broker.get(url);
    const [link] = isSame(found, pact) ? linksOf(found, 'pb:publish-verification-results') : [];
    if (link !== undefined) return link;
  }
  return undefined;
}

async function latestOf(broker: BrokerClient, index: string, provider: string): Promise<readonly string[]> {
  const start = await broker.get(index);
  const [page] = linksOf(start, 'pb:latest-provider-pacts', { provider });
  const list = page === undefined ? undefined : await broker.get(page);
  return [...linksOf(list, 'pb:pacts'), ...linksOf(list, 'pacts')];
}

/** The latest pact may be another by now: a result is of the interactions that were judged. */
function isSame(found: Json | undefined, { consumer, interactions }: JudgedPact): boolean {
  if (!isJsonObject(found)) return false;
  const named = found['consumer'];
  if (!isJsonObject(named) || named['name'] !== consumer) return false;
  return interactions === undefined || jsonEqual(withoutIds(found['interactions']), withoutIds(interactions));
}

/** A broker gives each interaction an id of its own. */
function withoutIds(interactions: Json | undefined): Json {
  const list = Array.isArray(interactions) ? interactions : [];
  return list.map((one) =>
    isJsonObject(one) ? Object.fromEntries(Object.entries(one).filter(([key]) => key !== '_id')) : one,
  );
}
