import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { userErrors } from '../errors/catalogue.ts';
import { assertTenantFree } from './assert-tenant-free.ts';
import { HOLD_FILE, type Holder, isAtWork, parseHolder } from './run-holder.ts';

/**
 * Keeps a second command from the folder of a run while the first is at work, and from the tenant in every folder
 * beside it; gives what lets go of it.
 */
export function holdRunFolder(folder: string, tenant: string): () => void {
  const file = join(folder, HOLD_FILE);
  const own = `${tenant} ${hostname()} ${process.pid}`;
  if (!claim(file, own)) takeOver(folder, file, own);
  const release = () => rmSync(file, { force: true });
  try {
    assertTenantFree(dirname(folder), tenant, folder);
  } catch (error) {
    release();
    throw error;
  }
  return release;
}

function claim(file: string, own: string): boolean {
  try {
    writeFileSync(file, own, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw userErrors.outputUnwritable(file, error instanceof Error ? error.message : String(error));
  }
}

/** Of two that find a dead one's hold, one alone moves it out of the way. */
function takeOver(folder: string, file: string, own: string): void {
  const held = readFileSync(file, 'utf8');
  const holder = parseHolder(held);
  if (isAtWork(holder)) throw userErrors.runInUse(folder, file);
  const aside = `${file}.${process.pid}`;
  renameSync(file, aside);
  const isSame = readFileSync(aside, 'utf8') === held;
  if (!isSame) linkSync(aside, file);
  rmSync(aside);
  if (!isSame || !claim(file, own)) throw userErrors.runInUse(folder, file);
  process.stderr.write(`${tellTakeOver(folder, holder)}\n`);
}

function tellTakeOver(folder: string, { pid }: Holder): string {
  return `${folder} was in use by process ${pid}, which has ended without letting go of it: taken over.`;
}
