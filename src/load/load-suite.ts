import { join } from 'node:path';
import { userErrors } from '../errors/catalogue.ts';
import type { Contract } from '../model/contract.ts';
import type { Spec } from '../model/spec.ts';
import type { Suite } from '../model/suite.ts';
import { type ContractModule, loadContracts } from './load-contracts.ts';
import { loadDocuments } from './load-documents.ts';
import { loadSpecs } from './load-spec.ts';
import { packageRoot } from './package-root.ts';

export interface SuiteFolders {
  readonly specs: string;
  readonly pacts: string;
}

/** Contracts, and the folder of the pact files that hold their interactions. */
export interface ContractsPart {
  readonly pacts: string;
  readonly modules: readonly ContractModule[];
}

/** The specs and pact files that come with the package. */
export function ownFolders(): SuiteFolders {
  const root = packageRoot();
  return { specs: join(root, 'specs'), pacts: join(root, 'contracts', 'pacts') };
}

/** Reads and validates everything; throws a UserError that names file and place for whatever is wrong. */
export function loadSuite({ specs, pacts }: SuiteFolders, contracts: readonly ContractModule[]): Suite {
  return joinSuite([specs], [{ pacts, modules: contracts }]);
}

/** The same over several folders: a contract may be about a vendor of any of them. */
export function joinSuite(specFolders: readonly string[], parts: readonly ContractsPart[]): Suite {
  const read = specFolders.map((folder) => {
    const documents = loadDocuments(folder);
    return { folder, documents, specs: loadSpecs(folder, documents) };
  });
  const specs = read.flatMap((one) => one.specs);
  const documents = read.flatMap((one) => one.documents);
  const contracts = parts.flatMap(({ pacts, modules }) => loadContracts(pacts, modules, specs));
  const filed = read.flatMap(({ folder, specs: own }) => own.map((spec) => [folder, spec] as const));
  assertOnce('vendor', filed, ([, { vendor }]) => vendor, placeOfSpec);
  const listed = read.flatMap(({ folder, documents: own }) => own.map(({ id }) => [folder, id] as const));
  assertOnce(
    'document',
    listed,
    ([, id]) => id,
    ([folder]) => join(folder, 'documents.yaml'),
  );
  assertOnce('contract', contracts, nameOfContract, ({ file }) => file);
  return Object.freeze({ documents, specs, contracts });
}

function placeOfSpec([folder, { file }]: readonly [string, Spec]): string {
  return join(folder, file);
}

function nameOfContract({ consumer, operation }: Contract): string {
  return `${consumer} for ${operation}`;
}

function assertOnce<One>(
  kind: string,
  all: readonly One[],
  nameOf: (one: One) => string,
  placeOf: (one: One) => string,
): void {
  const seen = new Map<string, One>();
  for (const one of all) {
    const name = nameOf(one);
    const earlier = seen.get(name);
    if (earlier !== undefined) throw userErrors.nameTwice(kind, name, placeOf(earlier), placeOf(one));
    seen.set(name, one);
  }
}
