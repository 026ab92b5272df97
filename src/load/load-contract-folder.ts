// Contracts of a folder outside this package: pact files, and beside them what no pact can say.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { userErrors } from '../errors/catalogue.ts';
import type { Reliance } from '../model/contract.ts';
import { importContract } from './import-contract.ts';
import type { ContractModule } from './load-contracts.ts';
import type { ContractsPart } from './load-suite.ts';
import { readPactFile } from './pact-file.ts';
import { readDataFile } from './read-data-file.ts';
import schema from './schemas/contract.schema.json' with { type: 'json' };
import { validateData } from './validate-data.ts';

export interface ContractData {
  readonly operation: string;
  readonly consumer: string;
  readonly relies?: readonly Reliance[];
  readonly pending?: string;
}

/** Folders below a folder of contracts that hold no contracts. */
const OTHERS: readonly string[] = ['pacts', 'recipes', 'node_modules'];

/**
 * Every `*.yaml` one level below the folder as data and every `*.js`, `*.mjs` and `*.ts` as a module; what the pact
 * files describe besides is a contract that relies on what stands there and nothing else.
 */
export async function loadContractFolder(folder: string): Promise<ContractsPart> {
  const pacts = join(folder, 'pacts');
  const modules: ContractModule[] = [];
  for (const file of contractFiles(folder))
    modules.push(file.endsWith('.yaml') ? dataContract(file) : await importContract(file));
  const undescribed = describedInPacts(pacts).filter(
    ({ operation, consumer }) =>
      !modules.some((one) => one.operation === operation && one.consumer === consumer),
  );
  const all = [...modules, ...undescribed];
  if (all.length === 0) throw userErrors.contractsMissing(folder);
  return { pacts, modules: all };
}

function contractFiles(folder: string): readonly string[] {
  return entriesOf(folder)
    .filter((entry) => entry.isDirectory() && !OTHERS.includes(entry.name))
    .flatMap(({ name }) => entriesOf(join(folder, name)).map((entry) => join(folder, name, entry.name)))
    .filter((file) => /\.(yaml|m?js|ts)$/.test(file) && !/\.(test|spec|d)\.\w+$/.test(file))
    .toSorted();
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    throw userErrors.fileUnreadable(folder, error instanceof Error ? error.message : String(error));
  }
}

function dataContract(file: string): ContractModule {
  return contractOfData(validateData<ContractData>(file, schema, readDataFile(file)));
}

function contractOfData({ operation, consumer, relies = [], pending }: ContractData): ContractModule {
  return { operation, consumer, relies, rules: [], ...(pending !== undefined && { pending }) };
}

/** One contract for each operation of each pact file. */
function describedInPacts(pacts: string): readonly ContractModule[] {
  if (!existsSync(pacts)) return [];
  const files = entriesOf(pacts).filter(({ name }) => name.endsWith('.json'));
  return files.flatMap(({ name }) => {
    const pact = readPactFile(join(pacts, name));
    const [first] = pact.interactions;
    const vendor = first?.comments.references.conformance.operation.split('.')[0];
    const expected = `${pact.consumer.name}-${vendor}.json`;
    if (name !== expected)
      throw userErrors.fileInvalid(join(pacts, name), '', `the file name "${name}"`, `"${expected}"`);
    const operations = pact.interactions.map(({ comments }) => comments.references.conformance.operation);
    return [...new Set(operations)].map((operation) =>
      contractOfData({ operation, consumer: pact.consumer.name }),
    );
  });
}
