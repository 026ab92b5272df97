import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { userErrors } from '../errors/catalogue.ts';
import { type ReadCheck, readCheck } from './read-check.ts';

/** Every check of these folders, each id once; throws a UserError that names the file for whatever is wrong with one. */
export async function readChecks(folders: readonly string[]): Promise<readonly ReadCheck[]> {
  const checks = new Map<string, ReadCheck>();
  for (const file of folders.flatMap(checkFiles)) {
    const read = await readCheck(file);
    const earlier = checks.get(read.id);
    if (earlier !== undefined) throw userErrors.checkTwice(read.own.id, earlier.file, file);
    checks.set(read.id, read);
  }
  return [...checks.values()];
}

/** What lies in folders below is theirs to share. */
function checkFiles(folder: string): readonly string[] {
  const files = entriesOf(folder)
    .filter((entry) => !entry.isDirectory())
    .map(({ name }) => join(folder, name))
    .filter((file) => /\.(m?js|ts)$/.test(file) && !/\.(test|spec|d)\.\w+$/.test(file))
    .toSorted();
  if (files.length === 0) throw userErrors.checksMissing(folder);
  return files;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    throw userErrors.fileUnreadable(folder, error instanceof Error ? error.message : String(error));
  }
}
