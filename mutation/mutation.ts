// `npm run mutation [-- --operation ID]`: contradicts every documented claim on the mock, one change at a time, and
// counts what the judges catch; then changes answers in ways no document forbids, and counts false alarms.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPactMatcher } from '../src/judges/contract/pact-matcher.ts';
import { findSurvivors } from './find-survivors.ts';
import { openLaboratory } from './laboratory.ts';
import { renderMutationTable } from './mutation-table.ts';

const { values } = parseArgs({
  options: { operation: { type: 'string' }, out: { type: 'string', default: 'reports/mutation' } },
});
const matcher = await startPactMatcher();
try {
  const laboratory = openLaboratory(matcher);
  const started = Date.now();
  const result = await findSurvivors(laboratory, values.operation, (done, of) => {
    if (!process.stderr.isTTY) return;
    const left = Math.round((((Date.now() - started) / Math.max(done, 1)) * (of - done)) / 1000);
    process.stderr.write(`\r\u001b[K${done}/${of} mutants, about ${left} s left`);
  });
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  mkdirSync(values.out, { recursive: true });
  writeFileSync(join(values.out, 'mutation.json'), `${JSON.stringify(result, null, 2)}\n`);
  process.stdout.write(`${renderMutationTable(result)}\nDetails: ${join(values.out, 'mutation.json')}\n`);
  process.exitCode = result.survivors.length === 0 && result.falseAlarms.length === 0 ? 0 : 1;
} finally {
  await matcher.close();
}
