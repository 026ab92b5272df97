import { once } from 'node:events';
import { userErrors } from '../errors/catalogue.ts';
import { contracts } from '../generated/contracts.ts';
import { openSuite } from '../load/open-suite.ts';
import { listFaults } from '../mock/faults/list-faults.ts';
import { type Mock, startMock } from '../mock/start-mock.ts';
import type { Suite } from '../model/suite.ts';
import { wantedValues } from '../model/wanted-values.ts';
import type { SuiteOptions } from './commands/suite-options.ts';
import { readFaults, readReadings } from './mock-options.ts';

export interface MockCommandOptions extends SuiteOptions {
  readonly port: number;
  readonly fault: readonly string[];
  readonly reading: readonly string[];
  readonly listFaults: boolean;
}

/** Serves the vendors until it is interrupted. */
export async function mock(options: MockCommandOptions): Promise<number> {
  if (options.listFaults) {
    process.stdout.write(faultTable());
    return 0;
  }
  const { suite } = await openSuite(contracts, options);
  const faults = readFaults(options.fault);
  const readings = readReadings(options.reading, suite.specs);
  const server = await open(suite, options.port, faults, readings);
  // Before the addresses are printed: whoever reads them may end us at once.
  const ended = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  const lines = callableOperations(server, suite, (vendor) => server.baseUrl(vendor));
  process.stdout.write(`${[...lines, 'Press Ctrl-C to end.'].join('\n')}\n`);
  await ended;
  await server.close();
  return 0;
}

async function open(
  suite: Suite,
  port: number,
  faults: readonly string[],
  readings: Readonly<Record<string, string>>,
): Promise<Mock> {
  try {
    return await startMock({ specs: suite.specs, port, faults, readings });
  } catch (error) {
    throw userErrors.portUnavailable(port, error instanceof Error ? error.message : String(error));
  }
}

function faultTable(): string {
  const faults = listFaults();
  const width = Math.max(...faults.map(({ name }) => name.length));
  return faults.map(({ name, title }) => `${name.padEnd(width)}  ${title}\n`).join('');
}

/** Addresses, and for each operation values with which it can be called at once. */
export function callableOperations(
  server: Mock,
  suite: Suite,
  addressOf: (vendor: string) => string,
): readonly string[] {
  return suite.specs.flatMap(({ vendor, title }) => [
    `${title}: ${addressOf(vendor)}`,
    ...suite.contracts
      .filter((contract) => contract.vendor === vendor)
      .flatMap(({ operation, interactions }) => {
        const first = interactions.find(
          ({ intent }) => intent.kind === 'accepted' && intent.outcome === 'success',
        );
        if (first === undefined) return [];
        const resolution = server.establish(vendor, first.states, wantedValues(first.request.injections));
        const values =
          resolution.kind === 'established' ? JSON.stringify(resolution.values) : resolution.reason;
        return [`  ${operation}: ${first.request.method} ${values}`];
      }),
  ]);
}
