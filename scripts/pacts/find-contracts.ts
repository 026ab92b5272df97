import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ContractModule } from '../../contracts/define-contract.ts';

export interface FoundContract {
  readonly vendor: string;
  /** Path below the folder of contracts. */
  readonly file: string;
  readonly contract: ContractModule;
}

/** Every contract of every vendor: each module in a folder of the folder, sorted by path. */
export async function findContracts(folder: string): Promise<readonly FoundContract[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && entry.parentPath !== folder)
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  return Promise.all(files.map((file) => importContract(folder, file)));
}

async function importContract(folder: string, file: string): Promise<FoundContract> {
  const module: unknown = await import(pathToFileURL(file).href);
  const contract =
    typeof module === 'object' && module !== null && 'default' in module ? module.default : undefined;
  if (!isContract(contract)) throw new TypeError(`${file}: the default export is no contract`);
  const [vendor = ''] = contract.operation.split('.');
  return { vendor, file: file.slice(folder.length + 1), contract };
}

function isContract(value: unknown): value is ContractModule {
  return (
    typeof value === 'object' &&
    value !== null &&
    'operation' in value &&
    typeof value.operation === 'string' &&
    'interactions' in value &&
    typeof value.interactions === 'function'
  );
}
