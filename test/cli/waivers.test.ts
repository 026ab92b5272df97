// A deviation, its waiver, the day it ends, and the day nothing is left to excuse: the gate of a pipeline.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { reportIn, temporaryFolder } from './run-command.ts';
import { runWarmCommand } from './warm-command.ts';

const RUN = ['--operation', 'joinChat', '--today', '2026-05-31'] as const;
const FAULT = ['--fault', 'acquire.join-wrong-case'] as const;

let folder: string;
/** What the failing run proposes, filled in by a person. */
let entries: readonly Record<string, string>[];

beforeAll(async () => {
  folder = temporaryFolder();
  const failing = await runWarmCommand([...RUN, ...FAULT], { folder });
  expect(failing.exitCode).toBe(1);
  expect(failing.stdout).toContain('--waivers');
  const proposed: unknown = parse(readFileSync(join(folder, 'reports/latest/waivers.proposed.yaml'), 'utf8'));
  const { waivers } = proposed as { readonly waivers: readonly Record<string, string>[] };
  entries = waivers.map((entry) => ({
    ...entry,
    reason: 'the vendor mends it in May',
    owner: 'desk team',
    ticket: 'DESK-7',
    expires: '2026-05-31',
  }));
});

function waive(given: readonly Record<string, string>[]): readonly string[] {
  writeFileSync(
    join(folder, 'waivers.yaml'),
    stringify({ waivers: given }, { aliasDuplicateObjects: false }),
  );
  return ['--waivers', 'waivers.yaml'];
}

test('a waived failure opens the gate and is shown as waived, never as passed', async () => {
  const run = await runWarmCommand([...RUN, ...FAULT, ...waive(entries)], { folder });
  expect(run.exitCode).toBe(0);
  expect(run.stdout).toContain('waived by desk team until 2026-05-31 (DESK-7)');
  const report = reportIn(folder);
  expect(report).toMatchObject({ exitCode: 0, gateShutBy: [] });
  expect(report.verdict).not.toBe('nonconformant');
  expect(report.totals.waived).toBeGreaterThan(0);
  expect(new Set(report.waivers.map(({ standing }) => standing))).toEqual(new Set(['applied']));
});

test.each([
  ['the day after the last', () => entries, FAULT, '2026-06-01', 'expired'],
  ['the vendor has mended it', () => entries, [], '2026-05-31', 'stale'],
  ['one stands twice', () => [...entries, ...entries], FAULT, '2026-05-31', 'duplicate'],
  [
    'an operation that is not there',
    () => [...entries, ...entries.map((entry) => ({ ...entry, operation: 'acquire.leaveChat' }))],
    FAULT,
    '2026-05-31',
    'unmatched',
  ],
] as const)('%s: the run fails with exit code 2', async (_, given, fault, today, standing) => {
  const args = ['--operation', 'joinChat', '--today', today, ...fault, ...waive(given())];
  const run = await runWarmCommand(args, { folder });
  expect(run.exitCode).toBe(2);
  expect(run.stdout).toContain(`${standing}: waivers.yaml#/waivers/`);
});

test('another detail at the same place opens the finding again', async () => {
  const other = entries.map((entry) => ({ ...entry, detail: '0123456789ab' }));
  const run = await runWarmCommand([...RUN, ...FAULT, ...waive(other)], { folder });
  expect(run.exitCode).toBe(1);
  expect(run.stdout).toContain('re-opened: waivers.yaml#/waivers/0');
});

test('a waiver without a reason is refused by name', async () => {
  const run = await runWarmCommand([...RUN, ...waive(entries.map((entry) => ({ ...entry, reason: '' })))], {
    folder,
  });
  expect(run.exitCode).toBe(2);
  expect(run.stderr).toContain('waivers.yaml');
  expect(run.stderr).toContain('/waivers/0/reason');
});
