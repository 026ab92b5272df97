import { lstatSync, mkdirSync, renameSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { userErrors } from '../errors/catalogue.ts';

/** Makes the folder of a run, named after its moment and target, and never one that is there already. */
export function createRunFolder(out: string, runId: string): string {
  return guard(join(out, runId), () => {
    mkdirSync(out, { recursive: true });
    for (let attempt = 1; ; attempt += 1) {
      const folder = join(out, attempt === 1 ? runId : `${runId}-${attempt}`);
      if (makeFolder(folder)) return folder;
    }
  });
}

/** Tells whether it was us who made it: another run may have been quicker. */
function makeFolder(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** `scan` is asked first; what it throws keeps all of it off the disk. */
export function writeArtefact(
  file: string,
  content: string,
  scan: (artefact: string, content: string) => void = () => undefined,
): void {
  scan(file, content);
  guard(file, () => {
    mkdirSync(dirname(resolve(file)), { recursive: true });
    writeFileSync(file, content);
  });
}

/** Lets `latest` point to the run; on Windows as a junction, which needs no special right. */
export function pointLatest(out: string, folder: string): string {
  const latest = join(out, 'latest');
  const fresh = `${latest}.${process.pid}`;
  return guard(latest, () => {
    const there = lstatSync(latest, { throwIfNoEntry: false });
    if (there !== undefined && !there.isSymbolicLink()) throw new Error('something else has that name');
    const isWindows = process.platform === 'win32';
    symlinkSync(isWindows ? resolve(folder) : relative(out, folder), fresh, isWindows ? 'junction' : 'dir');
    // A rename replaces the link at one stroke, except on Windows.
    if (isWindows && there !== undefined) unlinkSync(latest);
    renameSync(fresh, latest);
    return latest;
  });
}

function guard<Result>(path: string, write: () => Result): Result {
  try {
    return write();
  } catch (error) {
    throw userErrors.outputUnwritable(path, error instanceof Error ? error.message : String(error));
  }
}
