import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Operation } from '../model/operation.ts';
import type { Suite } from '../model/suite.ts';
import type { CountedStretch } from '../observed/counted-stretch.ts';
import type { BaseUrls } from '../observed/match-operation.ts';
import type { StretchCounter } from '../observed/stretch-counter.ts';
import { matterOf } from './suite-matter.ts';
import type { CountingGrounds, CountingJob, CountingReply, CountingWork } from './thread-messages.ts';

/** What threads count by, and how many there are. */
export interface CountingThreadsOptions {
  readonly suite: Suite;
  readonly checkFolders: readonly string[];
  readonly baseUrls?: BaseUrls;
  /** Only these are judged; without it all. */
  readonly operations?: readonly Operation[] | undefined;
  /** 0 leaves everything to whoever asks. */
  readonly threads: number;
  /** Told once of each thread that ends early, and why; what it had is left to whoever asks. */
  readonly onLost: (problem: string) => void;
  /** Stretches that come before any thread is started: what is short is done before one is up. */
  readonly startAfter?: number;
}

export interface CountingThreads extends StretchCounter {
  close(): Promise<void>;
}

const START_AFTER = 4;
const MOST_THREADS = 8;
/** What is read of an entry is gone with it; with more room it is gone before anybody has to look for what is left. */
const YOUNG_MEGABYTES = 96;

/** As many as there are processors. One is quicker than none even on one: it has more room for what is soon gone. */
export function usualThreads(): number {
  return Math.min(availableParallelism(), MOST_THREADS);
}

/** Threads that count stretches of recordings; none is started before there is enough to do. */
export function openCountingThreads(options: CountingThreadsOptions): CountingThreads {
  const { threads: wanted, startAfter = START_AFTER } = options;
  let threads: readonly CountingThread[] = [];
  let seen = 0;
  const count = (work: CountingWork) => leastBusy(threads)?.count(work);
  return {
    atOnce: wanted,
    count: ({ form, texts }) => {
      if (form === undefined) return undefined;
      seen += 1;
      if (seen === startAfter + 1) threads = startThreads(options);
      return count({ kind: 'texts', form, texts });
    },
    countObserved: (observed) => count({ kind: 'observed', observed }),
    close: async () => {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}

interface CountingThread {
  /** What it has yet to count; infinite where it is gone. */
  readonly waiting: () => number;
  readonly count: (work: CountingWork) => Promise<CountedStretch | undefined>;
  readonly close: () => Promise<void>;
}

function leastBusy(threads: readonly CountingThread[]): CountingThread | undefined {
  const alive = threads.filter((thread) => Number.isFinite(thread.waiting()));
  return alive.toSorted((one, other) => one.waiting() - other.waiting())[0];
}

function startThreads({
  suite,
  checkFolders,
  baseUrls = {},
  operations,
  threads,
  onLost,
}: CountingThreadsOptions): readonly CountingThread[] {
  const wanted = operations?.map(({ id }) => id);
  const grounds: CountingGrounds = { matter: matterOf(suite), checkFolders, baseUrls, wanted };
  return Array.from({ length: threads }, () => startThread(grounds, onLost));
}

function startThread(grounds: CountingGrounds, onLost: CountingThreadsOptions['onLost']): CountingThread {
  const worker = openWorker(grounds);
  const open = new Map<number, (counted: CountedStretch | undefined) => void>();
  let number = 0;
  let isLost = false;
  const lose = (problem: string): void => {
    if (!isLost) onLost(problem);
    isLost = true;
    for (const settle of open.values()) settle(undefined);
    open.clear();
  };
  worker.on('message', (reply: CountingReply) => {
    open.get(reply.number)?.(reply.counted);
    open.delete(reply.number);
  });
  worker.on('messageerror', ({ message }) => lose(message));
  worker.on('error', ({ message }) => lose(message));
  worker.on('exit', (code) => lose(`exit code ${code}`));
  return {
    waiting: () => (isLost ? Number.POSITIVE_INFINITY : open.size),
    count: (work) =>
      new Promise((resolve) => {
        number += 1;
        open.set(number, resolve);
        const job: CountingJob = { number, work };
        worker.postMessage(job);
      }),
    close: async () => {
      isLost = true;
      await worker.terminate();
    },
  };
}

function openWorker(workerData: CountingGrounds): Worker {
  // Beside this file, or beside what it was bundled into.
  const { extension = '.js' } = /(?<extension>\.\w+)$/.exec(import.meta.url)?.groups ?? {};
  const file = new URL(`./counting-thread${extension}`, import.meta.url);
  const options = { workerData, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES } };
  return extension === '.ts'
    ? new Worker(loadingSource(file), { ...options, eval: true })
    : new Worker(file, options);
}

/** What loads sources for the main thread does not do so for others by itself. */
function loadingSource(file: URL): string {
  const loader = import.meta.resolve('tsx/esm/api');
  return `import(${JSON.stringify(loader)}).then(({ register }) => (register(), import(${JSON.stringify(file.href)})));`;
}
