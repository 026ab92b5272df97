import type { BrokerCredentials } from '../broker/broker-access.ts';
import { userErrors } from '../errors/catalogue.ts';
import type { Suite } from '../model/suite.ts';
import { bringToSuite } from '../pacts/bring-to-suite.ts';
import type { PactOfAnyone } from '../pacts/pact-of-anyone.ts';
import { readPact } from '../pacts/read-pact.ts';
import { readPactFiles } from '../pacts/read-pact-files.ts';
import { readProviders } from '../pacts/read-providers.ts';
import { loadStateMapping } from '../pacts/state-mapping.ts';
import type { OwnPacts } from '../pacts/tie-pacts.ts';
import { type BrokerOptions, readBrokerCredentials } from './broker-options.ts';

export interface PactOptions extends BrokerOptions {
  readonly pacts: readonly string[];
  readonly provider: readonly string[];
  readonly states?: string;
}

/**
 * Reads the user's own pacts, ties them to the documents and compares them; undefined where there are none. Those that
 * are left out are named on stderr.
 */
export async function bringPacts(options: PactOptions, suite: Suite): Promise<OwnPacts | undefined> {
  if (options.pacts.length === 0) return undefined;
  const providers = readProviders(options.provider, suite.specs);
  const mapping = options.states === undefined ? {} : loadStateMapping(options.states);
  const names = [...suite.specs.flatMap(({ vendor, title }) => [vendor, title]), ...Object.keys(providers)];
  const credentials = readBrokerCredentials(options);
  const read = await Promise.all(options.pacts.map((place) => readPlace(place, names, credentials)));
  const own = await bringToSuite(read.flat(), suite, { providers, mapping });
  for (const line of own.leftOut) process.stderr.write(`${line}\n`);
  return own;
}

async function readPlace(
  place: string,
  providers: readonly string[],
  credentials: BrokerCredentials,
): Promise<readonly PactOfAnyone[]> {
  if (!/^https?:\/\//.test(place)) return readPactFiles(place);
  const url = addressOf(place);
  const { fetchPacts } = await import('../broker/fetch-pacts.ts');
  const fetched = await fetchPacts({ url, credentials }, providers);
  if (fetched.length === 0) throw userErrors.pactsMissing(url);
  return fetched.map(({ from, data }) => readPact(from, data));
}

function addressOf(place: string): string {
  const url = new URL(place);
  if (url.username === '' && url.password === '') return url.href;
  throw userErrors.optionInvalid(
    '--pacts',
    `${url.protocol}//…@${url.host}`,
    'an address without credentials, and those by --broker-username and --broker-password as env:NAME',
  );
}
