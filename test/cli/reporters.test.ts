import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from './run-command.ts';
import { runWarmCommand } from './warm-command.ts';

const ONE = ['--operation', 'joinChat'];

test('only the wanted formats are written, and the report they are made from', async () => {
  const run = await runWarmCommand([...ONE, '--reporter', 'junit', '--reporter', 'summary']);
  expect(run.exitCode).toBe(0);
  expect(readdirSync(join(run.folder, 'reports/latest')).sort()).toEqual([
    ...['evidence.ndjson', 'junit.xml', 'report.json', 'summary.md'],
  ]);
  expect(run.stdout).toMatch(/^Report: \S+report\.json\n$/);
});

test('a format goes to the file it is given, and folders on the way are made', async () => {
  const run = await runWarmCommand([
    ...ONE,
    '--reporter',
    'junit=out/a=b.xml',
    '--reporter',
    'terminal=run.txt',
  ]);
  expect(run.exitCode).toBe(0);
  expect(readFileSync(join(run.folder, 'out/a=b.xml'), 'utf8')).toContain('<testsuites');
  expect(readFileSync(join(run.folder, 'run.txt'), 'utf8')).toContain('acquire.joinChat');
  expect(readdirSync(join(run.folder, 'reports/latest')).sort()).toEqual(['evidence.ndjson', 'report.json']);
});

test('json in a file is the report of the run', async () => {
  const run = await runWarmCommand([...ONE, '--reporter', 'json=copy.json']);
  const read = (file: string): unknown => JSON.parse(readFileSync(join(run.folder, file), 'utf8'));
  expect(read('copy.json')).toEqual(read('reports/latest/report.json'));
});

test('a file that cannot be written is named, and the report of the run is kept', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'taken'), '');
  const run = await runWarmCommand([...ONE, '--reporter', 'junit=taken/x.xml'], { folder });
  expect(run.exitCode).toBe(2);
  expect(run.stderr).toContain('[output-unwritable] taken/x.xml cannot be written');
  const [name = ''] = readdirSync(join(folder, 'reports'));
  expect(readdirSync(join(folder, 'reports', name))).toContain('report.json');
});

test('a folder that is called `latest` is not ours to remove', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'reports/latest'), { recursive: true });
  writeFileSync(join(folder, 'reports/latest/precious'), '');
  const run = await runWarmCommand(ONE, { folder });
  expect(run.exitCode).toBe(2);
  expect(run.stderr).toContain('[output-unwritable] reports/latest cannot be written');
  expect(readdirSync(join(folder, 'reports/latest'))).toEqual(['precious']);
});
