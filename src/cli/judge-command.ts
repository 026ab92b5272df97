import { contracts } from '../generated/contracts.ts';
import { startPactMatcher } from '../judges/contract/pact-matcher.ts';
import { type OpenedSuite, openSuite } from '../load/open-suite.ts';
import { readDocumentTexts } from '../load/read-document-texts.ts';
import type { Operation } from '../model/operation.ts';
import type { Report } from '../model/report.ts';
import { type Observation, startObservation } from '../observed/observation.ts';
import { observeStretches } from '../observed/observe-stretches.ts';
import { unprovenWhereUnread } from '../observed/report-observation.ts';
import { withChecks } from '../own-checks/with-checks.ts';
import { withContracts } from '../pacts/bring-to-suite.ts';
import { selectOperations } from '../plan/select-operations.ts';
import { maskError } from '../privacy/mask-error.ts';
import { readStretches } from '../recordings/read-recording.ts';
import { inertLine } from '../reporters/inert-text.ts';
import { checksOf } from '../run/checks-of.ts';
import { openCountingThreads, usualThreads } from '../threads/open-counting-threads.ts';
import { bringPacts, type PactOptions } from './bring-pacts.ts';
import { chooseReporters } from './choose-reporters.ts';
import type { CheckOptions } from './commands/check-options.ts';
import type { GateOptions } from './commands/gate-options.ts';
import type { SuiteOptions } from './commands/suite-options.ts';
import { guardOutput } from './guard-output.ts';
import { openGate } from './open-gate.ts';
import { openRecordedTenant, type RecordedTenant } from './open-recorded-tenant.ts';
import { type OpenRecording, openRecordings } from './open-recording.ts';
import { quoteDocuments } from './quote-documents.ts';
import { TOOL_NAME, toolVersion } from './tool-version.ts';
import { watchInterrupt } from './watch-interrupt.ts';
import { writeReports } from './write-reports.ts';
import { createRunFolder } from './write-run.ts';

export interface JudgeCommandOptions extends SuiteOptions, CheckOptions, PactOptions, GateOptions {
  readonly tenant?: string;
  readonly vendor: readonly string[];
  readonly operation: readonly string[];
  readonly contractSample: number;
  readonly threads?: number;
  readonly out: string;
  readonly reporter: readonly string[];
  readonly documents?: string;
}

/** Judges what was recorded, writes a report and gives the exit code. No vendor is asked anything. */
export async function judge(files: readonly string[], options: JudgeCommandOptions): Promise<number> {
  const reporters = chooseReporters(options.reporter);
  const recordings = openRecordings(files);
  const found = await openSuite(contracts, options);
  const own = await bringPacts(options, found.suite);
  const suite = await withChecks(withContracts(found.suite, own), options.checks);
  const opened = { ...found, suite };
  const operations = selected(opened, options);
  const bar = openGate(options);
  const texts =
    options.documents === undefined
      ? undefined
      : readDocumentTexts(options.documents, opened.specFolders, opened.suite.documents);
  const tenant = openRecordedTenant(options.tenant, opened);
  const { masker } = tenant;
  const endGuard = guardOutput(masker.text);
  try {
    const course = { opened, operations, tenant, recordings, waivers: bar.waivers };
    const { report, folder } = await carryOut(course, options);
    const masked = masker.again({ ...report, ...(own && { pacts: own.reported }) });
    const quoted = texts === undefined ? masked : quoteDocuments(masked, opened.suite, texts);
    const gated = unprovenWhereUnread(bar.settle(quoted));
    writeReports(gated, reporters, { folder, out: options.out, scan: masker.scan });
    return gated.exitCode;
  } catch (error) {
    throw maskError(error, masker);
  } finally {
    endGuard();
  }
}

/** What was asked for by name is reported even where the recording has nothing of it. */
function selected(
  { suite }: OpenedSuite,
  { vendor: vendors, operation }: JudgeCommandOptions,
): readonly Operation[] | undefined {
  if (vendors.length === 0 && operation.length === 0) return undefined;
  return selectOperations(suite, { vendors, operations: operation });
}

interface Course {
  readonly opened: OpenedSuite;
  readonly operations: readonly Operation[] | undefined;
  readonly tenant: RecordedTenant;
  readonly recordings: readonly OpenRecording[];
  readonly waivers: ReturnType<typeof openGate>['waivers'];
}

async function carryOut(
  { opened: { suite }, operations, tenant, recordings, waivers }: Course,
  options: JudgeCommandOptions,
): Promise<{ readonly report: Report; readonly folder: string }> {
  const startedAt = new Date();
  const id = `${startedAt.toISOString().slice(0, 19).replaceAll(':', '-')}-recording`;
  const folder = createRunFolder(options.out, id);
  const interrupt = watchInterrupt();
  const { signal } = interrupt;
  // Pact is shown recorded answers over the loopback interface; without it no socket is opened at all.
  const matcher = options.contractSample === 0 ? undefined : await startPactMatcher();
  const { masker, baseUrls } = tenant;
  const ground = { suite, checks: checksOf(suite), matcher, masker, baseUrls };
  const { contractSample, today, checks: checkFolders, threads = usualThreads() } = options;
  const counter = openCountingThreads({
    ...{ suite, checkFolders, baseUrls, operations, threads, onLost: tellLost },
  });
  const observation = startObservation(ground, {
    ...{ waivers, contractSample },
    ...(operations && { operations }),
    ...(today !== undefined && { today }),
  });
  try {
    for (const { name, read } of recordings)
      if (!signal.aborted)
        await observeStretches(observation, readStretches(read(), name), ground, { counter, signal });
    const run = { id, startedAt, interrupted: signal.aborted };
    return { report: observation.report(headerOf(run, tenant, options)), folder };
  } finally {
    interrupt.stop();
    await Promise.all([counter.close(), matcher?.close()]);
  }
}

/** The report is the same without it, and later. */
function tellLost(problem: string): void {
  process.stderr.write(`A thread ended early (${inertLine(problem)}): what it had is judged without it.\n`);
}

function headerOf(
  {
    id,
    startedAt,
    interrupted,
  }: { readonly id: string; readonly startedAt: Date; readonly interrupted: boolean },
  { name }: RecordedTenant,
  { gate }: JudgeCommandOptions,
): Parameters<Observation['report']>[0] {
  const durationMs = Math.max(0, Date.now() - startedAt.getTime());
  return {
    tool: { name: TOOL_NAME, version: toolVersion() },
    run: { id, startedAt: startedAt.toISOString(), durationMs, interrupted },
    target: { kind: 'recording', name, faults: [] },
    gate,
  };
}
