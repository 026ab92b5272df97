import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { devNull } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { VerifierJob, VerifierReply } from './verifier-job.ts';

/** Pact's verifier in its own process; jobs beyond the limit wait their turn. */
export interface VerifierProcess {
  /** The verifier's result document; rejects when the process is gone or gives none. */
  verify(job: Omit<VerifierJob, 'id'>): Promise<string>;
  close(): void;
  readonly pid: number | undefined;
}

/** More than this many at once starve the native library's thread pool. */
const AT_ONCE = 3;

interface Waiting {
  readonly resolve: (json: string) => void;
  readonly reject: (problem: Error) => void;
}

export function startVerifierProcess(): VerifierProcess {
  const child = forkChild();
  const running = new Map<number, Waiting>();
  const queue: { readonly job: VerifierJob; readonly waiting: Waiting }[] = [];
  let lost: Error | undefined;
  let count = 0;

  const startNext = (): void => {
    const next = running.size < AT_ONCE ? queue.shift() : undefined;
    if (next === undefined) return;
    running.set(next.job.id, next.waiting);
    stayAlive(child, true);
    child.send(next.job);
  };
  const settle = (reply: VerifierReply): void => {
    const waiting = running.get(reply.id);
    running.delete(reply.id);
    if ('json' in reply) waiting?.resolve(reply.json);
    else waiting?.reject(new Error(`Pact's verifier gave no result: ${reply.problem}`));
    startNext();
    if (running.size === 0) stayAlive(child, false);
  };
  const fail = (problem: string): void => {
    lost = new Error(problem);
    for (const waiting of [...running.values(), ...queue.map(({ waiting: queued }) => queued)])
      waiting.reject(lost);
    running.clear();
    queue.length = 0;
  };
  child.on('message', (reply: VerifierReply) => settle(reply));
  child.on('error', (error) => fail(`Pact's verifier could not be started: ${error.message}`));
  child.on('exit', (code, signal) => fail(`Pact's verifier ended early (${signal ?? `exit code ${code}`})`));

  return {
    pid: child.pid,
    verify: (job) =>
      new Promise((resolve, reject) => {
        if (lost === undefined) queue.push({ job: { ...job, id: count++ }, waiting: { resolve, reject } });
        else reject(lost);
        startNext();
      }),
    close: () => {
      child.removeAllListeners('exit');
      if (child.connected) child.disconnect();
    },
  };
}

function forkChild(): ChildProcess {
  const isSource = import.meta.url.endsWith('.ts');
  const file = fileURLToPath(
    new URL(isSource ? './verifier-child.ts' : './verifier-child.js', import.meta.url),
  );
  const child = fork(file, [], {
    execArgv: isSource ? ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href] : [],
    env: childEnvironment(process.env),
    // The native library prints its own report; it must neither reach our output nor fill a pipe.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  stayAlive(child, false);
  return child;
}

/** While a job is open the result is worth waiting for; an idle child must not keep the tool from ending. */
function stayAlive(child: ChildProcess, isNeeded: boolean): void {
  for (const handle of [child, child.channel]) {
    if (isNeeded) handle?.ref();
    else handle?.unref();
  }
}

/** Without telemetry, without a proxy between us and ourselves, and without filters from the caller's shell. */
export function childEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(environment).filter(
    ([name]) => !/^(https?_proxy|all_proxy|no_proxy|pact_.*)$/i.test(name),
  );
  return {
    ...Object.fromEntries(kept),
    NO_PROXY: '127.0.0.1,localhost',
    PACT_DO_NOT_TRACK: 'true',
    UV_THREADPOOL_SIZE: '16',
    // It speaks plain HTTP to ourselves, and would read every root certificate of the machine for each interaction.
    SSL_CERT_FILE: devNull,
    SSL_CERT_DIR: devNull,
  };
}
