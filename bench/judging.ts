// How fast exchanges are judged, beside a bare loop over them in the same process; `bench.ts` bundles and runs it.
import { readFileSync } from 'node:fs';
import { contracts } from '../src/generated/contracts.ts';
import { loadSuite, ownFolders } from '../src/load/load-suite.ts';
import { bareAnswersLoop, barePayloadsLoop } from './bare-loops.ts';
import { heldMemory } from './held-memory.ts';
import { closingLoop, judgingLoop, type Loop } from './judging-loops.ts';
import { compare } from './ratio.ts';
import { readRecorded } from './recorded-exchanges.ts';

const COUNT = 100_000;
const ROUNDS = 7;

const [, , file = ''] = process.argv;
const recorded = readRecorded(readFileSync(file, 'utf8'), loadSuite(ownFolders(), contracts));
const judge = judgingLoop(recorded);
const close = closingLoop(recorded);
const payloads = barePayloadsLoop(recorded);
const counted = (loop: Loop) => () => loop(COUNT);

console.log(
  `${COUNT} exchanges, ${recorded.length} different ones of every operation / JSON.parse and bare ajv`,
);
for (const [name, own, baseline] of [
  ['schema and checks / of every payload', judge, payloads],
  ['schema and checks / of answers alone', judge, bareAnswersLoop(recorded)],
  ['schema, checks and blame / of every payload', close, payloads],
] as const)
  console.log(await compare(`  ${name}`, ROUNDS, counted(own), counted(baseline)));

close(COUNT / 2);
const half = heldMemory();
close(COUNT / 2);
console.log(
  `  heap held after ${COUNT / 2} and after ${COUNT}: ${half.toFixed(1)} MB, ${heldMemory().toFixed(1)} MB`,
);
