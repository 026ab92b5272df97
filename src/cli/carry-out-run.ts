import { join } from 'node:path';
import { checks } from '../generated/checks.ts';
import { type PactMatcher, startPactMatcher } from '../judges/contract/pact-matcher.ts';
import type { Operation } from '../model/operation.ts';
import type { Plan, UnplannedExchange } from '../model/plan.ts';
import type { Report } from '../model/report.ts';
import type { Level } from '../model/source.ts';
import type { Suite } from '../model/suite.ts';
import type { CleanedUp, RunOfTarget, Target } from '../model/target.ts';
import { completeExchange } from '../plan/plan-run.ts';
import type { Masker } from '../privacy/masker.ts';
import { buildReport } from '../run/build-report.ts';
import { documentedInput } from '../run/documented-input.ts';
import { type Judged, type RunParts, runSuite } from '../run/run-suite.ts';
import { openEvidenceJournal } from '../targets/evidence-journal.ts';
import { openRun, type RunInTenant } from './open-run.ts';
import { createProgressLine } from './progress-line.ts';
import { EVIDENCE_FILE, earlierOf } from './resume-run.ts';
import { TOOL_NAME, toolVersion } from './tool-version.ts';
import { watchInterrupt } from './watch-interrupt.ts';

/** What people are called in truth, for the user alone; beside the evidence that everything else goes by. */
export const FULL_EVIDENCE_FILE = 'evidence.full.ndjson';

export interface RunInput {
  readonly suite: Suite;
  readonly operations: readonly Operation[];
  readonly plan: Plan;
  readonly target: Target;
  readonly gate: Level;
  readonly out: string;
  readonly inTenant: RunInTenant | undefined;
  /** Keeps secrets and people out of all that is written. */
  readonly masker?: Masker;
  /** Keeps people as they are in a file of its own besides; only ever by the user's choice. */
  readonly fullEvidence?: boolean;
}

/** Carries the plan out and judges it; evidence goes to the folder of the run while it is obtained. */
export async function carryOutRun(
  input: RunInput,
): Promise<{ readonly report: Report; readonly folder: string }> {
  const { id, folder, startedAt, release } = openRun(input);
  const interrupt = watchInterrupt();
  const matcher = await startPactMatcher();
  try {
    const { judged, plan, cleanUp } = await obtainAndJudge(input, { id, folder }, matcher, interrupt.signal);
    const run = {
      id,
      startedAt: startedAt.toISOString(),
      durationMs: Math.max(0, Date.now() - startedAt.getTime()),
      interrupted: interrupt.signal.aborted,
    };
    const target = { kind: input.target.kind, name: input.target.name, faults: input.target.faults };
    const header = { tool: { name: TOOL_NAME, version: toolVersion() }, run, target, gate: input.gate };
    return { report: buildReport({ ...input, plan, judged, cleanUp, header }), folder };
  } finally {
    interrupt.stop();
    await matcher.close();
    release();
  }
}

interface Outcome {
  readonly judged: readonly Judged[];
  /** With what could not be sent after all. */
  readonly plan: Plan;
  readonly cleanUp: readonly CleanedUp[];
}

async function obtainAndJudge(
  input: RunInput,
  run: RunOfTarget,
  matcher: PactMatcher,
  signal: AbortSignal,
): Promise<Outcome> {
  const { target, plan } = input;
  await target.begin?.(run);
  const earlier = await earlierOf(run.folder, input);
  const { masker } = input;
  const journal = openEvidenceJournal(join(run.folder, EVIDENCE_FILE), masker?.scan);
  const fullJournal =
    input.fullEvidence === true && masker !== undefined
      ? openEvidenceJournal(join(run.folder, FULL_EVIDENCE_FILE), masker.scanForSecrets)
      : undefined;
  const progress = createProgressLine();
  const withheld = new Map<string, UnplannedExchange>();
  const onWithheld = (slot: UnplannedExchange) => withheld.set(slot.id, slot);
  try {
    const parts = {
      ...input,
      checks,
      matcher,
      journal,
      fullJournal,
      earlier,
      signal,
      onProgress: progress.show,
      onWithheld,
    };
    const judged = await runSuite({ ...parts, fulfil: fulfilling(input) }).finally(() => progress.clear());
    const cleanUp = (await target.finish?.()) ?? [];
    const exchanges = plan.exchanges.map((slot) => withheld.get(slot.id) ?? slot);
    return { judged, plan: { ...plan, exchanges }, cleanUp };
  } finally {
    journal.close();
    fullJournal?.close();
  }
}

/** Completes each planned exchange on a target that promises first. */
function fulfilling({ suite, operations, target }: RunInput): RunParts['fulfil'] {
  const { fulfil } = target;
  if (fulfil === undefined) return undefined;
  const { probesReadings } = target;
  const source = { fulfil, ...(probesReadings === undefined ? {} : { probesReadings }) };
  const documented = documentedInput(suite);
  return async (planned) => {
    const operation = operations.find(({ id }) => id === planned.operation);
    if (operation === undefined) throw new Error(`${planned.operation} is not among the operations`);
    return completeExchange(suite, operation, planned, source, documented);
  };
}
