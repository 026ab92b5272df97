import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { userErrors } from '../errors/catalogue.ts';
import { isOpen } from '../states/ledger-items.ts';
import { readLedger } from '../states/read-ledger.ts';

export const LEDGER_FILE = 'ledger.ndjson';

/** The newest run below the folder that has left something in one of the tenants; undefined where none has. */
export function findUncleanedRun(out: string, tenants: readonly string[]): string | undefined {
  return runFolders(out).find((folder) => {
    const { head, items } = readLedger(join(folder, LEDGER_FILE));
    return tenants.includes(head.tenant) && items.some(isOpen);
  });
}

/** Newest first. The link to the latest one names a run a second time, and never one that was killed. */
function runFolders(out: string): readonly string[] {
  try {
    return readdirSync(out, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => join(out, name))
      .filter((folder) => existsSync(join(folder, LEDGER_FILE)))
      .map((folder) => ({ folder, at: statSync(join(folder, LEDGER_FILE)).mtimeMs }))
      .toSorted((left, right) => right.at - left.at)
      .map(({ folder }) => folder);
  } catch (error) {
    throw userErrors.fileUnreadable(out, error instanceof Error ? error.message : String(error));
  }
}
