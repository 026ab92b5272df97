import type { PactMatcher } from '../src/judges/contract/pact-matcher.ts';
import { type MockOptions, startMock } from '../src/mock/start-mock.ts';
import type { Check } from '../src/model/check.ts';
import type { Case, Finding } from '../src/model/finding.ts';
import type { Operation } from '../src/model/operation.ts';
import type { Plan } from '../src/model/plan.ts';
import type { Verdict } from '../src/model/report.ts';
import type { Suite } from '../src/model/suite.ts';
import type { Target } from '../src/model/target.ts';
import { planRun } from '../src/plan/plan-run.ts';
import { documentedInput } from '../src/run/documented-input.ts';
import { type Judged, runSuite } from '../src/run/run-suite.ts';
import { createHttpClient } from '../src/targets/http-client.ts';
import { obtainExchange } from '../src/targets/obtain-exchange.ts';
import { foldVerdict } from '../src/verdict/fold-verdict.ts';
import { DEADLINE_MS } from './deadline.ts';

const SETTLE_MS = 15;

/** What came of the exchanges of one operation with a misbehaving mock, or with whatever else was planted. */
export interface Experiment {
  /** What was planned, sent or not. */
  readonly slots: Plan['exchanges'];
  readonly judged: readonly Judged[];
  readonly cases: readonly Case[];
  readonly findings: readonly Finding[];
  readonly verdict: Verdict;
}

export interface ExperimentParts {
  readonly suite: Suite;
  readonly operation: Operation;
  readonly checks: readonly Check[];
  readonly target: Target;
  readonly matcher: PactMatcher;
  /** Which of the planned exchanges are carried out. */
  readonly isChosen: (exchange: ExperimentSlot) => boolean;
}

export type ExperimentSlot = Plan['exchanges'][number];

/** Plans, obtains and judges as a run does, and closes the target. */
export async function conductExperiment(parts: ExperimentParts): Promise<Experiment> {
  const { suite, operation, checks, target, matcher, isChosen } = parts;
  const operations = [operation];
  try {
    const plan = await planRun(suite, operations, target, documentedInput(suite));
    const exchanges = plan.exchanges.filter(isChosen);
    const judged = await runSuite({
      ...{ suite, operations, checks, target, matcher },
      plan: { ...plan, exchanges },
      ...SILENT,
      signal: new AbortController().signal,
    });
    const cases = judged.flatMap(({ judgement }) => judgement.cases);
    const needed = new Set(
      exchanges.filter(({ origin }) => origin.kind === 'contract').map((slot) => slot.id),
    );
    const findings = cases.flatMap((one) => one.findings);
    return {
      slots: exchanges,
      judged,
      cases,
      findings,
      verdict: foldVerdict(cases, needed, operation.id, []).verdict,
    };
  } finally {
    await target.close();
  }
}

const SILENT = {
  journal: { sending: () => {}, obtained: () => {}, unsent: () => {}, close: () => {} },
  onProgress: () => {},
} as const;

/** The mock as a target; `address` is where requests go instead of to the mock. */
export async function openMockTarget(
  options: MockOptions,
  address?: string,
  timeoutMs: number = DEADLINE_MS,
): Promise<Target> {
  const mock = await startMock(options);
  const client = createHttpClient({ timeoutMs });
  return {
    kind: 'mock',
    name: 'experiment',
    faults: [],
    establish: async ({ vendor, states, wanted }) => mock.establish(vendor, states, wanted),
    obtain: async (planned, documented) => {
      const sending = {
        planned,
        request: planned.request,
        operation: documented,
        pathTemplate: documented.path,
      };
      const options = {
        baseUrl: address ?? mock.baseUrl(planned.vendor),
        client,
        timeoutMs,
        settleMs: SETTLE_MS,
      };
      return { exchange: await obtainExchange(sending, options), reading: undefined, superseded: [] };
    },
    close: async () => {
      await client.close();
      await mock.close();
    },
  };
}
