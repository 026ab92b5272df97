// The command that takes away what a killed run has left: what it says, and what it refuses.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { complaintOf } from '../cli/run-command.ts';
import { type MockedTenant, mockedTenant } from './mocked-tenant.ts';
import { ACQUIRE, openStage } from './run-stages.ts';

/** Several commands, one after the other. */
const PATIENCE = { timeout: 150_000 };

const CLEANUP = ['cleanup', '--tenant', 'tenants'];

/** Killed when a case was opened and the answer was on its way back: only a search finds it. */
async function cutOff(): Promise<MockedTenant & { readonly run: string }> {
  const tenant = await openStage(ACQUIRE);
  await tenant.killAt(3, tenant.run);
  return { ...tenant, run: join('reports', tenant.runs()[0] ?? '') };
}

describe('the command', () => {
  test('tells each thing, and has nothing to do a second time', PATIENCE, async () => {
    const { command, run, mock } = await cutOff();
    const first = await command(CLEANUP);
    expect(first.exitCode).toBe(0);
    expect(first.stdout).toMatch(/removed \(proven\) +acquire, case \(.*conformance-/);
    expect(first.stdout).toMatch(/removed \(not provable\) +acquire, contact \(/);
    expect(first.stdout).toContain(run);

    const sent = mock.requests.length;
    expect(await command(CLEANUP)).toMatchObject({
      exitCode: 0,
      stdout: 'No run in reports has left anything in mocked.\n',
    });
    expect((await command([...CLEANUP, run])).exitCode).toBe(0);
    expect(mock.requests.length).toBe(sent);
  });

  test(
    'sends nothing to another tenant, nor to another address, nor beside another command',
    PATIENCE,
    async () => {
      const { command, run, mock, write, baseUrl, folder } = await cutOff();
      const sent = mock.requests.length;
      write('other.yaml', {}, { name: 'other' });
      expect(complaintOf(await command(['cleanup', run, '--tenant', 'other.yaml']))).toMatch(
        /^2 error \[run-of-other\] .* in the tenant mocked, not other/,
      );
      write('moved.yaml', { baseUrl: baseUrl.replace('acquire', 'elsewhere') });
      expect(complaintOf(await command(['cleanup', run, '--tenant', 'moved.yaml']))).toMatch(
        /^2 error \[run-of-other\] .* at another address/,
      );
      writeFileSync(
        join(folder, run, 'in-use'),
        readFileSync(join(folder, run, 'in-use'), 'utf8').replace(/\d+$/, `${process.pid}`),
      );
      expect(complaintOf(await command([...CLEANUP, run]))).toMatch(/^2 error \[run-in-use\] /);
      expect(mock.requests.length).toBe(sent);
    },
  );

  test.each([
    [['cleanup'], 'option-missing'],
    [[...CLEANUP, 'nowhere'], 'file-unreadable'],
    [[...CLEANUP, '--out', 'nowhere'], 'file-unreadable'],
  ])('%j: %s', async (args, code) => {
    const { command } = await mockedTenant('acquire', {});
    expect(complaintOf(await command(args))).toContain(`2 error [${code}]`);
  });
});
