// A run with effects that is killed and gone on with: nothing is sent twice, and the report is that of a whole run.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { complaintOf, reportIn } from '../cli/run-command.ts';
import { type MockedTenant, mockedTenant } from './mocked-tenant.ts';

const OPERATION = 'acquire.joinChat';
const RUN = ['run', '--tenant', 'tenants', '--reporter', 'json', '--operation', OPERATION];
const EFFECTS = ['creates', 'notifies-people', 'joins-as-person'];

function resume(run: string): readonly string[] {
  return ['run', '--tenant', 'tenants', '--reporter', 'json', '--resume', run];
}

/** Each case with its outcome, apart from those of one exchange. */
function outcomes({ operations }: Report, apartFrom: string | undefined): readonly string[] {
  return operations.flatMap(({ cases }) =>
    cases
      .filter(({ exchange }) => exchange !== apartFrom)
      .map(({ id, outcome, reason }) => `${id} ${outcome} ${reason ?? ''}`),
  );
}

/** The documented calls that reached the vendor, but for the ids of the cases, which are new ones each time. */
function calls({ mock }: MockedTenant): readonly string[] {
  return mock.requests
    .filter(({ operation }) => operation === OPERATION)
    .map(({ body, headers, status }) => {
      const login = headers.filter(([name]) => name.toLowerCase() === 'authorization');
      return `${JSON.stringify([login, body ?? null]).replaceAll(/4\d{4}/g, 'case')} ${status}`;
    });
}

const WHOLE_RUN = { effects: EFFECTS, sendings: ['contract', 'variant', 'probe'] };

describe('a run that was killed', () => {
  test('is gone on with from wherever it was', { timeout: 300_000 }, async () => {
    const uncut = await mockedTenant('acquire', WHOLE_RUN);
    expect((await uncut.command(RUN)).stderr).toBe('');
    const expected = reportIn(uncut.folder);
    const first = bound(uncut, 1);
    // Before its second call arrives, with the answer of that on its way back, and while it cleans up.
    for (const killAt of [first, first + 1, uncut.boundaries() - 4]) {
      const tenant = await mockedTenant('acquire', WHOLE_RUN);
      expect(await tenant.killAt(killAt, RUN)).toBe(killAt + 1);
      const run = join('reports', tenant.runs()[0] ?? '');
      const resumed = await tenant.command(resume(run));
      expect(resumed.stderr).toBe('');
      const report = reportIn(tenant.folder);
      const lost = unknownIn(report);
      expect(lost.length, `killed at ${killAt}`).toBe(killAt > first + 1 ? 0 : 1);
      expect(outcomes(report, lost[0]), `killed at ${killAt}`).toEqual(outcomes(expected, lost[0]));
      expect(report.planHash).toBe(expected.planHash);
      expect(tenant.runs()).toHaveLength(1);

      // Each call once, and the one that never arrived not at all.
      expect(calls(tenant)).toEqual(calls(uncut).filter((_, at) => at !== 1 || killAt !== first));
      expect(tenant.mock.holdings('acquire')).toMatchObject({ cases: [], messages: [] });
    }
  });
});

/** Boundary at which a documented call arrives. */
function bound({ mock }: MockedTenant, index: number): number {
  const calls = mock.requests.flatMap(({ operation }, at) => (operation === OPERATION ? [at] : []));
  return 2 * (calls[index] ?? Number.NaN);
}

function unknownIn({ operations }: Report): readonly string[] {
  return operations.flatMap(({ cases }) =>
    cases
      .filter(({ reason }) => reason?.includes('not sent a second time') === true)
      .map(({ exchange }) => exchange),
  );
}

describe('--resume refuses', () => {
  test('another tenant, another plan, another address, and no run at all', { timeout: 120_000 }, async () => {
    const tenant = await mockedTenant('acquire', { effects: EFFECTS });
    const { mock, command, write, file, baseUrl, folder } = tenant;
    await tenant.killAt(2, RUN);
    const run = join('reports', tenant.runs()[0] ?? '');
    const evidence = () => readFileSync(join(folder, run, 'ledger.ndjson'), 'utf8');
    const [sent, written] = [mock.requests.length, evidence()];
    const complaint = async () => complaintOf(await command(resume(run)));
    write(file, {}, { name: 'other' });
    expect(await complaint()).toContain('2 error [run-of-other]');
    write(file, { baseUrl: baseUrl.replace('acquire', 'elsewhere') });
    expect(await complaint()).toContain('2 error [run-of-other]');
    write(file, { allow: { effects: ['creates'] } });
    expect(await complaint()).toContain('2 error [run-planned-otherwise]');
    mkdirSync(join(folder, 'empty'));
    expect(complaintOf(await command(resume('empty')))).toContain('2 error [run-without-record]');
    expect(complaintOf(await command([...resume(run), '--operation', OPERATION]))).toMatch(/^2 error/);
    expect(mock.requests.length).toBe(sent);
    expect(evidence()).toBe(written);
  });
});
