import { contracts as builtIn } from '../generated/contracts.ts';
import { openSuite } from '../load/open-suite.ts';
import type { Suite } from '../model/suite.ts';

/** What to judge by besides what comes with the package. */
export interface LoadSuiteOptions {
  /** Folders with specs of vendors of your own: `documents.yaml`, `<vendor>.yaml`. */
  readonly specs?: string | readonly string[];
  /** Folders with contracts of your own: `pacts/`, `<vendor>/`. */
  readonly contracts?: string | readonly string[];
  /** Leaves out the contracts of the package and, beside `specs`, its vendors too. */
  readonly onlyOwn?: boolean;
}

/** Reads and validates what is documented and relied on; rejects with an error that names file, place and next step. */
export async function loadSuite(options: LoadSuiteOptions = {}): Promise<Suite> {
  const { onlyOwn = false } = options;
  const choice = { specs: listOf(options.specs), contracts: listOf(options.contracts), onlyOwn };
  return (await openSuite(builtIn, choice)).suite;
}

function listOf(given: string | readonly string[] = []): readonly string[] {
  return typeof given === 'string' ? [given] : given;
}
