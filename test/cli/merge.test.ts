import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { folderOfChecks, MARKED, ownCheck } from '../fixtures/own-checks.ts';
import { reportIn, temporaryFolder } from './run-command.ts';
import { runWarmCommand } from './warm-command.ts';

const ALL = [
  '--vendor',
  'rocketchat',
  '--vendor',
  'genesys',
  '--operation',
  'registerDepartment',
  '--operation',
  'inviteAgentToChat',
];
const FAULT = [
  '--fault',
  'genesys.notifications-without-messages',
  '--timeout',
  '1500',
  '--reporter',
  'json',
  '--checks',
  'desk-checks',
];

let folder: string;
let whole: Report;

beforeAll(async () => {
  folder = temporaryFolder();
  folderOfChecks(folder, { 'a.mjs': ownCheck('a-mark', `operations: undefined, ${MARKED}`) });
  await runWarmCommand([...ALL, ...FAULT], { folder });
  whole = reportIn(folder);
  for (const part of ['1/2', '2/2']) {
    await runWarmCommand([...ALL, ...FAULT, '--shard', part], { folder });
    cpSync(join(folder, 'reports/latest/'), join(folder, `part-${part.charAt(0)}`), {
      recursive: true,
      dereference: true,
    });
  }
}, 90_000);

function merged(): Report {
  return JSON.parse(readFileSync(join(folder, 'reports/merged/report.json'), 'utf8'));
}

test('the parts make up the whole run', async () => {
  const run = await runWarmCommand(['merge', 'part-2', 'part-1', '--expect', '2'], { folder });
  expect(run).toMatchObject({ exitCode: 1, stderr: '' });
  const { totals, verdict, gateShutBy, operations, exitCode, shard, checks, basis } = merged();
  expect(checks).toEqual(whole.checks?.map((one) => ({ ...one, operations: one.operations.toSorted() })));
  expect(checks).toHaveLength(1);
  expect(basis).toEqual(whole.basis);
  expect({ totals, verdict, gateShutBy, exitCode, shard }).toEqual({
    totals: whole.totals,
    verdict: whole.verdict,
    gateShutBy: whole.gateShutBy,
    exitCode: 1,
    shard: undefined,
  });
  expect(operations.map((one) => [one.operation, one.verdict]).toSorted()).toEqual(
    whole.operations.map((one) => [one.operation, one.verdict]).toSorted(),
  );
});

test.each([
  ['a part that is missing', ['part-1'], '2/2'],
  ['fewer than expected', ['part-1', 'part-2', '--expect', '3'], 'instead of the 3'],
  ['the same part twice', ['part-1', 'part-1', 'part-2'], 'both judge'],
])('%s is refused', async (_, args, said) => {
  const run = await runWarmCommand(['merge', ...args], { folder });
  expect(run.exitCode).toBe(2);
  expect(run.stderr).toContain(said);
  expect(run.stderr).toContain('part-1');
});

test('more parts than operations are refused', async () => {
  const run = await runWarmCommand([...ALL, '--shard', '3/3'], { folder });
  expect(run.exitCode).toBe(2);
  expect(run.stderr).toContain('at most 2 parts');
});
