import { join } from 'node:path';
import type { Suite } from '../model/suite.ts';
import { type ContractModule, loadContracts } from './load-contracts.ts';
import { loadDocuments } from './load-documents.ts';
import { loadSpecs } from './load-spec.ts';
import { packageRoot } from './package-root.ts';

export interface SuiteFolders {
  readonly specs: string;
  readonly pacts: string;
}

/** The specs and pact files that come with the package. */
export function ownFolders(): SuiteFolders {
  const root = packageRoot();
  return { specs: join(root, 'specs'), pacts: join(root, 'contracts', 'pacts') };
}

/** Reads and validates everything; throws a UserError that names file and place for whatever is wrong. */
export function loadSuite(folders: SuiteFolders, contracts: readonly ContractModule[]): Suite {
  const documents = loadDocuments(folders.specs);
  const specs = loadSpecs(folders.specs, documents);
  return Object.freeze({ documents, specs, contracts: loadContracts(folders.pacts, contracts, specs) });
}
