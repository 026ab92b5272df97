import type { PactMatcher } from '../judges/contract/pact-matcher.ts';
import type { Check } from '../model/check.ts';
import type { Operation } from '../model/operation.ts';
import type { Plan, UnplannedExchange } from '../model/plan.ts';
import type { Report } from '../model/report.ts';
import type { Suite } from '../model/suite.ts';
import type { Target } from '../model/target.ts';
import { completeExchange, planRun } from '../plan/plan-run.ts';
import type { EvidenceJournal } from '../targets/evidence-journal.ts';
import { buildReport, type ReportParts } from './build-report.ts';
import { documentedInput } from './documented-input.ts';
import { type RunParts, runSuite } from './run-suite.ts';

/** What a run cannot do without. */
export interface RunGround {
  readonly suite: Suite;
  readonly operations: readonly Operation[];
  readonly checks: readonly Check[];
  readonly target: Target;
  readonly matcher: PactMatcher;
}

export interface ConductedRun
  extends RunGround,
    Pick<RunParts, 'masker' | 'fullJournal' | 'earlier'>,
    Pick<ReportParts, 'waivers' | 'today'> {
  /** The plan that was looked at; without it one is made. */
  readonly plan?: Plan;
  /** Without one, nothing is written down. */
  readonly journal?: EvidenceJournal;
  readonly onProgress?: RunParts['onProgress'];
  readonly signal?: AbortSignal;
  /** Asked when everything is over. */
  readonly header: () => Omit<ReportParts['header'], 'target'>;
}

const UNRECORDED: EvidenceJournal = {
  sending: () => {},
  obtained: () => {},
  unsent: () => {},
  close: () => {},
};

/** Plans, obtains, cleans up, judges and reports: the whole flow between an open target and its report. */
export async function conductRun(given: ConductedRun): Promise<Report> {
  const { suite, operations, target } = given;
  const plan = given.plan ?? (await planRun(suite, operations, target, documentedInput(suite)));
  const onProgress = given.onProgress ?? (() => {});
  target.watch?.((waiting) => onProgress({ kind: 'waiting', waiting }));
  const withheld = new Map<string, UnplannedExchange>();
  const judged = await runSuite({
    ...given,
    plan,
    journal: given.journal ?? UNRECORDED,
    onProgress,
    signal: given.signal ?? new AbortController().signal,
    fulfil: fulfilling(given),
    onWithheld: (slot) => withheld.set(slot.id, slot),
  });
  if (target.finish !== undefined) onProgress({ kind: 'clearing' });
  const cleanUp = (await target.finish?.()) ?? [];
  const exchanges = plan.exchanges.map((slot) => withheld.get(slot.id) ?? slot);
  const { kind, name, faults } = target;
  const { tool, run, gate } = given.header();
  const header = { tool, run, target: { kind, name, faults }, gate };
  return buildReport({ ...given, plan: { ...plan, exchanges }, judged, cleanUp, header });
}

/** Completes each planned exchange on a target that promises first. */
function fulfilling({ suite, operations, target }: RunGround): RunParts['fulfil'] {
  const { fulfil, probesReadings } = target;
  if (fulfil === undefined) return undefined;
  const source = { fulfil, ...(probesReadings === undefined ? {} : { probesReadings }) };
  const documented = documentedInput(suite);
  return async (planned) => {
    const operation = operations.find(({ id }) => id === planned.operation);
    if (operation === undefined) throw new Error(`${planned.operation} is not among the operations`);
    return completeExchange(suite, operation, planned, source, documented);
  };
}
