import { join } from 'node:path';
import { startPactMatcher } from '../judges/contract/pact-matcher.ts';
import type { Operation } from '../model/operation.ts';
import type { Plan } from '../model/plan.ts';
import type { Report } from '../model/report.ts';
import type { Level } from '../model/source.ts';
import type { Suite } from '../model/suite.ts';
import { NO_DISCRETION, type Target } from '../model/target.ts';
import type { Masker } from '../privacy/masker.ts';
import { checksOf } from '../run/checks-of.ts';
import { type ConductedRun, conductRun } from '../run/conduct-run.ts';
import { openEvidenceJournal } from '../targets/evidence-journal.ts';
import { rewriteJournal } from '../targets/rewrite-journal.ts';
import { openRun, type RunInTenant } from './open-run.ts';
import { createProgressLine } from './progress-line.ts';
import { EVIDENCE_FILE, earlierOf } from './resume-run.ts';
import { TOOL_NAME, toolVersion } from './tool-version.ts';
import { watchInterrupt } from './watch-interrupt.ts';

/** What people are called in truth, for the user alone; beside the evidence that everything else goes by. */
export const FULL_EVIDENCE_FILE = 'evidence.full.ndjson';

export interface RunInput extends Pick<ConductedRun, 'waivers' | 'today'> {
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
  const progress = createProgressLine();
  const header = () => ({
    tool: { name: TOOL_NAME, version: toolVersion() },
    run: {
      id,
      startedAt: startedAt.toISOString(),
      durationMs: Math.max(0, Date.now() - startedAt.getTime()),
      interrupted: interrupt.signal.aborted,
    },
    gate: input.gate,
  });
  try {
    await input.target.begin?.({ id, folder, discretion: input.masker ?? NO_DISCRETION });
    const earlier = await earlierOf(folder, input);
    const report = await journaled(folder, input, (journals) =>
      conductRun({
        ...{ ...input, ...journals, checks: checksOf(input.suite), matcher, earlier, header },
        signal: interrupt.signal,
        onProgress: progress.show,
      }),
    );
    return { report, folder };
  } finally {
    progress.clear();
    interrupt.stop();
    await matcher.close();
    release();
  }
}

type Journals = Required<Pick<ConductedRun, 'journal'>> & Pick<ConductedRun, 'fullJournal'>;

/** With the files of its evidence open, and whoever was met last kept out of what was written first. */
async function journaled<Result>(
  folder: string,
  { masker, fullEvidence }: RunInput,
  run: (journals: Journals) => Promise<Result>,
): Promise<Result> {
  const journal = openEvidenceJournal(join(folder, EVIDENCE_FILE), masker?.scan);
  const fullJournal =
    fullEvidence === true && masker !== undefined
      ? openEvidenceJournal(join(folder, FULL_EVIDENCE_FILE), masker.scanForSecrets)
      : undefined;
  try {
    return await run({ journal, fullJournal });
  } finally {
    journal.close();
    fullJournal?.close();
    if (masker !== undefined) rewriteJournal(join(folder, EVIDENCE_FILE), masker.again);
    if (fullJournal !== undefined && masker !== undefined)
      rewriteJournal(join(folder, FULL_EVIDENCE_FILE), masker.secretsAgain);
  }
}
