// The whole judge on a server that is no mock.
import { checks } from '../../src/generated/checks.ts';
import { startPactMatcher } from '../../src/judges/contract/pact-matcher.ts';
import type { Plan } from '../../src/model/plan.ts';
import type { Report } from '../../src/model/report.ts';
import { planRun } from '../../src/plan/plan-run.ts';
import { buildReport } from '../../src/run/build-report.ts';
import { documentedInput } from '../../src/run/documented-input.ts';
import { runSuite } from '../../src/run/run-suite.ts';
import { operationOf, suite } from '../fixtures/committed-suite.ts';
import { OPERATION } from './observe-bodies.ts';
import { openServerTarget } from './server-target.ts';
import type { ServerValidators } from './server-validators.ts';

const RUN = { id: 'server', startedAt: '2026-01-01T00:00:00.000Z', durationMs: 0, interrupted: false };
const TOOL = { name: 'livechat-conformance', version: '0.0.0' };

/** Opens the server, puts the whole plan to it and judges what it answers. */
export async function judgeServer(
  validators: ServerValidators,
): Promise<{ readonly plan: Plan; readonly report: Report }> {
  const target = await openServerTarget(validators);
  const operations = [operationOf(OPERATION)];
  const matcher = await startPactMatcher();
  try {
    const plan = await planRun(suite, operations, target, documentedInput(suite));
    const judged = await runSuite({
      ...{ suite, plan, operations, checks, target, matcher },
      journal: { sending: () => {}, obtained: () => {}, unsent: () => {}, close: () => {} },
      onProgress: () => {},
      signal: new AbortController().signal,
    });
    const { kind, name, faults } = target;
    const header = { tool: TOOL, run: RUN, target: { kind, name, faults }, gate: 'must' } as const;
    return { plan, report: buildReport({ suite, operations, plan, judged, header }) };
  } finally {
    await matcher.close();
    await target.close();
  }
}
