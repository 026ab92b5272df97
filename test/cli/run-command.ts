// Runs the installed command as its users do: as a process of its own, in a folder of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { Report } from '../../src/model/report.ts';

export interface CommandOptions {
  /** Working folder; a fresh one where none is given. */
  readonly folder?: string;
  /** Folder of the package; the shared installation where none is given. */
  readonly package?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** After this it is taken for hung, and killed. */
  readonly hangsAfterMs?: number;
}

export interface Finished {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly folder: string;
}

export interface Running {
  readonly child: ChildProcess;
  readonly folder: string;
  readonly finished: Promise<Finished>;
  /** Resolves once standard output has it; rejects when the command ends without. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
}

export const HANGS_AFTER_MS = 80_000;

export function temporaryFolder(): string {
  return mkdtempSync(join(inject('scratch'), 'command-'));
}

export function runCommand(args: readonly string[], options: CommandOptions = {}): Promise<Finished> {
  return startCommand(args, options).finished;
}

export function startCommand(args: readonly string[], options: CommandOptions = {}): Running {
  const folder = options.folder ?? temporaryFolder();
  const command = join(options.package ?? inject('installedPackage'), 'dist/livechat-conformance.js');
  const child = spawn(process.execPath, [command, ...args], {
    cwd: folder,
    env: { ...plainEnvironment(), ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: options.hangsAfterMs ?? HANGS_AFTER_MS,
    killSignal: 'SIGKILL',
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output.stderr += text;
  });
  const finished = new Promise<Finished>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => resolve({ exitCode, ...output, folder }));
  });
  return { child, folder, finished, printed: (pattern) => printed(child, output, pattern) };
}

function printed(child: ChildProcess, output: { stdout: string }, pattern: RegExp): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const match = pattern.exec(output.stdout);
      if (match !== null) resolve(match);
    };
    child.stdout?.on('data', look);
    child.once('close', () => reject(new Error(`ended without printing ${pattern}: ${output.stdout}`)));
    look();
  });
}

/** Neither the engine nor the shell the tests run in may change what the command does. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const { CI: _ci, NO_COLOR: _none, FORCE_COLOR: _force, ...rest } = process.env;
  return rest;
}

/** The report of the last run in a folder. */
export function reportIn(folder: string, out = 'reports'): Report {
  const report: Report = JSON.parse(readFileSync(join(folder, out, 'latest/report.json'), 'utf8'));
  return report;
}

/** A refusal for a person: exit code 2, what is wrong and what to do, and no stack. */
export function complaintOf({ exitCode, stdout, stderr }: Finished): string {
  const isStack = /^\s+at .+:\d+/m.test(stderr);
  return `${exitCode} ${stdout === '' ? '' : `printed ${stdout}`}${isStack ? 'stack ' : ''}${stderr}`;
}
