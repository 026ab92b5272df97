import { existsSync, lstatSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { userErrors } from '../errors/catalogue.ts';

/** Makes the folder of a run, named after its moment and target, and never one that is there already. */
export function createRunFolder(out: string, runId: string): string {
  const attempts = Array.from({ length: 100 }, (_, index) =>
    join(out, index === 0 ? runId : `${runId}-${index + 1}`),
  );
  const folder = attempts.find((candidate) => !existsSync(candidate)) ?? join(out, runId);
  return guard(folder, () => {
    mkdirSync(folder, { recursive: true });
    return folder;
  });
}

export function writeArtefact(file: string, content: string): void {
  guard(file, () => {
    mkdirSync(dirname(resolve(file)), { recursive: true });
    writeFileSync(file, content);
  });
}

/** Lets `latest` point to the run; on Windows as a junction, which needs no special right. */
export function pointLatest(out: string, folder: string): string {
  const latest = join(out, 'latest');
  return guard(latest, () => {
    if (lstatSync(latest, { throwIfNoEntry: false }) !== undefined) rmSync(latest, { recursive: true });
    const isWindows = process.platform === 'win32';
    symlinkSync(isWindows ? resolve(folder) : relative(out, folder), latest, isWindows ? 'junction' : 'dir');
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
