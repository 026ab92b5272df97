// How fast a recording is judged from end to end, beside a bare loop over the same file; `bench.ts` bundles and runs it.
import { readFileSync } from 'node:fs';
import { contracts } from '../src/generated/contracts.ts';
import { loadSuite, ownFolders } from '../src/load/load-suite.ts';
import { heldMemory } from './held-memory.ts';
import { row, timed } from './ratio.ts';
import { readRecorded } from './recorded-exchanges.ts';
import { bareFile, harEntries, harFile, judgeFile } from './recording-loops.ts';

const COUNT = 100_000;
const WARM_UP = 5000;

const suite = loadSuite(ownFolders(), contracts);
const recorded = readRecorded(readFileSync(process.argv[2] ?? '', 'utf8'), suite).filter(
  ({ exchange: { result } }) => result.kind === 'response' && 'text' in result.response.body,
);
const entries = harEntries(recorded);
await judgeFile(suite, harFile(entries, WARM_UP));
await bareFile(recorded, harFile(entries, WARM_UP));
// Once: so many entries are many rounds by themselves.
const times = {
  base: await timed(() => bareFile(recorded, harFile(entries, COUNT))),
  own: await timed(() => judgeFile(suite, harFile(entries, COUNT))),
};
console.log(row(`  ${COUNT} entries of a HAR file / lines, JSON.parse and bare ajv`, times));
console.log(`  at ${((100 * times.base) / times.own).toFixed(0)} % of the speed of the bare loop`);

/** Held while the report of so many entries is. */
async function heldWith(count: number): Promise<string> {
  const report = await judgeFile(suite, harFile(entries, count));
  return `${report.observation?.matched ?? 0} entries: ${heldMemory().toFixed(1)} MB`;
}
const held = [await heldWith(COUNT / 4), await heldWith(COUNT / 2), await heldWith(COUNT)];
console.log(`  heap held with the report of ${held.join('; of ')}`);
