import { join } from 'node:path';
import type { Suite } from '../model/suite.ts';
import { loadContractFolder } from './load-contract-folder.ts';
import type { ContractModule } from './load-contracts.ts';
import { ownRecipes } from './load-recipes.ts';
import { joinSuite, ownFolders } from './load-suite.ts';

/** What is judged by: what comes with the package, and folders of one's own beside it. */
export interface SuiteChoice {
  /** Folders with `documents.yaml` and `<vendor>.yaml`. */
  readonly specs?: readonly string[];
  /** Folders with `pacts/`, and what the pacts cannot say. */
  readonly contracts?: readonly string[];
  /** Leaves out the contracts that come with the package and, where there are specs of one's own, its vendors. */
  readonly onlyOwn?: boolean;
}

/** A suite, and where what belongs to it lies. */
export interface OpenedSuite {
  readonly suite: Suite;
  readonly specFolders: readonly string[];
  readonly recipeFolders: readonly string[];
}

export async function openSuite(
  builtIn: readonly ContractModule[],
  { specs = [], contracts = [], onlyOwn = false }: SuiteChoice = {},
): Promise<OpenedSuite> {
  const own = ownFolders();
  const keepsVendors = !onlyOwn || specs.length === 0;
  const keepsContracts = !onlyOwn;
  const parts = await Promise.all(contracts.map(loadContractFolder));
  const specFolders = [...(keepsVendors ? [own.specs] : []), ...specs];
  return {
    suite: joinSuite(specFolders, [
      ...(keepsContracts ? [{ pacts: own.pacts, modules: builtIn }] : []),
      ...parts,
    ]),
    specFolders,
    recipeFolders: [
      ...(keepsContracts ? [ownRecipes()] : []),
      ...contracts.map((folder) => join(folder, 'recipes')),
    ],
  };
}
