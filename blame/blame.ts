// `npm run blame [-- --operation ID]`: plants faults of every kind, each alone, in a run on the mock, and holds who is
// blamed against who is at fault.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { contracts } from '../src/generated/contracts.ts';
import { startPactMatcher } from '../src/judges/contract/pact-matcher.ts';
import { loadSuite, ownFolders } from '../src/load/load-suite.ts';
import { confusionOf } from './confusion.ts';
import { renderConfusion } from './confusion-table.ts';
import { type Harvest, harvest } from './harvest.ts';
import { plants } from './plants.ts';

const { values } = parseArgs({
  options: { operation: { type: 'string' }, out: { type: 'string', default: 'reports/blame' } },
});
const suite = loadSuite(ownFolders(), contracts);
const chosen = plants.filter(({ operation }) => [operation, undefined].includes(values.operation));
const matcher = await startPactMatcher();
try {
  const harvests: Harvest[] = [];
  for (const plant of chosen) {
    if (process.stderr.isTTY)
      process.stderr.write(`\r\u001b[K${harvests.length}/${chosen.length} ${plant.name}`);
    harvests.push(await harvest(plant, suite, matcher));
  }
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  const confusion = confusionOf(harvests);
  mkdirSync(values.out, { recursive: true });
  const file = join(values.out, 'blame.json');
  writeFileSync(file, `${JSON.stringify({ ...confusion, harvests }, null, 2)}\n`);
  process.stdout.write(`${renderConfusion(confusion)}\nDetails: ${file}\n`);
  process.exitCode = harvests.length > 0 && confusion.misses.length === 0 ? 0 : 1;
} finally {
  await matcher.close();
}
