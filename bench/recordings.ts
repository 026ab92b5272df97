// How fast a recording is judged from end to end, beside a bare loop over the same file; `bench.ts` bundles and runs it.
import { readFileSync } from 'node:fs';
import { contracts } from '../src/generated/contracts.ts';
import { loadSuite, ownFolders } from '../src/load/load-suite.ts';
import { heldMemory } from './held-memory.ts';
import { compare } from './ratio.ts';
import { readRecorded } from './recorded-exchanges.ts';
import { bareFile, harEntries, harFile, judgeFile } from './recording-loops.ts';

const COUNT = 100_000;
const ROUNDS = 3;
const ROUND = 20_000;

const suite = loadSuite(ownFolders(), contracts);
const recorded = readRecorded(readFileSync(process.argv[2] ?? '', 'utf8'), suite).filter(
  ({ exchange: { result } }) => result.kind === 'response' && 'text' in result.response.body,
);
const entries = harEntries(recorded);
console.log(
  await compare(
    `  ${ROUND} entries of a HAR file / lines, JSON.parse and bare ajv`,
    ROUNDS,
    () => judgeFile(suite, harFile(entries, ROUND)),
    () => bareFile(recorded, harFile(entries, ROUND)),
  ),
);

/** Held while the report of so many entries is. */
async function heldWith(count: number): Promise<string> {
  const report = await judgeFile(suite, harFile(entries, count));
  return `${report.observation?.matched ?? 0} entries: ${heldMemory().toFixed(1)} MB`;
}
console.log(`  heap held with the report of ${await heldWith(COUNT / 4)}; of ${await heldWith(COUNT)}`);
