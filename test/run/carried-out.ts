// A whole run in process, on the embedded mock: real sockets, real Pact, real files.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checks } from '../../src/generated/checks.ts';
import { type PactMatcher, startPactMatcher } from '../../src/judges/contract/pact-matcher.ts';
import type { Json } from '../../src/model/json.ts';
import type { Plan } from '../../src/model/plan.ts';
import type { Report } from '../../src/model/report.ts';
import { planRun } from '../../src/plan/plan-run.ts';
import { buildReport } from '../../src/run/build-report.ts';
import { documentedInput } from '../../src/run/documented-input.ts';
import { type RunParts, runSuite } from '../../src/run/run-suite.ts';
import { openEvidenceJournal } from '../../src/targets/evidence-journal.ts';
import mockTarget from '../../src/targets/mock.target.ts';
import { operationOf, suite } from '../fixtures/committed-suite.ts';

export interface Ran {
  readonly plan: Plan;
  readonly report: Report;
  readonly journal: readonly Json[];
}

export interface RunWish {
  readonly operations: readonly string[];
  readonly faults?: readonly string[];
  /** Interrupts the run when so many requests are on their way or done; 0 before it begins. */
  readonly interruptAt?: number;
}

/** By a matcher of its own, unless there is one for several runs. */
export async function carryOut(
  { operations: ids, faults = [], interruptAt }: RunWish,
  shared?: PactMatcher,
): Promise<Ran> {
  const operations = ids.map(operationOf);
  const folder = mkdtempSync(join(tmpdir(), 'conformance-run-'));
  const file = join(folder, 'evidence.ndjson');
  const target = await mockTarget.open({ specs: suite.specs, timeoutMs: 5000, faults, readings: {} });
  const matcher = shared ?? (await startPactMatcher());
  const journal = openEvidenceJournal(file);
  const interrupt = new AbortController();
  let sent = 0;
  if (interruptAt === 0) interrupt.abort();
  const onProgress: RunParts['onProgress'] = ({ kind }) => {
    if (kind === 'sending') sent += 1;
    if (sent === interruptAt) interrupt.abort();
  };
  try {
    const plan = await planRun(suite, operations, target, documentedInput(suite));
    const run = {
      suite,
      operations,
      checks,
      target,
      matcher,
      journal,
      plan,
      onProgress,
      signal: interrupt.signal,
    };
    const judged = await runSuite(run);
    const report = buildReport({ suite, operations, plan, judged, header: headerOf(faults, interrupt) });
    journal.close();
    return { plan, report, journal: linesOf(file) };
  } finally {
    if (shared === undefined) await matcher.close();
    await target.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function headerOf(
  faults: readonly string[],
  { signal }: AbortController,
): Pick<Report, 'tool' | 'run' | 'target' | 'gate'> {
  return {
    tool: { name: 'livechat-conformance', version: '0.0.0' },
    run: { id: 'test', startedAt: '2026-01-01T00:00:00.000Z', durationMs: 1, interrupted: signal.aborted },
    target: { kind: 'mock', name: 'mock', faults },
    gate: 'must',
  };
}

function linesOf(file: string): readonly Json[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Json => JSON.parse(line));
}
