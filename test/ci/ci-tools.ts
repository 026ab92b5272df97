// What CI engines check their files with; in a package of its own, since nobody who uses the product needs it.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');

const BIN = join(import.meta.dirname, 'node_modules/.bin');

export const NOT_INSTALLED = existsSync(BIN)
  ? undefined
  : 'The tools of CI engines are not installed: npm ci --prefix test/ci --ignore-scripts';

/** A program of the machine. */
export function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
}

export interface Ran {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  readonly folder?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** In an environment in which no engine of CI has left anything. */
export function runProgram(
  program: string,
  args: readonly string[],
  { folder = ROOT, environment = {} }: Surroundings = {},
): Ran {
  const { PATH = '', HOME = '' } = process.env;
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: folder,
    env: { PATH, HOME, ...environment },
    encoding: 'utf8',
    timeout: 60_000,
    maxBuffer: 64_000_000,
  });
  if (error !== undefined) throw error;
  return { exitCode: status, stdout, stderr };
}

export function runTool(name: string, args: readonly string[], surroundings?: Surroundings): Ran {
  return runProgram(join(BIN, name), args, surroundings);
}
