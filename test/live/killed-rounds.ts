// A run that is killed at one boundary, and what comes after: gone on with, or only cleaned up.
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { reportIn } from '../cli/run-command.ts';
import type { MockedTenant } from './mocked-tenant.ts';
import { held, openStage, type RunStage } from './run-stages.ts';
import { callsSeen, lostIn, madeTwice, outcomesIn } from './seen-by-vendor.ts';

const RESUME = ['run', '--tenant', 'tenants', '--reporter', 'json', '--resume'];
const CLEANUP = ['cleanup', '--tenant', 'tenants'];

export interface Whole {
  readonly boundaries: number;
  readonly calls: readonly string[];
  /** What is asked for twice on purpose, as when a case is opened again. */
  readonly twice: readonly string[];
  readonly report: Report;
}

/** The run as it is when nobody kills it. */
export async function uncut(stage: RunStage): Promise<Whole> {
  const tenant = await openStage(stage);
  const before = held(tenant.mock, stage);
  expect((await tenant.command(tenant.run)).stderr).toBe('');
  expect(held(tenant.mock, stage)).toEqual(before);
  return {
    boundaries: tenant.boundaries(),
    calls: callsSeen(tenant, stage),
    twice: madeTwice(tenant),
    report: reportIn(tenant.folder),
  };
}

/** Killed, gone on with and cleaned up: the report is that of the whole run, but for what was on its way. */
export async function resumed(stage: RunStage, whole: Whole, killAt: number): Promise<void> {
  const { tenant, before } = await killed(stage, killAt);
  const [run = ''] = tenant.runs();
  const { stderr, stdout } = await tenant.command([...RESUME, join('reports', run)]);
  // Whoever takes the folder over from a killed command may say so.
  expect(stderr, stdout).not.toContain('error');
  expect(tenant.runs()).toEqual([run]);
  const report = reportIn(tenant.folder);
  const lost = lostIn(report);
  expect(lost.length).toBeLessThanOrEqual(1);
  expect(outcomesIn(report, lost)).toEqual(outcomesIn(whole.report, lost));
  expectOnce(callsSeen(tenant, stage), whole.calls, lost.length);
  expect(madeTwice(tenant).filter((one) => !whole.twice.includes(one))).toEqual([]);
  await cleanUp(tenant, stage, before);
}

export async function cleaned(stage: RunStage, killAt: number): Promise<void> {
  const { tenant, before } = await killed(stage, killAt);
  await cleanUp(tenant, stage, before);
}

/** Each call once and in its order; one that was on its way may never have come. */
function expectOnce(sent: readonly string[], whole: readonly string[], lost: number): void {
  const missing = whole.length - sent.length;
  expect(missing).toBeGreaterThanOrEqual(0);
  expect(missing).toBeLessThanOrEqual(lost);
  const cut = missing === 0 ? -1 : whole.findIndex((call, at) => call !== sent[at]);
  expect(sent).toEqual(whole.filter((_, at) => at !== cut));
}

type Held = ReturnType<typeof held>;

async function killed(stage: RunStage, killAt: number): Promise<{ tenant: StagedTenant; before: Held }> {
  const tenant = await openStage(stage);
  const before = held(tenant.mock, stage);
  await tenant.killAt(killAt, tenant.run);
  return { tenant, before };
}

type StagedTenant = Awaited<ReturnType<typeof openStage>>;

/** What cannot be found is told by its name, and is all that may be there besides; what others have stays. */
async function cleanUp(tenant: MockedTenant, stage: RunStage, before: Held): Promise<void> {
  const { stdout, stderr, exitCode } = await tenant.command(CLEANUP);
  const lost = stdout.match(/^ {2}\? unknown .*conformance-/gm) ?? [];
  expect(stderr, stdout).not.toContain('error');
  expect(exitCode, stdout).toBe(lost.length === 0 ? 0 : 1);
  const after = Object.entries(held(tenant.mock, stage));
  const more = after.flatMap(([kind, ids]) => ids.filter((id) => before[kind]?.includes(id) !== true));
  expect(more.length, stdout).toBeLessThanOrEqual(lost.length);
  const others = after.map(([kind, ids]) => [kind, ids.filter((id) => !more.includes(id))]);
  expect(Object.fromEntries(others)).toEqual(before);
}
