import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from './run-command.ts';
import { runWarmCommand } from './warm-command.ts';

/** The committed sample: a run with two planted faults, whose gate is not met. */
const SAMPLE = resolve(import.meta.dirname, '../../reports/sample');

let folder: string;

beforeAll(() => {
  folder = temporaryFolder();
  cpSync(join(SAMPLE, 'report.json'), join(folder, 'report.json'));
});

test('a saved run is rendered again to the same text, in every format that is a file', async () => {
  const args = ['junit', 'summary', 'html', 'dossier', 'json'].flatMap((name) => ['--reporter', name]);
  const run = await runWarmCommand(['report', folder, ...args]);
  expect(run).toMatchObject({ exitCode: 0, stderr: '' });
  for (const file of ['junit.xml', 'summary.md', 'index.html', 'dossier.md', 'report.json'])
    expect(readFileSync(join(folder, file), 'utf8') === readFileSync(join(SAMPLE, file), 'utf8'), file).toBe(
      true,
    );
});

test('the terminal is shown where nothing else is asked for, and - is standard output', async () => {
  const file = join(folder, 'report.json');
  expect((await runWarmCommand(['report', file])).stdout).toContain('✗ nonconformant');
  expect((await runWarmCommand(['report', file, '--reporter', 'junit=-'])).stdout).toMatch(/^<\?xml/);
});

test('--exit-code ends as the run did', async () => {
  expect((await runWarmCommand(['report', folder, '--exit-code'])).exitCode).toBe(1);
});

test.each([
  ['of another version', '{ "schemaVersion": 9 }', 'report version 9'],
  ['that is none', '{ "schemaVersion": 1 }', 'report.json'],
  ['that was cut off', '{ "schemaVersion": 1, ', 'no valid JSON'],
])('a report %s is refused with a reason', async (_, text, reason) => {
  const broken = temporaryFolder();
  writeFileSync(join(broken, 'report.json'), text);
  const run = await runWarmCommand(['report', broken]);
  expect(run.exitCode).toBe(2);
  expect(run.stderr).toContain(reason);
  expect(existsSync(join(broken, 'junit.xml'))).toBe(false);
});
