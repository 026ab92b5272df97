import { join } from 'node:path';
import { checks } from '../generated/checks.ts';
import { type PactMatcher, startPactMatcher } from '../judges/contract/pact-matcher.ts';
import type { Operation } from '../model/operation.ts';
import type { Plan } from '../model/plan.ts';
import type { Report } from '../model/report.ts';
import type { Level } from '../model/source.ts';
import type { Suite } from '../model/suite.ts';
import type { Target } from '../model/target.ts';
import { buildReport } from '../run/build-report.ts';
import { type Judged, runSuite } from '../run/run-suite.ts';
import { openEvidenceJournal } from '../targets/evidence-journal.ts';
import { createProgressLine } from './progress-line.ts';
import { TOOL_NAME, toolVersion } from './tool-version.ts';
import { watchInterrupt } from './watch-interrupt.ts';
import { createRunFolder } from './write-run.ts';

export interface RunInput {
  readonly suite: Suite;
  readonly operations: readonly Operation[];
  readonly plan: Plan;
  readonly target: Target;
  readonly gate: Level;
  readonly out: string;
}

/** Carries the plan out and judges it; evidence goes to the folder of the run while it is obtained. */
export async function carryOutRun(
  input: RunInput,
): Promise<{ readonly report: Report; readonly folder: string }> {
  const startedAt = new Date();
  const started = performance.now();
  const id = `${startedAt.toISOString().slice(0, 19).replaceAll(':', '-')}-${input.target.kind}`;
  const folder = createRunFolder(input.out, id);
  const interrupt = watchInterrupt();
  const matcher = await startPactMatcher();
  try {
    const judged = await obtainAndJudge(input, folder, matcher, interrupt.signal);
    const run = {
      id,
      startedAt: startedAt.toISOString(),
      durationMs: Math.round(performance.now() - started),
      interrupted: interrupt.signal.aborted,
    };
    const target = { kind: input.target.kind, name: input.target.name, faults: input.target.faults };
    const header = { tool: { name: TOOL_NAME, version: toolVersion() }, run, target, gate: input.gate };
    return { report: buildReport({ ...input, judged, header }), folder };
  } finally {
    interrupt.stop();
    await matcher.close();
  }
}

async function obtainAndJudge(
  input: RunInput,
  folder: string,
  matcher: PactMatcher,
  signal: AbortSignal,
): Promise<readonly Judged[]> {
  const journal = openEvidenceJournal(join(folder, 'evidence.ndjson'));
  const progress = createProgressLine();
  try {
    return await runSuite({ ...input, checks, matcher, journal, signal, onProgress: progress.show });
  } finally {
    progress.clear();
    journal.close();
  }
}
