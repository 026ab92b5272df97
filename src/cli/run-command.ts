import { dirname } from 'node:path';
import { userErrors } from '../errors/catalogue.ts';
import { contracts } from '../generated/contracts.ts';
import { type OpenedSuite, openSuite } from '../load/open-suite.ts';
import { readDocumentTexts } from '../load/read-document-texts.ts';
import type { Operation } from '../model/operation.ts';
import type { Plan } from '../model/plan.ts';
import type { Shard } from '../model/report.ts';
import type { Suite } from '../model/suite.ts';
import { withChecks } from '../own-checks/with-checks.ts';
import { withContracts } from '../pacts/bring-to-suite.ts';
import type { OwnPacts } from '../pacts/tie-pacts.ts';
import { operationsOfShard } from '../plan/operations-of-shard.ts';
import { planRun } from '../plan/plan-run.ts';
import { selectOperations } from '../plan/select-operations.ts';
import { maskError } from '../privacy/mask-error.ts';
import type { Masker } from '../privacy/masker.ts';
import { documentedInput } from '../run/documented-input.ts';
import type { LiveTenant } from '../targets/live/live-tenant.ts';
import { EXIT } from '../verdict/exit-code.ts';
import { bringPacts, type PactOptions } from './bring-pacts.ts';
import { carryOutRun, type RunInput } from './carry-out-run.ts';
import { chooseReporters } from './choose-reporters.ts';
import type { CheckOptions } from './commands/check-options.ts';
import type { GateOptions } from './commands/gate-options.ts';
import type { SuiteOptions } from './commands/suite-options.ts';
import { describePacts } from './describe-pacts.ts';
import { describePlan } from './describe-plan.ts';
import { exportHar } from './export-har.ts';
import { guardOutput } from './guard-output.ts';
import { type Gate, openGate } from './open-gate.ts';
import { openLiveTenants } from './open-live-tenants.ts';
import type { CutOffRun } from './open-run.ts';
import { openTarget } from './open-target.ts';
import { quoteDocuments } from './quote-documents.ts';
import { assertSameTenant, findCutOffRun } from './resume-run.ts';
import { screenOf } from './screen-of.ts';
import { tenantMasker } from './tenant-masker.ts';
import { worstOf } from './worst-of.ts';
import { writeReports } from './write-reports.ts';

export interface RunCommandOptions extends SuiteOptions, CheckOptions, PactOptions, GateOptions {
  readonly vendor: readonly string[];
  readonly operation: readonly string[];
  readonly target?: string;
  readonly tenant: readonly string[];
  readonly production?: string;
  readonly planHash?: string;
  readonly evidence?: 'masked' | 'full';
  readonly har: boolean;
  readonly resume?: string;
  readonly shard?: Shard;
  readonly out: string;
  readonly reporter: readonly string[];
  readonly timeout: number;
  readonly documents?: string;
  readonly dryRun: boolean;
  readonly fault: readonly string[];
  readonly reading: readonly string[];
  /** The arguments as they were given. */
  readonly asked: readonly string[];
}

interface Ground {
  readonly opened: OpenedSuite;
  readonly suite: Suite;
  /** What the user's own pacts came to. */
  readonly own: OwnPacts | undefined;
  readonly operations: readonly Operation[];
  readonly reporters: ReturnType<typeof chooseReporters>;
  readonly texts: ReturnType<typeof readDocumentTexts> | undefined;
  readonly bar: Gate;
}

/** Loads, plans, obtains, judges and reports, for each tenant in turn; gives the exit code. */
export async function run(options: RunCommandOptions): Promise<number> {
  const reporters = chooseReporters(options.reporter);
  const opened = await openSuite(contracts, options);
  const own = await bringPacts(options, opened.suite);
  const suite = await withChecks(withContracts(opened.suite, own), options.checks);
  const selected = selectOperations(suite, { vendors: options.vendor, operations: options.operation });
  const operations = operationsOfShard(selected, options.shard);
  const { documents } = options;
  const texts =
    documents === undefined
      ? undefined
      : readDocumentTexts(documents, opened.specFolders, documentsOf(suite, operations));
  const ground = { opened, suite, own, operations, reporters, texts, bar: openGate(options) };
  if (options.resume !== undefined) return resume(options.resume, ground, options);
  if (options.tenant.length === 0) return runOn(undefined, ground, options);
  const codes: number[] = [];
  for (const live of openLiveTenants(options.tenant, opened, options.production)) {
    const code = await runOn(live, ofTenant(live, ground), options);
    codes.push(code);
    if (code === EXIT.interrupted) break;
  }
  return worstOf(codes);
}

/** Of the vendors that are judged; who has a document of one has no need of the others'. */
function documentsOf({ documents }: Suite, operations: readonly Operation[]): Suite['documents'] {
  return documents.filter((document) => operations.some(({ vendor }) => vendor === document.vendor));
}

/** Goes on with a run that was cut off, in its own folder and for the operations that it began with. */
async function resume(given: string, ground: Ground, options: RunCommandOptions): Promise<number> {
  if (options.tenant.length === 0)
    throw userErrors.optionMissing('--tenant', 'only a live run can be resumed');
  const cutOff = findCutOffRun(given);
  const { folder, record } = cutOff;
  const tenants = openLiveTenants(options.tenant, ground.opened, options.production);
  const live = tenants.find(({ tenant }) => tenant.name === record.tenant) ?? tenants[0];
  if (live === undefined) throw userErrors.tenantNeeded();
  assertSameTenant(cutOff, live.tenant);
  const operations = ground.operations.filter(({ id }) => record.operations.includes(id));
  return runOn(live, { ...ground, operations }, { ...options, out: dirname(folder) }, cutOff);
}

/** A tenant answers for the vendors it has. */
function ofTenant({ tenant }: LiveTenant, ground: Ground): Ground {
  const vendors = tenant.vendors.map(({ vendor }) => vendor);
  const operations = ground.operations.filter(({ vendor }) => vendors.includes(vendor));
  if (operations.length === 0) throw userErrors.nothingSelected(`the vendors of the tenant ${tenant.name}`);
  return { ...ground, operations };
}

async function runOn(
  live: LiveTenant | undefined,
  ground: Ground,
  options: RunCommandOptions,
  cutOff?: CutOffRun,
): Promise<number> {
  const { suite, own, operations } = ground;
  const name = options.target ?? (live === undefined ? 'mock' : 'live');
  const target = await openTarget({ ...options, target: name }, suite, live);
  const masker = live && tenantMasker(live, suite);
  const endGuard = masker && guardOutput(masker.text);
  for (const warning of masker?.warnings() ?? []) process.stderr.write(`${warning}\n`);
  try {
    const plan = await planRun(suite, operations, target, documentedInput(suite));
    assertPlan(plan, options, cutOff);
    if (options.dryRun) {
      const screen = screenOf(process.stdout);
      if (own !== undefined) process.stdout.write(`${describePacts(own.reported, screen)}\n`);
      const view = { plan, suite, forecast: target.forecast?.(), masker, asked: options.asked };
      process.stdout.write(`${describePlan(view, screen)}\n`);
      return EXIT.gateMet;
    }
    const inTenant = live && { tenant: live.tenant, cutOff };
    return await carryOut({ target, plan, inTenant, masker }, ground, options);
  } catch (error) {
    throw masker === undefined ? error : maskError(error, masker);
  } finally {
    await target.close();
    endGuard?.();
  }
}

/** Nothing is sent but the plan that was looked at, or begun with. */
function assertPlan({ hash }: Plan, { planHash }: RunCommandOptions, cutOff: CutOffRun | undefined): void {
  if (cutOff !== undefined && cutOff.record.planHash !== hash)
    throw userErrors.runPlannedOtherwise(cutOff.folder, cutOff.record.planHash, hash);
  if (planHash !== undefined && planHash !== hash) throw userErrors.planChanged(planHash, hash);
}

interface Course extends Pick<RunInput, 'target' | 'plan' | 'inTenant'> {
  readonly masker: Masker | undefined;
}

async function carryOut(
  { masker, ...course }: Course,
  { suite, own, operations, reporters, texts, bar }: Ground,
  { gate, out, evidence, har, today, shard }: RunCommandOptions,
): Promise<number> {
  const { report: judged, folder } = await carryOutRun({
    ...{ suite, operations, gate, out, waivers: bar.waivers, ...course },
    ...(today !== undefined && { today }),
    ...(masker && { masker, fullEvidence: evidence === 'full' }),
  });
  const report = {
    ...judged,
    ...(shard && { shard }),
    ...(own && { pacts: own.reported }),
  };
  // Whom a later exchange made known may stand in an earlier one.
  const masked = masker === undefined ? report : masker.again(report);
  const quoted = texts === undefined ? masked : quoteDocuments(masked, suite, texts);
  const gated = bar.settle(quoted);
  if (har) await exportHar(folder, gated, masker?.scan);
  const tenant = course.inTenant?.tenant.file;
  writeReports(gated, reporters, { folder, out, scan: masker?.scan, tenant });
  return gated.exitCode;
}
