import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { reportIn, startCommand } from './run-command.ts';
import { waitUntil } from './wait-until.ts';
import { runWarmCommand } from './warm-command.ts';

function findingsOf({ operations }: Report) {
  return operations.flatMap(({ cases }) => cases.flatMap(({ findings }) => findings));
}

function childrenOf(pid: number): readonly number[] {
  try {
    return execFileSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map(Number);
  } catch {
    return [];
  }
}

test('without Pact’s verifier nothing is proven, and the report says so', async () => {
  const run = startCommand(['--operation', 'joinChat', '--fault', 'any.slow', '--timeout', '30000']);
  const { pid } = run.child;
  if (pid === undefined) throw new Error('the command did not start');
  const verifier = await waitUntil(() => childrenOf(pid)[0], 'Pact’s verifier');
  process.kill(verifier, 'SIGKILL');
  const { exitCode, stdout } = await run.finished;
  expect(exitCode).toBe(3);
  expect(stdout).toContain('Pact’s verifier ended early'.replace('’', "'"));
  const [operation] = reportIn(run.folder).operations;
  expect(operation?.verdict).toBe('unproven');
  const contract = operation?.cases.filter(
    ({ judge, check }) => judge === 'contract' && check === 'contract',
  );
  expect(contract).not.toEqual([]);
  for (const { outcome, reason } of contract ?? [])
    expect(`${outcome}: ${reason}`).toMatch(/^errored: .*SIGKILL/);
});

test('a connection that breaks proves nothing, and nobody is blamed for it', async () => {
  const run = await runWarmCommand(['--vendor', 'acquire', '--fault', 'any.connection-dropped']);
  expect(run.exitCode).toBe(3);
  const report = reportIn(run.folder);
  expect(report.operations.map(({ verdict }) => verdict)).toEqual(report.operations.map(() => 'unproven'));
  for (const { because } of report.operations) expect(because).toContain('UND_ERR_SOCKET');
  expect(new Set(findingsOf(report).map(({ blame }) => blame))).toEqual(new Set(['undetermined']));
});

test('credentials that are refused are the setup’s fault', async () => {
  const run = await runWarmCommand(['--operation', 'joinChat', '--fault', 'any.refuses-credentials']);
  expect(run.exitCode).toBe(3);
  expect(reportIn(run.folder).operations[0]?.because).toContain('did not accept the credentials (401)');
  expect(new Set(findingsOf(reportIn(run.folder)).map(({ blame }) => blame))).toEqual(new Set(['setup']));
  expect(run.stdout).toContain('unproven');
});

test('notifications that do not come break what is documented and relied on', async () => {
  const args = ['--vendor', 'genesys', '--fault', 'genesys.notifications-none', '--timeout', '700'];
  const run = await runWarmCommand(args);
  expect(run.exitCode).toBe(1);
  const missing = findingsOf(reportIn(run.folder)).filter(
    ({ check }) => check === 'notification-completeness',
  );
  expect(missing.map(({ pointer }) => pointer).sort()).toEqual([
    ...['notifications.inviteFailed', 'notifications.newMessages', 'notifications.participantsUpdated'],
  ]);
  for (const { actual } of missing) expect(actual).toMatch(/within 700 ms|none/);
});

test('several faults act together', async () => {
  const faults = ['--fault', 'acquire.join-id-text', '--fault', 'acquire.join-status-missing'];
  const run = await runWarmCommand(['--operation', 'joinChat', ...faults]);
  expect(run.exitCode).toBe(1);
  const report = reportIn(run.folder);
  expect(report.target.faults).toEqual(['acquire.join-id-text', 'acquire.join-status-missing']);
  const pointers = findingsOf(report).map(({ pointer }) => pointer);
  expect(pointers).toContain('response.body#/data/id');
  expect(pointers).toContain('response.body#/data/status');
});
