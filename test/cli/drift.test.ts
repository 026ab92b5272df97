import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { reportIn, temporaryFolder } from './run-command.ts';
import { runWarmCommand } from './warm-command.ts';

const JOIN = ['--operation', 'joinChat', '--reporter', 'terminal'] as const;
const WRONG = ['--fault', 'acquire.join-wrong-case'] as const;

let folder: string;

beforeAll(async () => {
  folder = temporaryFolder();
  await runWarmCommand([...JOIN, '--history', 'kept'], { folder });
  cpSync(join(folder, 'reports/latest/'), join(folder, 'calm'), { recursive: true, dereference: true });
  await runWarmCommand([...JOIN, ...WRONG, '--history', 'kept'], { folder });
  cpSync(join(folder, 'reports/latest/'), join(folder, 'wrong'), { recursive: true, dereference: true });
});

test('diff says what is new and ends with 1, and what is fixed and ends with 0', async () => {
  const worse = await runWarmCommand(['diff', 'calm', 'wrong'], { folder });
  expect(worse).toMatchObject({ exitCode: 1, stderr: '' });
  expect(worse.stdout).toMatch(/^ {2}verdict +acquire\.joinChat: conformant → nonconformant/m);
  expect(worse.stdout).toMatch(/^ {2}new +(?:must|should) acquire\.joinChat response\.body#\/data\/id/m);
  const better = await runWarmCommand(['diff', 'wrong/report.json', 'calm/report.json'], { folder });
  expect(better.exitCode).toBe(0);
  expect(better.stdout).toMatch(/^ {2}fixed +(?:must|should)/m);
  const json = await runWarmCommand(['diff', 'calm', 'wrong', '--json'], { folder });
  expect(JSON.parse(json.stdout).counts).toMatchObject({ fixed: 0, gone: 0 });
});

test('a format shows what has changed', async () => {
  const run = await runWarmCommand(['diff', 'calm', 'wrong', '--reporter', 'summary=changes.md'], { folder });
  expect(run.exitCode).toBe(1);
  expect(readFileSync(join(folder, 'changes.md'), 'utf8')).toContain('## What has changed');
});

test('--baseline lets the same deviation pass, and says so', async () => {
  const run = await runWarmCommand([...JOIN, ...WRONG, '--baseline', 'wrong'], { folder });
  expect(run.exitCode).toBe(0);
  expect(run.stdout).toContain('as before');
  expect(reportIn(folder)).toMatchObject({ exitCode: 0, verdict: 'nonconformant', gateShutBy: [] });
  expect((await runWarmCommand([...JOIN, ...WRONG, '--baseline', 'calm'], { folder })).exitCode).toBe(1);
});

test('--history keeps runs, and what flickers does not fail', async () => {
  expect(readFileSync(join(folder, 'kept/mock.ndjson'), 'utf8').trim().split('\n')).toHaveLength(2);
  const args = [...JOIN, ...WRONG, '--history', 'kept', '--flicker', '3/5'];
  expect((await runWarmCommand(args, { folder })).exitCode).toBe(0);
  const shown = await runWarmCommand(['history', 'kept'], { folder });
  expect(shown).toMatchObject({ exitCode: 0, stderr: '' });
  expect(shown.stdout).toContain('acquire.joinChat');
});

test.each([
  [['--flicker', '2/3'], '--history'],
  [['--history', 'kept', '--flicker', '3/2'], '2/3'],
  [['--history', 'kept', '--verified-within', 'soon'], '30d'],
  [['--baseline', 'nowhere'], 'nowhere'],
])('%s is refused with what to give', async (args, said) => {
  const run = await runWarmCommand([...JOIN, ...args], { folder });
  expect(run.exitCode).toBe(2);
  expect(run.stderr).toContain(said);
});
