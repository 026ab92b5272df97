// How fast a recording is judged from end to end, beside a bare loop over the same files; `bench.ts` bundles and runs it.
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { contracts } from '../src/generated/contracts.ts';
import { loadSuite, ownFolders } from '../src/load/load-suite.ts';
import { heldMemory } from './held-memory.ts';
import { row, timed } from './ratio.ts';
import { type Recorded, readRecorded } from './recorded-exchanges.ts';
import { bareFile, harEntries, harFile, recordingJudge } from './recording-loops.ts';

const COUNT = 100_000;
/** So many files, judged in turn with the bare loop over the same one: what slows the machine slows both. */
const FILES = 20;
const PER_FILE = COUNT / FILES;

const suite = loadSuite(ownFolders(), contracts);
const recorded = readRecorded(readFileSync(process.argv[2] ?? '', 'utf8'), suite).filter(
  ({ exchange: { result } }) => result.kind === 'response' && 'text' in result.response.body,
);
await measure(
  'entries as applications send them',
  recorded.filter(({ intent }) => intent.kind === 'accepted'),
);
await measure('entries, most of them wrong on purpose', recorded);
console.log(`  heap held with the report of ${(await held(recorded)).join('; of ')}`);

async function measure(what: string, exchanges: readonly Recorded[]): Promise<void> {
  const entries = harEntries(exchanges);
  // Made beforehand: to make a file is no part of either.
  const chunks: Buffer[] = [];
  for await (const chunk of harFile(entries, PER_FILE)) chunks.push(chunk);
  const file = () => Readable.from(chunks);
  // What is compiled when it is first needed is so before.
  await recordingJudge(suite).judge(file());
  await bareFile(exchanges, file());
  const measured = recordingJudge(suite);
  const times = { own: 0, base: 0 };
  for (let round = 0; round < FILES; round += 1) {
    times.base += await timed(() => bareFile(exchanges, file()));
    times.own += await timed(() => measured.judge(file()));
  }
  times.own += await timed(() => measured.report());
  console.log(row(`  ${COUNT} ${what} / JSON.parse, bare ajv`, times));
  console.log(`  at ${((100 * times.base) / times.own).toFixed(0)} % of the speed of the bare loop`);
}

/** Held while the report of so many entries is. */
async function held(exchanges: readonly Recorded[]): Promise<readonly string[]> {
  const entries = harEntries(exchanges);
  const texts: string[] = [];
  for (const count of [COUNT / 4, COUNT / 2, COUNT]) {
    const measured = recordingJudge(suite);
    await measured.judge(harFile(entries, count));
    const report = measured.report();
    texts.push(`${report.observation?.matched ?? 0} entries: ${heldMemory().toFixed(1)} MB`);
  }
  return texts;
}
