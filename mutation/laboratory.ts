import { checks } from '../src/generated/checks.ts';
import { contracts } from '../src/generated/contracts.ts';
import type { PactMatcher } from '../src/judges/contract/pact-matcher.ts';
import { loadSuite, ownFolders } from '../src/load/load-suite.ts';
import type { Fault, FaultEffect } from '../src/mock/faults/fault.ts';
import { startMock } from '../src/mock/start-mock.ts';
import type { Finding } from '../src/model/finding.ts';
import type { Operation } from '../src/model/operation.ts';
import type { Verdict } from '../src/model/report.ts';
import type { Suite } from '../src/model/suite.ts';
import type { Target } from '../src/model/target.ts';
import { planRun } from '../src/plan/plan-run.ts';
import { documentedInput } from '../src/run/documented-input.ts';
import { type Judged, runSuite } from '../src/run/run-suite.ts';
import { createHttpClient } from '../src/targets/http-client.ts';
import { obtainExchange } from '../src/targets/obtain-exchange.ts';
import { foldVerdict } from '../src/verdict/fold-verdict.ts';

/** How long an answer or a notification may take here; the mock answers at once. */
const TIMEOUT_MS = 500;
const SETTLE_MS = 15;

/** What came of one exchange of a misbehaving mock. */
export interface Experiment {
  readonly judged: readonly Judged[];
  readonly findings: readonly Finding[];
  readonly verdict: Verdict;
}

/** Runs single exchanges against a mock over sockets, each with one change to what it answers. */
export interface Laboratory {
  readonly suite: Suite;
  readonly operations: readonly Operation[];
  /** One exchange under a change; every exchange of the operation when none is named. */
  run(operation: string, exchange: string | undefined, effect: FaultEffect | undefined): Promise<Experiment>;
}

export function openLaboratory(matcher: PactMatcher): Laboratory {
  const suite = loadSuite(ownFolders(), contracts);
  const operations = suite.specs.flatMap((spec) => spec.operations);
  return {
    suite,
    operations,
    run: (operation, exchange, effect) => run({ suite, operations, matcher }, operation, exchange, effect),
  };
}

interface Equipment {
  readonly suite: Suite;
  readonly operations: readonly Operation[];
  readonly matcher: PactMatcher;
}

async function run(
  equipment: Equipment,
  id: string,
  exchange: string | undefined,
  effect: FaultEffect | undefined,
): Promise<Experiment> {
  const { suite, matcher } = equipment;
  const operations = equipment.operations.filter((operation) => operation.id === id);
  const target = await openTarget(suite, id, effect);
  try {
    const plan = await planRun(suite, operations, target, documentedInput(suite));
    const exchanges = plan.exchanges.filter((slot) => exchange === undefined || slot.id === exchange);
    const judged = await runSuite({
      ...{ suite, operations, checks, target, matcher },
      plan: { ...plan, exchanges },
      ...SILENT,
    });
    const cases = judged.flatMap(({ judgement }) => judgement.cases);
    const needed = new Set(
      exchanges.filter(({ origin }) => origin.kind === 'contract').map((slot) => slot.id),
    );
    return {
      judged,
      findings: cases.flatMap(({ findings }) => findings),
      verdict: foldVerdict(cases, needed).verdict,
    };
  } finally {
    await target.close();
  }
}

const SILENT = {
  journal: { sending: () => {}, obtained: () => {}, close: () => {} },
  onProgress: () => {},
  signal: new AbortController().signal,
} as const;

async function openTarget(suite: Suite, operation: string, effect: FaultEffect | undefined): Promise<Target> {
  const fault = (change: FaultEffect): Fault => ({
    name: 'mutant',
    operation,
    title: 'a mutant',
    effect: change,
  });
  const specs = suite.specs.filter(({ operations }) => operations.some(({ id }) => id === operation));
  const mock = await startMock({ specs, misbehaviours: effect === undefined ? [] : [fault(effect)] });
  const client = createHttpClient({ timeoutMs: TIMEOUT_MS });
  return {
    kind: 'mock',
    name: 'mutant',
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
        baseUrl: mock.baseUrl(planned.vendor),
        client,
        timeoutMs: TIMEOUT_MS,
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
