import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { OF_THE_ACTION, PASSED_ON } from '../../ci/github/command-arguments.ts';
import { temporaryFolder } from '../cli/run-command.ts';
import { runWarmCommand } from '../cli/warm-command.ts';
import { PATIENCE_MS } from './ci-tools.ts';
import { actionFile, runAction } from './composite-action.ts';

vi.setConfig({ testTimeout: PATIENCE_MS });

const CANARY = 'canary-7f3a9c51e0';

test('every input of action.yml is either passed on or of the action itself', () => {
  expect([...PASSED_ON, ...OF_THE_ACTION].sort()).toEqual(Object.keys(actionFile.inputs).sort());
});

test('a vendor that deviates fails the step, with annotations, a summary, outputs and no secret', async () => {
  const { exitCode, stdout, stderr, outputs, summary, folder } = await runAction({
    given: {
      ...{ operations: 'acquire.joinChat\nacquire.inviteAgent', faults: 'acquire.join-wrong-case' },
      secrets: 'ACQUIRE_API_KEY',
    },
    environment: { ACQUIRE_API_KEY: CANARY },
  });
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 1 });
  expect(stdout).toMatch(/^::error file=specs\/acquire\.yaml,line=\d+,/m);
  expect(stdout).toMatch(
    /^::error title=Gate must%3A not met .*::acquire\.joinChat: .* breaks support-desk$/m,
  );
  expect(stdout).toMatch(/^::group::/m);
  expect(stdout.split('\n').filter((line) => line.includes(CANARY))).toEqual([`::add-mask::${CANARY}`]);
  expect(`${stdout}${stderr}`).not.toContain('\u001b');
  expect(Object.keys(outputs).sort()).toEqual(Object.keys(actionFile.outputs).sort());
  expect(outputs).toMatchObject({ 'exit-code': '1', verdict: 'nonconformant', 'new-findings': '' });
  expect(Number(outputs['gate-findings'])).toBeGreaterThan(0);
  expect(stdout).toContain(`Run ${outputs['run-id']}: nonconformant.`);
  for (const output of ['report-path', 'html-path', 'sarif-path', 'junit-path'])
    expect(readFileSync(join(folder, outputs[output] ?? ''), 'utf8')).not.toContain(CANARY);
  expect(summary).toContain('## Findings');
  expect(summary).toContain('acquire.joinChat');
});

test('each output of action.yml is that of its step', () => {
  for (const [name, { value }] of Object.entries(actionFile.outputs))
    expect(value).toBe(`\${{ steps.conformance.outputs.${name} }}`);
});

test('a pull request from a fork is told why a tenant cannot be judged', async () => {
  const fork = { head: { repo: { full_name: 'else/where' } }, base: { repo: { full_name: 'our/own' } } };
  const job = { given: { tenants: 'tenant.yaml' }, event: { pull_request: fork } };
  const { exitCode, stdout, outputs } = await runAction(job);
  expect(exitCode).toBe(2);
  expect(stdout).toMatch(/^::warning::A pull request from a fork gets no secrets/m);
  expect(outputs).toMatchObject({ 'exit-code': '2', verdict: '', 'report-path': '' });
});

test('parts that were judged apart are joined, in a folder of the workspace', async () => {
  const folder = temporaryFolder();
  for (const part of ['1', '2']) {
    const args = ['--vendor', 'genesys', '--vendor', 'rocketchat', '--shard', `${part}/2`];
    await runWarmCommand([...args, '--out', `within/part-${part}`, '--reporter', 'summary'], { folder });
  }
  const given = {
    ...{ command: 'merge', arguments: 'part-1/latest\npart-2/latest', expect: '2' },
    ...{ 'working-directory': 'within', summary: 'false' },
  };
  const { exitCode, outputs, summary } = await runAction({ folder, given });
  expect(exitCode).toBe(0);
  expect(outputs).toMatchObject({
    verdict: 'conformant',
    'report-path': 'within/reports/merged/report.json',
  });
  expect(existsSync(join(folder, outputs['html-path'] ?? ''))).toBe(true);
  expect(summary).toBe('');
});
