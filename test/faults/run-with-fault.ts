// The whole flow in one process, on the embedded vendors with one fault.
import { checks } from '../../src/generated/checks.ts';
import { contracts } from '../../src/generated/contracts.ts';
import type { PactMatcher } from '../../src/judges/contract/pact-matcher.ts';
import { loadSuite, ownFolders } from '../../src/load/load-suite.ts';
import type { Report } from '../../src/model/report.ts';
import { conductRun } from '../../src/run/conduct-run.ts';
import mockTarget from '../../src/targets/mock.target.ts';

export const suite = loadSuite(ownFolders(), contracts);

/** Long enough for an answer on a busy machine. */
const TIMEOUT_MS = 800;
/** Where the fault is that no answer comes in time, waiting proves nothing further. */
const SHORT_MS = 50;
const LATE: readonly string[] = ['any.never-answers', 'any.slow'];

const header = {
  tool: { name: 'livechat-conformance', version: 'test' },
  run: { id: 'fault', startedAt: '2026-01-01T00:00:00.000Z', durationMs: 0, interrupted: false },
  gate: 'must',
} as const;

/** `concerned`: the operation of the fault, or `*`. */
export async function runWithFault(fault: string, concerned: string, matcher: PactMatcher): Promise<Report> {
  const all = suite.specs.flatMap((spec) => spec.operations);
  const operations = concerned === '*' ? all : all.filter(({ id }) => id === concerned);
  const timeoutMs = LATE.includes(fault) ? SHORT_MS : TIMEOUT_MS;
  const target = await mockTarget.open({ specs: suite.specs, timeoutMs, faults: [fault], readings: {} });
  try {
    return await conductRun({ suite, operations, checks, target, matcher, header: () => header });
  } finally {
    await target.close();
  }
}
