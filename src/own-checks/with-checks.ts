// Checks of a folder outside this package: modules, each held to its own examples before it sees any exchange.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { userErrors } from '../errors/catalogue.ts';
import type { BroughtCheck } from '../model/own-check.ts';
import type { Suite } from '../model/suite.ts';
import { asCheck } from './as-check.ts';
import { proveExamples } from './prove-examples.ts';
import { readCheck } from './read-check.ts';

/** With the checks of these folders; throws a UserError that names the file for whatever is wrong with one. */
export async function withChecks(suite: Suite, folders: readonly string[]): Promise<Suite> {
  if (folders.length === 0) return suite;
  const files = new Map<string, string>();
  const checks: BroughtCheck[] = [];
  for (const file of folders.flatMap(checkFiles)) {
    const read = await readCheck(file, suite);
    const earlier = files.get(read.own.id);
    if (earlier !== undefined) throw userErrors.checkTwice(read.own.id, earlier, file);
    files.set(read.own.id, file);
    const check = asCheck(read);
    proveExamples(file, check);
    checks.push(check);
  }
  return { ...suite, checks };
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
