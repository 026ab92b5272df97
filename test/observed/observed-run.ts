// A run on the embedded mock, its report, and what its evidence holds of it: real sockets, real Pact, real files.
import { join } from 'node:path';
import { checks } from '../../src/generated/checks.ts';
import type { PactMatcher } from '../../src/judges/contract/pact-matcher.ts';
import type { Report } from '../../src/model/report.ts';
import { conductRun } from '../../src/run/conduct-run.ts';
import { openEvidenceJournal } from '../../src/targets/evidence-journal.ts';
import mockTarget from '../../src/targets/mock.target.ts';
import { operations as all, suite } from '../fixtures/committed-suite.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

export const header = {
  tool: { name: 'livechat-conformance', version: 'test' },
  run: { id: 'test', startedAt: '2026-01-01T00:00:00.000Z', durationMs: 0, interrupted: false },
  target: { kind: 'recording', name: 'recording', faults: [] },
  gate: 'must',
} as const;

const LATE: readonly string[] = ['any.never-answers', 'any.slow'];

/** `concerned`: an operation, or `*`. */
export async function recordedRun(
  faults: readonly string[],
  concerned: string,
  matcher: PactMatcher,
): Promise<{ readonly report: Report; readonly evidence: string }> {
  const operations = concerned === '*' ? all : all.filter(({ id }) => id === concerned);
  const timeoutMs = faults.some((fault) => LATE.includes(fault)) ? 50 : 800;
  const target = await mockTarget.open({ specs: suite.specs, timeoutMs, faults, readings: {} });
  const evidence = join(temporaryFolder(), 'evidence.ndjson');
  const journal = openEvidenceJournal(evidence);
  try {
    const report = await conductRun({
      ...{ suite, operations, checks, target, matcher, journal },
      header: () => header,
    });
    return { report, evidence };
  } finally {
    journal.close();
    await target.close();
  }
}
