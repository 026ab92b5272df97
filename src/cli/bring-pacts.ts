import type { BrokerCredentials } from '../broker/broker-access.ts';
import { userErrors } from '../errors/catalogue.ts';
import { readDataFile } from '../load/read-data-file.ts';
import type { Suite } from '../model/suite.ts';
import { findPactFiles } from '../pacts/find-pact-files.ts';
import type { PactOfAnyone } from '../pacts/pact-of-anyone.ts';
import { readPact } from '../pacts/read-pact.ts';
import { readProviders } from '../pacts/read-providers.ts';
import { loadStateMapping } from '../pacts/state-mapping.ts';
import { vendorOfProvider } from '../pacts/tie-operation.ts';
import { type OwnPacts, tiePacts } from '../pacts/tie-pacts.ts';
import { unfoundedReliances } from '../pacts/unfounded-reliances.ts';
import { type BrokerOptions, readBrokerCredentials } from './broker-options.ts';

export interface PactOptions extends BrokerOptions {
  readonly pacts: readonly string[];
  readonly provider: readonly string[];
  readonly states?: string;
}

/** Reads the user's own pacts, ties them to the documents and compares them; undefined where there are none. */
export async function bringPacts(options: PactOptions, suite: Suite): Promise<OwnPacts | undefined> {
  if (options.pacts.length === 0) return undefined;
  const providers = readProviders(options.provider, suite.specs);
  const mapping = options.states === undefined ? {} : loadStateMapping(options.states);
  const names = [...suite.specs.flatMap(({ vendor, title }) => [vendor, title]), ...Object.keys(providers)];
  const credentials = readBrokerCredentials(options);
  const read = await Promise.all(options.pacts.map((place) => readPlace(place, names, credentials)));
  const pacts = distinct(read.flat());
  const tied = tiePacts(pacts, suite, { providers, mapping });
  return { ...tied, reported: await compared(tied, pacts, suite, providers) };
}

/** With the contracts that the pacts of the user's own come to. */
export function withContracts(suite: Suite, own: OwnPacts | undefined): Suite {
  return own === undefined ? suite : { ...suite, contracts: [...suite.contracts, ...own.contracts] };
}

async function readPlace(
  place: string,
  providers: readonly string[],
  credentials: BrokerCredentials,
): Promise<readonly PactOfAnyone[]> {
  if (!/^https?:\/\//.test(place))
    return findPactFiles(place).map((file) => readPact(file, readDataFile(file)));
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

/** The same file may be named twice. */
function distinct(pacts: readonly PactOfAnyone[]): readonly PactOfAnyone[] {
  return [...new Map(pacts.map((pact) => [pact.from, pact])).values()];
}

/** With what each relies on that no document says. */
function compared(
  { reported }: OwnPacts,
  pacts: readonly PactOfAnyone[],
  { specs }: Suite,
  providers: Readonly<Record<string, string>>,
): Promise<OwnPacts['reported']> {
  return Promise.all(
    reported.map(async (one) => {
      const pact = pacts.find(({ from }) => from === one.from);
      const spec = pact && vendorOfProvider(pact.provider, specs, providers);
      if (pact === undefined || spec === undefined) return one;
      return { ...one, notes: [...one.notes, ...(await unfoundedReliances(spec, pact))] };
    }),
  );
}
