// Reports of real runs on the embedded vendors, with faults that come, go, stay and change.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareReports } from '../../src/drift/compare-reports.ts';
import { gateOnNew } from '../../src/drift/gate-on-new.ts';
import { historyEntry } from '../../src/drift/history-entry.ts';
import { withHistory } from '../../src/drift/with-history.ts';
import { checks } from '../../src/generated/checks.ts';
import { type PactMatcher, startPactMatcher } from '../../src/judges/contract/pact-matcher.ts';
import type { Report } from '../../src/model/report.ts';
import { conductRun } from '../../src/run/conduct-run.ts';
import mockTarget from '../../src/targets/mock.target.ts';
import { operationOf, suite } from '../fixtures/committed-suite.ts';

const JOIN = 'acquire.joinChat';
const DAY_MS = 86_400_000;

let matcher: PactMatcher;
let calm: Report;
let wrongCase: Report;
let idText: Report;
let unreachable: Report;

beforeAll(async () => {
  matcher = await startPactMatcher();
  calm = await runOn(1, []);
  wrongCase = await runOn(2, ['acquire.join-wrong-case']);
  idText = await runOn(3, ['acquire.join-id-text']);
  unreachable = await runOn(4, ['any.maintenance']);
}, 60_000);
afterAll(() => matcher.close());

async function runOn(day: number, faults: readonly string[]): Promise<Report> {
  const target = await mockTarget.open({ specs: suite.specs, timeoutMs: 2000, faults, readings: {} });
  const run = {
    id: `run-${day}`,
    startedAt: `2026-01-0${day}T09:00:00.000Z`,
    durationMs: 1,
    interrupted: false,
  };
  const header = { tool: { name: 'livechat-conformance', version: 'test' }, run, gate: 'must' } as const;
  try {
    return await conductRun({
      suite,
      operations: [operationOf(JOIN)],
      checks,
      target,
      matcher,
      header: () => header,
    });
  } finally {
    await target.close();
  }
}

const kindsOf = (before: Report, after: Report) =>
  new Set(compareReports(before, after).findings.map(({ kind }) => kind));

describe('two reports', () => {
  it('of the same run differ in nothing', () => {
    const { counts, findings, verdicts, known, doubts } = compareReports(wrongCase, wrongCase);
    expect({ findings, verdicts, doubts }).toEqual({ findings: [], verdicts: [], doubts: [] });
    expect(counts).toEqual({ new: 0, changed: 0, fixed: 0, gone: 0 });
    expect(known.length).toBeGreaterThan(0);
  });

  it('tell what is new, and that the vendor answers otherwise', () => {
    const changes = compareReports(calm, wrongCase);
    expect(kindsOf(calm, wrongCase)).toEqual(new Set(['new']));
    expect(changes.verdicts).toEqual([
      { operation: JOIN, before: 'conformant', after: 'nonconformant', cause: 'observed' },
    ]);
    expect(changes.since).toMatchObject({ run: 'run-1', startedAt: '2026-01-01T09:00:00.000Z' });
  });

  it('tell what is fixed: it was looked at', () => {
    expect(kindsOf(wrongCase, calm)).toEqual(new Set(['fixed']));
  });

  it('call gone, not fixed, what was not looked at', () => {
    const changes = compareReports(wrongCase, unreachable);
    const gone = changes.findings.filter(({ before }) => before !== null);
    expect(new Set(gone.map(({ kind }) => kind))).toEqual(new Set(['gone']));
    for (const { because } of gone) expect(because).toMatch(/\S/);
    const left = compareReports(wrongCase, { ...calm, operations: [] });
    expect(new Set(left.findings.map(({ kind, because }) => `${kind}: ${because}`))).toEqual(
      new Set(['gone: it was not in the run']),
    );
  });

  it('call the same place with another detail changed', () => {
    const again = structuredClone(wrongCase);
    const detailed = {
      ...again,
      operations: again.operations.map((operation) => ({
        ...operation,
        cases: operation.cases.map((one) => ({
          ...one,
          findings: one.findings.map((finding) => ({ ...finding, detail: 'ffffffffffff', actual: 'null' })),
        })),
      })),
    };
    expect(kindsOf(wrongCase, detailed)).toEqual(new Set(['changed']));
    expect(gateOnNew(wrongCase, detailed).gateShutBy).toEqual(wrongCase.gateShutBy);
  });

  it('judged by another spec or check over the same exchanges differ because of it', () => {
    const digested = (report: Report, spec: string, check = 'c'): Report => ({
      ...report,
      basis: { specs: { acquire: spec }, contracts: {}, checks: { [`own-mark/${JOIN}`]: check } },
      operations: report.operations.map((operation) => ({
        ...operation,
        exchanges: operation.exchanges.map((exchange) => ({ ...exchange, digest: exchange.id })),
      })),
    });
    const causes = (before: Report, after: Report) =>
      new Set(compareReports(before, after).findings.map(({ cause }) => cause));
    expect(causes(digested(calm, 'a'), digested(wrongCase, 'b'))).toEqual(new Set(['judged-by']));
    expect(causes(digested(calm, 'a', 'c'), digested(wrongCase, 'a', 'd'))).toEqual(new Set(['judged-by']));
    expect(compareReports(digested(calm, 'a', 'c'), digested(wrongCase, 'a', 'd')).doubts).toEqual([
      expect.stringContaining(`own-mark/${JOIN}`),
    ]);
    expect(causes(digested(calm, 'a'), digested(wrongCase, 'a'))).toEqual(new Set(['observed']));
    expect(causes({ ...calm, basis: { specs: {}, contracts: {} } }, wrongCase)).toEqual(
      new Set(['undetermined']),
    );
  });

  it('say what makes them hard to compare', () => {
    const other = { ...wrongCase, target: { kind: 'live', name: 'tenant-a', faults: [] } };
    expect(compareReports(calm, other).doubts).toEqual([
      expect.stringContaining('other targets'),
      expect.stringContaining('come from elsewhere'),
    ]);
    expect(compareReports(wrongCase, calm).doubts).toEqual([expect.stringContaining('the later one')]);
  });
});

describe('a baseline', () => {
  it('lets pass what was there, and shuts the gate for what is new', () => {
    expect(gateOnNew(wrongCase, wrongCase)).toMatchObject({
      exitCode: 0,
      gateShutBy: [],
      verdict: 'nonconformant',
    });
    const shut = gateOnNew(wrongCase, idText);
    expect(shut.exitCode).toBe(1);
    expect(shut.gateShutBy).toEqual(
      idText.gateShutBy.filter(
        (one) => !wrongCase.gateShutBy.some(({ fingerprint }) => fingerprint === one.fingerprint),
      ),
    );
    expect(gateOnNew(wrongCase, unreachable).exitCode).toBe(3);
  });
});

describe('a history', () => {
  const rules = (times: number, of: number, days?: number) => ({
    flicker: { times, of },
    verifiedWithinMs: days === undefined ? undefined : days * DAY_MS,
  });
  const past = (...reports: readonly Report[]) => reports.map(historyEntry);

  it('lets the gate be shut by what was seen often enough alone', () => {
    expect(withHistory(wrongCase, past(calm), rules(1, 1)).exitCode).toBe(1);
    const once = withHistory(wrongCase, past(calm), rules(2, 3));
    expect(once).toMatchObject({ exitCode: 0, gateShutBy: [] });
    expect(once.history?.flickering.map(({ times, of }) => [times, of])).toContainEqual([1, 2]);
    const twice = withHistory(
      { ...wrongCase, run: { ...wrongCase.run, id: 'run-9' } },
      past(wrongCase, calm),
      rules(2, 3),
    );
    expect(twice.exitCode).toBe(1);
    expect(twice.history?.findings[0]).toMatchObject({
      firstSeen: '2026-01-02T09:00:00.000Z',
      times: 2,
      of: 3,
    });
    // Of the last two runs one alone has shown it.
    expect(withHistory(wrongCase, past(wrongCase, calm), rules(2, 2)).exitCode).toBe(0);
  });

  it('does not count runs that could not look, nor other targets', () => {
    const elsewhere = { ...historyEntry(wrongCase), target: 'tenant-a' };
    const told = withHistory(wrongCase, [elsewhere, ...past(unreachable)], rules(1, 1)).history;
    expect(told?.findings.every(({ times, of }) => times === 1 && of === 1)).toBe(true);
    expect(told?.runs.map(({ run }) => run)).toEqual(['run-4', 'run-2']);
  });

  it('asks for a proof that is young enough', () => {
    expect(withHistory(calm, [], rules(1, 1, 30))).toMatchObject({
      exitCode: 0,
      history: { unverified: [] },
    });
    expect(withHistory(unreachable, past(calm), rules(1, 1, 30)).history?.unverified).toEqual([]);
    expect(withHistory(unreachable, past(calm), rules(1, 1, 2)).history?.unverified).toEqual([
      { operation: JOIN, last: '2026-01-01T09:00:00.000Z' },
    ]);
    const later = { ...calm, operations: [], run: { ...calm.run, startedAt: '2026-03-01T09:00:00.000Z' } };
    expect(withHistory({ ...later, verdict: 'conformant' }, past(calm), rules(1, 1, 30)).exitCode).toBe(3);
  });
});
