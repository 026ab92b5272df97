// What CI engines check their files with; in a package of its own, since nobody who uses the product needs it.
import { spawn, spawnSync } from 'node:child_process';
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

/** As slow as a busy machine may be. */
export const PATIENCE_MS = 150_000;

/** In an environment in which no engine of CI has left anything. */
export function runProgram(
  program: string,
  args: readonly string[],
  { folder = ROOT, environment = {} }: Surroundings = {},
): Promise<Ran> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(program, args, {
    cwd: folder,
    env: { PATH, HOME, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: PATIENCE_MS - 5_000,
  });
  const output = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      output[stream] += text;
    });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => resolve({ exitCode, ...output }));
  });
}

export function runTool(name: string, args: readonly string[], surroundings?: Surroundings): Promise<Ran> {
  return runProgram(join(BIN, name), args, surroundings);
}
