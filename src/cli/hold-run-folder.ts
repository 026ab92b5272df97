import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { userErrors } from '../errors/catalogue.ts';

/** Keeps a second command from the folder of a run while the first is at work; gives what lets go of it. */
export function holdRunFolder(folder: string): () => void {
  const file = join(folder, 'in-use');
  const own = `${hostname()} ${process.pid}`;
  if (!claim(file, own)) {
    const holder = readFileSync(file, 'utf8');
    if (isAtWork(holder)) throw userErrors.runInUse(folder, file);
    // Whoever held it was killed.
    rmSync(file, { force: true });
    if (!claim(file, own)) throw userErrors.runInUse(folder, file);
  }
  return () => rmSync(file, { force: true });
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

/** Of another machine nobody here can tell, so that it counts as being at work. */
function isAtWork(holder: string): boolean {
  const [host = '', pid = ''] = holder.split(' ');
  if (host !== hostname()) return true;
  // The number of a dead process has come round to us.
  if (pid === String(process.pid)) return false;
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
