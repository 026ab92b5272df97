import { contracts as builtIn } from '../generated/contracts.ts';
import { openSuite } from '../load/open-suite.ts';
import type { Suite } from '../model/suite.ts';
import { bringToSuite, withContracts } from '../pacts/bring-to-suite.ts';
import { readPactFiles } from '../pacts/read-pact-files.ts';
import { loadStateMapping } from '../pacts/state-mapping.ts';

/** What to judge by besides what comes with the package. */
export interface LoadSuiteOptions {
  /** Folders with specs of vendors of your own: `documents.yaml`, `<vendor>.yaml`. */
  readonly specs?: string | readonly string[];
  /** Folders with contracts of your own: `pacts/`, `<vendor>/`. */
  readonly contracts?: string | readonly string[];
  /** Folders with checks of your own: modules, each held to its examples at once. */
  readonly checks?: string | readonly string[];
  /** Leaves out the contracts of the package and, beside `specs`, its vendors too. */
  readonly onlyOwn?: boolean;
  /** Pact files of your own, folders of them or patterns: whatever they rely on is held against what is judged. */
  readonly pacts?: string | readonly string[];
  /** Vendor by the name that a pact has for its provider, where that is neither the vendor's id nor its title. */
  readonly providers?: Readonly<Record<string, string>>;
  /** File that says what the provider states of those pacts are in our words. */
  readonly states?: string;
}

/** Reads and validates what is documented and relied on; rejects with an error that names file, place and next step. */
export async function loadSuite(options: LoadSuiteOptions = {}): Promise<Suite> {
  const { onlyOwn = false } = options;
  const choice = { specs: listOf(options.specs), contracts: listOf(options.contracts), onlyOwn };
  const opened = await openSuite(builtIn, choice);
  const suite = await withOwnChecks(opened.suite, listOf(options.checks));
  const pacts = listOf(options.pacts).flatMap(readPactFiles);
  if (pacts.length === 0) return suite;
  const mapping = options.states === undefined ? {} : loadStateMapping(options.states);
  return withContracts(
    suite,
    await bringToSuite(pacts, suite, { providers: options.providers ?? {}, mapping }),
  );
}

/** The judges, which checks are proved by, are loaded where there are any. */
async function withOwnChecks(suite: Suite, folders: readonly string[]): Promise<Suite> {
  if (folders.length === 0) return suite;
  const { withChecks } = await import('../own-checks/with-checks.ts');
  return withChecks(suite, folders);
}

function listOf(given: string | readonly string[] = []): readonly string[] {
  return typeof given === 'string' ? [given] : given;
}
