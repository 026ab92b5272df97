import { checks } from '../src/generated/checks.ts';
import { contracts } from '../src/generated/contracts.ts';
import type { PactMatcher } from '../src/judges/contract/pact-matcher.ts';
import type { Verification } from '../src/judges/contract/read-verification.ts';
import { loadSuite, ownFolders } from '../src/load/load-suite.ts';
import type { Contract } from '../src/model/contract.ts';
import type { Exchange } from '../src/model/exchange.ts';
import type { Intent } from '../src/model/interaction.ts';
import type { Operation } from '../src/model/operation.ts';
import type { Spec } from '../src/model/spec.ts';
import type { Suite } from '../src/model/suite.ts';
import { planRun } from '../src/plan/plan-run.ts';
import { documentedInput } from '../src/run/documented-input.ts';
import { runSuite } from '../src/run/run-suite.ts';
import mockTarget from '../src/targets/mock.target.ts';

interface Line {
  readonly exchange: Exchange;
  readonly intent: Intent;
}

const TIMEOUT_MS = 2_000;
const UNVERIFIED: Verification = { kind: 'unverified', reason: 'Pact takes no part in this measure' };
const WITHOUT_PACT: PactMatcher = {
  matchExchange: async () => UNVERIFIED,
  matchMessage: async () => UNVERIFIED,
  verifierPid: undefined,
  close: async () => {},
};

/** JSON lines of one run over every operation of the mock: what contracts describe, every variant, every probe. */
export async function recordExchanges(): Promise<string> {
  const suite = loadSuite(ownFolders(), contracts);
  const operations = suite.specs.flatMap((spec) => spec.operations);
  const mock = { specs: suite.specs, timeoutMs: TIMEOUT_MS, faults: [], readings: {} };
  const target = await mockTarget.open(mock);
  try {
    const judged = await runSuite({
      ...{ suite, operations, checks, target },
      plan: await planRun(suite, operations, target, documentedInput(suite)),
      matcher: WITHOUT_PACT,
      journal: { sending: () => {}, obtained: () => {}, unsent: () => {}, close: () => {} },
      onProgress: () => {},
      signal: new AbortController().signal,
    });
    const lines = judged.map(
      ({ planned: { intent }, judgement }): Line => ({ exchange: judgement.subject.exchange, intent }),
    );
    return lines.map((line) => JSON.stringify(line)).join('\n');
  } finally {
    await target.close();
  }
}

/** An exchange with all that it is judged by. */
export interface Recorded extends Line {
  readonly spec: Spec;
  readonly operation: Operation;
  readonly contracts: readonly Contract[];
}

export function readRecorded(text: string, suite: Suite): readonly Recorded[] {
  return text.split('\n').flatMap((json) => {
    const line = JSON.parse(json) as Line;
    const id = line.exchange.operation;
    const relying = suite.contracts.filter((contract) => contract.operation === id);
    return suite.specs.flatMap((spec) =>
      spec.operations
        .filter((operation) => operation.id === id)
        .map((operation) => ({ ...line, spec, operation, contracts: relying })),
    );
  });
}
