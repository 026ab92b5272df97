// How fast a recording is judged from end to end, beside a bare loop over the same file; `bench.ts` bundles and runs it.
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { contracts } from '../src/generated/contracts.ts';
import { loadSuite, ownFolders } from '../src/load/load-suite.ts';
import { NO_COUNTER, type StretchCounter } from '../src/observed/stretch-counter.ts';
import { openCountingThreads, usualThreads } from '../src/threads/open-counting-threads.ts';
import { heldMemory } from './held-memory.ts';
import { compare } from './ratio.ts';
import { type Recorded, readRecorded } from './recorded-exchanges.ts';
import { bareFile, harEntries, harFile, recordingJudge } from './recording-loops.ts';

const COUNT = 100_000;
const ROUNDS = 3;

const suite = loadSuite(ownFolders(), contracts);
const recorded = readRecorded(readFileSync(process.argv[2] ?? '', 'utf8'), suite).filter(
  ({ exchange: { result } }) => result.kind === 'response' && 'text' in result.response.body,
);
const accepted = recorded.filter(({ intent }) => intent.kind === 'accepted');
for (const threads of new Set([0, usualThreads()])) {
  const counter = openCountingThreads({ suite, checkFolders: [], threads, onLost: fail });
  await measure('entries as applications send them', accepted, counter);
  await measure('entries, most wrong on purpose', recorded, counter);
  await counter.close();
}
console.log(`  heap held with the report of ${(await held(recorded)).join('; of ')}`);

/** What threads have not counted would be measured as if they had. */
function fail(problem: string): never {
  throw new Error(problem);
}

async function measure(what: string, exchanges: readonly Recorded[], counter: StretchCounter): Promise<void> {
  // Made beforehand: to make a file is no part of either.
  const chunks: Buffer[] = [];
  for await (const chunk of harFile(harEntries(exchanges), COUNT)) chunks.push(chunk);
  const file = () => Readable.from(chunks);
  const judgeFile = async () => {
    const measured = recordingJudge(suite, counter);
    await measured.judge(file());
    const seen = measured.report().observation?.exchanges;
    if (seen !== COUNT) throw new Error(`${seen} exchanges were judged, of ${COUNT}`);
  };
  const where = counter.atOnce === 0 ? '' : `, ${counter.atOnce} threads`;
  console.log(
    await compare(`  HAR of ${COUNT} ${what}${where} / bare loop`, ROUNDS, judgeFile, () =>
      bareFile(exchanges, file()),
    ),
  );
}

/** Held in this thread while the report of so many entries is. */
async function held(exchanges: readonly Recorded[]): Promise<readonly string[]> {
  const entries = harEntries(exchanges);
  const texts: string[] = [];
  for (const count of [COUNT / 4, COUNT / 2, COUNT]) {
    const measured = recordingJudge(suite, NO_COUNTER);
    await measured.judge(harFile(entries, count));
    const report = measured.report();
    texts.push(`${report.observation?.matched ?? 0} entries: ${heldMemory().toFixed(1)} MB`);
  }
  return texts;
}
