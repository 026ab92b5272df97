// What a run has saved is judged again, by another process with a key of its own, and comes to the same findings.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listFaults } from '../../src/mock/faults/list-faults.ts';
import type { Report } from '../../src/model/report.ts';
import { withoutTexts } from '../privacy/without-texts.ts';
import { mockedTenant } from './mocked-tenant.ts';

const OPERATIONS = ['acquire.joinChat', 'acquire.addChatMessage'].flatMap((id) => ['--operation', id]);
const ALLOWED = {
  effects: ['creates', 'notifies-people', 'joins-as-person'],
  sendings: ['contract', 'variant', 'probe'],
};
const FAULTS = ['acquire.message-wrong-text', 'acquire.message-wrong-sender', 'acquire.join-date-format'];

function reportIn(folder: string, run: string): Report {
  const report: Report = JSON.parse(readFileSync(join(folder, run, 'report.json'), 'utf8'));
  return report;
}

/** Everything that is decided; pseudonyms change the texts. */
function decided({ operations, totals, exitCode }: Report) {
  const cases = operations.map(({ operation, verdict, cases }) => [
    operation,
    verdict,
    cases.map(withoutTexts),
  ]);
  return { cases, totals, exitCode };
}

describe('evidence', () => {
  test.each([
    ['of a tenant that does what is documented', []],
    [`of one with the faults ${FAULTS.join(', ')}`, FAULTS],
  ])('%s gives the same findings again', { timeout: 90_000 }, async (_, faults) => {
    const known = listFaults().map(({ name }) => name);
    expect(faults.filter((name) => !known.includes(name))).toEqual([]);
    const tenant = await mockedTenant('acquire', ALLOWED, { faults });
    const first = await tenant.command(['run', '--tenant', 'tenants', '--reporter', 'json', ...OPERATIONS]);
    const run = join('reports', tenant.runs()[0] ?? '');
    const found = reportIn(tenant.folder, run);
    const sent = tenant.mock.requests.length;
    const again = await tenant.command(['run', '--tenant', 'tenants', '--reporter', 'json', '--resume', run]);
    expect(again.exitCode, again.stderr).toBe(first.exitCode);
    expect(decided(reportIn(tenant.folder, run))).toEqual(decided(found));
    expect(tenant.mock.requests).toHaveLength(sent);
    const findings = found.operations.flatMap(({ cases }) => cases.flatMap((one) => one.findings));
    expect(findings.length > 0).toBe(faults.length > 0);
  });
});
