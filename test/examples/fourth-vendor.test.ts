// A vendor of a team's own: judged, served and looked for in the sources, where nothing may know of it.
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, inject, test } from 'vitest';
import { canonicalPact } from '../../scripts/pacts/canonical-pact.ts';
import { reportIn } from '../cli/run-command.ts';
import { runWarmCommand } from '../cli/warm-command.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const EXAMPLE = join(ROOT, 'examples/fourth-vendor');
const OWN = ['--specs', join(EXAMPLE, 'specs'), '--contracts', join(EXAMPLE, 'contracts'), '--only-own'];
const OPERATION = 'lanterndesk.handOverConversation';

describe('a fourth vendor', () => {
  test('is judged beside nothing but its folders, its own document quoted', async () => {
    const documents = ['--documents', join(EXAMPLE, 'documents')];
    const checks = ['--checks', join(EXAMPLE, 'checks')];
    const { exitCode, stderr, folder } = await runWarmCommand(['run', ...OWN, ...checks, ...documents]);
    expect(`${exitCode} ${stderr}`).toBe('0 ');
    const report = reportIn(folder);
    expect(report.operations.map(({ operation, verdict }) => [operation, verdict])).toEqual([
      [OPERATION, 'conformant'],
    ]);
    expect(report.stale).toEqual([]);
    expect(report.operations[0]?.reliedOn.consumers.map(({ consumer }) => consumer)).toEqual(['night-shift']);
    const rule = report.operations[0]?.cases.filter(
      ({ check }) => check === 'contract-rule-sortable-instant',
    );
    expect(rule?.map(({ outcome }) => outcome)).toContain('passed');
    const own = report.operations[0]?.cases.filter(({ check }) => check === 'own-refusal-code');
    // The page shows a code for a wrong key, for none and for a team that is missing.
    expect(own?.filter(({ outcome }) => outcome === 'passed')).toHaveLength(3);
    expect(report.checks?.map(({ from }) => from)).toEqual(['checks/refusal-code.mjs']);
  });

  test('is found out when it takes anybody in', async () => {
    const { exitCode, folder } = await runWarmCommand([
      'run',
      ...OWN,
      '--fault',
      'any.accepts-no-credentials',
    ]);
    expect(exitCode).toBe(1);
    const findings = reportIn(folder).operations.flatMap(({ cases }) => cases.flatMap((one) => one.findings));
    expect(findings.map(({ pointer, source }) => `${pointer} ${source.document}:${source.lines[0]}`)).toEqual(
      ['response.status lanterndesk-handover:21'],
    );
  });

  test('has a tenant whose plan needs nothing but what its file gives', async () => {
    const tenant = ['--tenant', join(EXAMPLE, 'tenants/lanterndesk.example.yaml')];
    const environment = { LANTERN_KEY: 'key-of-the-night-shift' };
    const { exitCode, stdout } = await runWarmCommand(['run', ...OWN, ...tenant, '--dry-run'], {
      environment,
    });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Plan for the target "lanterndesk-sandbox": 2 requests');
    expect(stdout).not.toContain('key-of-the-night-shift');
  });

  test('has a pact that Pact itself has written', async () => {
    const folder = mkdtempSync(join(inject('scratch'), 'pact-'));
    await promisify(execFile)(process.execPath, [join(EXAMPLE, 'contracts/write-pact.mjs'), folder]);
    const file = 'night-shift-lanterndesk.json';
    const textIn = (place: string) => canonicalPact(readFileSync(join(place, file), 'utf8'));
    expect(textIn(folder)).toBe(textIn(join(EXAMPLE, 'contracts/pacts')));
  });

  test('is named nowhere in the sources', () => {
    const files = readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true });
    const naming = files
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .filter((file) => /lantern/i.test(readFileSync(file, 'utf8')));
    expect(naming).toEqual([]);
    expect(files.length).toBeGreaterThan(300);
  });
});
