// Runs the installed command in a process that has run it before, which takes a third of the time: for what it does, writes
// and answers. What only a process of its own shows (how it starts, ends, is interrupted and shares a machine) is
// `runCommand`'s.
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { inject } from 'vitest';
import {
  type CommandOptions,
  type Finished,
  HANGS_AFTER_MS,
  plainEnvironment,
  temporaryFolder,
} from './run-command.ts';

/** As many as there are processors at most: each of them has to get warm. */
const AT_ONCE = 2;
const PROGRAM = join(import.meta.dirname, 'warm-process.mjs');

/** What Node and the libraries for colour look at once. */
const READ_AT_START = /^NODE_|COLOR$|^TERM$/;

/** The processes that have loaded one package. */
interface Pool {
  readonly idle: ChildProcess[];
  readonly waiting: ((child: ChildProcess) => void)[];
  started: number;
}

const pools = new Map<string, Pool>();

export async function runWarmCommand(
  args: readonly string[],
  options: CommandOptions = {},
): Promise<Finished> {
  const late = Object.keys(options.environment ?? {}).filter((name) => READ_AT_START.test(name));
  if (late.length > 0) throw new Error(`${late.join(' and ')} would not be heeded by a process that runs`);
  const packageFolder = options.package ?? inject('installedPackage');
  const pool = poolOf(packageFolder);
  const start = (): ChildProcess => startChild(packageFolder);
  const child = await nextIdle(pool, start);
  const folder = options.folder ?? temporaryFolder();
  const environment = { ...plainEnvironment(), ...options.environment };
  try {
    const answer = answerOf(child, options.hangsAfterMs ?? HANGS_AFTER_MS);
    child.send({ args, folder, environment });
    return { ...(await answer), folder };
  } finally {
    const isAlive = child.exitCode === null && child.signalCode === null;
    giveBack(isAlive ? child : start(), pool);
  }
}

/** A copy of the package is a test file's own: whoever comes with another one has no more use for the last. */
function poolOf(packageFolder: string): Pool {
  const known = pools.get(packageFolder);
  if (known !== undefined) return known;
  for (const [folder, { idle }] of pools) {
    if (folder === inject('installedPackage')) continue;
    for (const child of idle) child.disconnect();
    pools.delete(folder);
  }
  const pool: Pool = { idle: [], waiting: [], started: 0 };
  pools.set(packageFolder, pool);
  return pool;
}

function nextIdle(pool: Pool, start: () => ChildProcess): Promise<ChildProcess> {
  const child = pool.idle.pop();
  if (child !== undefined) return Promise.resolve(child);
  if (pool.started >= AT_ONCE) return new Promise((resolve) => void pool.waiting.push(resolve));
  pool.started += 1;
  return Promise.resolve(start());
}

function giveBack(child: ChildProcess, { idle, waiting }: Pool): void {
  const next = waiting.shift();
  if (next === undefined) idle.push(child);
  else next(child);
}

function startChild(packageFolder: string): ChildProcess {
  const bundle = join(packageFolder, 'dist/livechat-conformance.js');
  return fork(PROGRAM, [bundle], { execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
}

/** What came of the command; rejects when it ends the process, or hangs. */
function answerOf(child: ChildProcess, hangsAfterMs: number): Promise<Omit<Finished, 'folder'>> {
  return new Promise((resolve, reject) => {
    const hanging = setTimeout(() => child.kill('SIGKILL'), hangsAfterMs);
    const onExit = (code: number | null, signal: string | null): void => {
      clearTimeout(hanging);
      reject(new Error(`the command ended the process it shares: ${signal ?? code}`));
    };
    child.once('exit', onExit);
    child.once('message', (answer: Omit<Finished, 'folder'>) => {
      clearTimeout(hanging);
      child.off('exit', onExit);
      resolve(answer);
    });
  });
}
