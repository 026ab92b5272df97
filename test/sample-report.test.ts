import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { sampleReport } from '../scripts/sample-report.ts';

const SAMPLE = resolve(import.meta.dirname, '../reports/sample');

it('the committed sample report is what a run writes today (npm run sample renews it)', async () => {
  const files = await sampleReport();
  expect(readdirSync(SAMPLE).toSorted()).toEqual([...files.keys()].toSorted());
  for (const [name, content] of files)
    expect(readFileSync(join(SAMPLE, name), 'utf8') === content, name).toBe(true);
});
