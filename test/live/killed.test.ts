// `kill -9` at the boundaries of a run with effects, seen from the vendor: nothing is sent twice, what goes on comes to
// the report of a whole run, and clean-up takes away what the run made and nothing else.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { reportIn } from '../cli/run-command.ts';
import type { MockedTenant } from './mocked-tenant.ts';
import { ACQUIRE, GENESYS, held, OTHER_READING, openStage, ROCKETCHAT, type RunStage } from './run-stages.ts';

/** Every boundary where it is asked for, which takes long; else as many of each stage, spread over the run. */
const IS_EVERY = process.env['LIVECHAT_KILL_AT'] === 'every';
/** Commands at a time: most of the work is theirs. */
const LANES = 3;

const RESUMED: readonly (readonly [RunStage, points: number])[] = [
  [ACQUIRE, 2],
  [OTHER_READING, 1],
  [ROCKETCHAT, 1],
  [GENESYS, 2],
];
const CLEANED: readonly (readonly [RunStage, points: number])[] = [
  [ROCKETCHAT, 1],
  [GENESYS, 1],
];

const CLEANUP = ['cleanup', '--tenant', 'tenants'];

interface Whole {
  readonly boundaries: number;
  readonly calls: readonly string[];
  /** What is asked for twice on purpose, as when a case is opened again. */
  readonly twice: readonly string[];
  readonly report: Report;
}

/** The run as it is when nobody kills it. */
async function uncut(stage: RunStage): Promise<Whole> {
  const tenant = await openStage(stage);
  const before = held(tenant.mock, stage);
  expect((await tenant.command(tenant.run)).stderr).toBe('');
  expect(held(tenant.mock, stage)).toEqual(before);
  return {
    boundaries: tenant.boundaries(),
    calls: calls(tenant, stage),
    twice: madeTwice(tenant),
    report: reportIn(tenant.folder),
  };
}

/** The documented calls that reached the vendor, but for names that are made up or given out anew each time. */
function calls({ mock }: MockedTenant, { operation }: RunStage): readonly string[] {
  return mock.requests
    .filter((request) => request.operation === operation)
    .map(({ method, path, query, body, headers, status }) => {
      const signedIn = headers.some(([name]) => /^(authorization|x-auth-token)$/i.test(name));
      return nameless([method, path, query, signedIn, body ?? null, status]);
    });
}

function nameless(parts: readonly unknown[]): string {
  return JSON.stringify(parts).replaceAll(/\b4\d{4}\b|0000M\w+|conformance-[\w-]+|127\.0\.0\.1:\d+/g, 'own');
}

/** Each case with its outcome, apart from those of some exchanges. */
function outcomes({ operations }: Report, apartFrom: readonly string[]): readonly string[] {
  return operations.flatMap(({ cases }) =>
    cases
      .filter(({ exchange }) => !apartFrom.includes(exchange))
      .map(({ id, outcome, reason }) => `${id} ${outcome} ${reason ?? ''}`),
  );
}

/** Exchanges of which nobody knows what came. */
function lostIn({ operations }: Report): readonly string[] {
  const cases = operations.flatMap((operation) => operation.cases);
  const lost = cases.filter(({ reason }) => reason?.includes('not sent a second time') === true);
  return [...new Set(lost.map(({ exchange }) => exchange))];
}

/** What was made bears a name that nothing else has, so that the same request twice would be seen. */
function madeTwice({ mock }: MockedTenant): readonly string[] {
  const seen = mock.requests
    .filter(({ method, body }) => method !== 'GET' && JSON.stringify(body ?? null).includes('conformance-'))
    .map(({ method, path, query, body }) => [method, path, query, body ?? null])
    .map((parts) => ({ exact: JSON.stringify(parts), nameless: nameless(parts) }));
  return seen
    .filter(({ exact }, at) => seen.findIndex((one) => one.exact === exact) !== at)
    .map((one) => one.nameless);
}

/** Cleans up; what cannot be found is told by its name, and is all that may be there besides. */
async function cleanUp(tenant: MockedTenant, stage: RunStage, before: ReturnType<typeof held>) {
  const { stdout, stderr, exitCode } = await tenant.command(CLEANUP);
  const lost = stdout.match(/^ {2}unknown: .*conformance-/gm) ?? [];
  expect(`${exitCode} ${stderr}`, stdout).toBe(lost.length === 0 ? '0 ' : '1 ');
  const after = held(tenant.mock, stage);
  const more = Object.entries(after).flatMap(([kind, ids]) =>
    ids.filter((id) => !before[kind]?.includes(id)),
  );
  expect(more.length, stdout).toBeLessThanOrEqual(lost.length);
  const others = Object.entries(after).map(([kind, ids]) => [kind, ids.filter((id) => !more.includes(id))]);
  expect(Object.fromEntries(others)).toEqual(before);
}

async function killed(stage: RunStage, killAt: number) {
  const tenant = await openStage(stage);
  const before = held(tenant.mock, stage);
  await tenant.killAt(killAt, tenant.run);
  return { tenant, before };
}

async function resumed(stage: RunStage, whole: Whole, killAt: number): Promise<void> {
  const { tenant, before } = await killed(stage, killAt);
  const run = join('reports', tenant.runs()[0] ?? '');
  const { stderr, stdout } = await tenant.command([
    'run',
    '--tenant',
    'tenants',
    '--reporter',
    'json',
    '--resume',
    run,
  ]);
  expect(stderr, stdout).toBe('');
  const report = reportIn(tenant.folder);
  const lost = lostIn(report);
  expect(lost.length).toBeLessThanOrEqual(1);
  expect(outcomes(report, lost)).toEqual(outcomes(whole.report, lost));
  expect(tenant.runs()).toHaveLength(1);
  // Each call once, and one that never arrived or whose outcome is unknown at most once.
  const sent = calls(tenant, stage);
  const missing = whole.calls.length - sent.length;
  expect([0, 1]).toContain(missing);
  if (missing === 1) expect(lost).toHaveLength(1);
  const cut = whole.calls.findIndex((call, at) => call !== sent[at]);
  expect(sent).toEqual(whole.calls.filter((_, at) => missing === 0 || at !== cut));
  expect(madeTwice(tenant).filter((one) => !whole.twice.includes(one))).toEqual([]);
  await cleanUp(tenant, stage, before);
}

async function cleaned(stage: RunStage, killAt: number): Promise<void> {
  const { tenant, before } = await killed(stage, killAt);
  await cleanUp(tenant, stage, before);
}

/** Spread evenly, with the first and the last boundaries among them where there are several. */
function spread(boundaries: number, points: number): readonly number[] {
  if (IS_EVERY) return Array.from({ length: boundaries }, (_, at) => at);
  return Array.from({ length: points }, (_, at) => Math.floor(((at + 0.5) * boundaries) / points));
}

interface Round {
  readonly name: string;
  readonly go: () => Promise<void>;
}

/** Rounds side by side; gives the failed ones, each with why. */
async function carryOut(rounds: readonly Round[]): Promise<readonly string[]> {
  const waiting = [...rounds];
  const failed: string[] = [];
  const lane = async (): Promise<void> => {
    for (let round = waiting.shift(); round !== undefined; round = waiting.shift()) {
      const { name, go } = round;
      await go().catch((error: unknown) =>
        failed.push(`${name}: ${error instanceof Error ? error.message : error}`),
      );
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return failed;
}

test('a run killed anywhere', { timeout: IS_EVERY ? 3_600_000 : 120_000 }, async () => {
  const rounds: Round[] = [];
  const stages = [...new Set([...RESUMED, ...CLEANED].map(([stage]) => stage))];
  const wholes = new Map(
    await Promise.all(stages.map(async (stage) => [stage, await uncut(stage)] as const)),
  );
  for (const [stage, points] of RESUMED) {
    const whole = wholes.get(stage);
    if (whole === undefined) continue;
    for (const at of spread(whole.boundaries, points))
      rounds.push({
        name: `${stage.operation} ${at}/${whole.boundaries} resumed`,
        go: () => resumed(stage, whole, at),
      });
  }
  for (const [stage, points] of CLEANED) {
    const whole = wholes.get(stage);
    for (const at of spread(whole?.boundaries ?? 0, points))
      rounds.push({
        name: `${stage.operation} ${at}/${whole?.boundaries} cleaned`,
        go: () => cleaned(stage, at),
      });
  }
  expect(await carryOut(rounds)).toEqual([]);
});
