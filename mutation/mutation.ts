// `npm run mutation [-- --operation ID] [-- --sample]`: contradicts every documented claim on the mock, one change at
// a time, and counts what the judges catch; then changes answers in ways no document forbids, and counts false alarms.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPactMatcher } from '../src/judges/contract/pact-matcher.ts';
import { findSurvivors } from './find-survivors.ts';
import { openLaboratory } from './laboratory.ts';
import { isProof } from './mutation-result.ts';
import { renderMutationTable } from './mutation-table.ts';
import { showProgress } from './show-progress.ts';

const { values } = parseArgs({
  options: {
    operation: { type: 'string' },
    sample: { type: 'boolean', default: false },
    out: { type: 'string', default: 'reports/mutation' },
  },
});
const matcher = await startPactMatcher();
try {
  const progress = showProgress(process.stderr);
  const scope = { operation: values.operation, isSample: values.sample };
  const result = await findSurvivors(openLaboratory(matcher), scope, progress.step);
  progress.end();
  mkdirSync(values.out, { recursive: true });
  const file = join(values.out, 'mutation.json');
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
  process.stdout.write(`${renderMutationTable(result)}\nDetails: ${file}\n`);
  process.exitCode = isProof(result) ? 0 : 1;
} finally {
  await matcher.close();
}
