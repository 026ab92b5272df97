// The whole flow in one process, on embedded vendors that follow the readings given.
import { checks } from '../../src/generated/checks.ts';
import type { PactMatcher } from '../../src/judges/contract/pact-matcher.ts';
import type { Exchange } from '../../src/model/exchange.ts';
import type { Report } from '../../src/model/report.ts';
import type { Target } from '../../src/model/target.ts';
import { planRun } from '../../src/plan/plan-run.ts';
import { buildReport } from '../../src/run/build-report.ts';
import { documentedInput } from '../../src/run/documented-input.ts';
import { runSuite } from '../../src/run/run-suite.ts';
import mockTarget from '../../src/targets/mock.target.ts';
import { operationOf, suite } from '../fixtures/committed-suite.ts';

export interface ReadingRun {
  readonly report: Report;
  /** Everything that was sent, in the order of the journal. */
  readonly journal: readonly Exchange[];
}

export interface ReadingWish {
  readonly operations: readonly string[];
  readonly readings: Readonly<Record<string, string>>;
  readonly probing?: boolean;
}

const header = {
  tool: { name: 'livechat-conformance', version: 'test' },
  run: { id: 'reading', startedAt: '2026-01-01T00:00:00.000Z', durationMs: 0, interrupted: false },
  target: { kind: 'mock', name: 'mock', faults: [] },
  gate: 'must',
} as const;

export async function runWithReadings(
  { operations: ids, readings, probing = true }: ReadingWish,
  matcher: PactMatcher,
): Promise<ReadingRun> {
  const operations = ids.map(operationOf);
  const opened = await mockTarget.open({ specs: suite.specs, timeoutMs: 3000, faults: [], readings });
  const target: Target = { ...opened, probesReadings: () => probing };
  const obtained: Exchange[] = [];
  const journal = {
    sending: () => {},
    obtained: (one: Exchange) => void obtained.push(one),
    unsent: () => {},
    close: () => {},
  };
  try {
    const plan = await planRun(suite, operations, target, documentedInput(suite));
    const { signal } = new AbortController();
    const parts = { suite, plan, operations, checks, target, matcher, journal, signal, onProgress: () => {} };
    const judged = await runSuite(parts);
    return { report: buildReport({ suite, operations, plan, judged, header }), journal: obtained };
  } finally {
    await target.close();
  }
}
