import { dirname } from 'node:path';
import { userErrors } from '../errors/catalogue.ts';
import { contracts } from '../generated/contracts.ts';
import { loadSuite, ownFolders } from '../load/load-suite.ts';
import { loadWaivers } from '../load/load-waivers.ts';
import { readDocumentTexts } from '../load/read-document-texts.ts';
import type { Operation } from '../model/operation.ts';
import type { Plan } from '../model/plan.ts';
import type { Level } from '../model/source.ts';
import type { Suite } from '../model/suite.ts';
import type { Waiver } from '../model/waiver.ts';
import { planRun } from '../plan/plan-run.ts';
import { selectOperations } from '../plan/select-operations.ts';
import { maskError } from '../privacy/mask-error.ts';
import type { Masker } from '../privacy/masker.ts';
import { documentedInput } from '../run/documented-input.ts';
import type { LiveTenant } from '../targets/live/live-tenant.ts';
import { EXIT } from '../verdict/exit-code.ts';
import { carryOutRun, type RunInput } from './carry-out-run.ts';
import { chooseReporters } from './choose-reporters.ts';
import { describePlan } from './describe-plan.ts';
import { guardOutput } from './guard-output.ts';
import { openLiveTenants } from './open-live-tenants.ts';
import type { CutOffRun } from './open-run.ts';
import { openTarget } from './open-target.ts';
import { quoteDocuments } from './quote-documents.ts';
import { assertSameTenant, findCutOffRun } from './resume-run.ts';
import { tenantMasker } from './tenant-masker.ts';
import { writeReports } from './write-reports.ts';

export interface RunCommandOptions {
  readonly vendor: readonly string[];
  readonly operation: readonly string[];
  readonly target?: string;
  readonly tenant: readonly string[];
  readonly production?: string;
  readonly planHash?: string;
  readonly evidence?: 'masked' | 'full';
  readonly resume?: string;
  readonly gate: Level;
  readonly waivers?: string;
  readonly today?: string;
  readonly out: string;
  readonly reporter: readonly string[];
  readonly timeout: number;
  readonly documents?: string;
  readonly dryRun: boolean;
  readonly fault: readonly string[];
  readonly reading: readonly string[];
}

interface Ground {
  readonly suite: Suite;
  readonly operations: readonly Operation[];
  readonly reporters: ReturnType<typeof chooseReporters>;
  readonly texts: ReturnType<typeof readDocumentTexts> | undefined;
  readonly waivers: readonly Waiver[];
}

/** Loads, plans, obtains, judges and reports, for each tenant in turn; gives the exit code. */
export async function run(options: RunCommandOptions): Promise<number> {
  const reporters = chooseReporters(options.reporter);
  const folders = ownFolders();
  const suite = loadSuite(folders, contracts);
  const operations = selectOperations(suite, { vendors: options.vendor, operations: options.operation });
  const { documents } = options;
  const texts =
    documents === undefined ? undefined : readDocumentTexts(documents, folders.specs, suite.documents);
  const waivers = options.waivers === undefined ? [] : loadWaivers(options.waivers);
  const ground = { suite, operations, reporters, texts, waivers };
  if (options.resume !== undefined) return resume(options.resume, ground, options);
  if (options.tenant.length === 0) return runOn(undefined, ground, options);
  const codes: number[] = [];
  for (const live of openLiveTenants(options.tenant, suite, options.production)) {
    const code = await runOn(live, ofTenant(live, ground), options);
    codes.push(code);
    if (code === EXIT.interrupted) break;
  }
  return worstOf(codes);
}

/** Goes on with a run that was cut off, in its own folder and for the operations that it began with. */
async function resume(given: string, ground: Ground, options: RunCommandOptions): Promise<number> {
  if (options.tenant.length === 0)
    throw userErrors.optionMissing('--tenant', 'only a live run can be resumed');
  const cutOff = findCutOffRun(given);
  const { folder, record } = cutOff;
  const tenants = openLiveTenants(options.tenant, ground.suite, options.production);
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
  const { suite, operations } = ground;
  const name = options.target ?? (live === undefined ? 'mock' : 'live');
  const target = await openTarget({ ...options, target: name }, suite, live);
  const masker = live && tenantMasker(live, suite);
  const endGuard = masker && guardOutput(masker.text);
  for (const warning of masker?.warnings() ?? []) process.stderr.write(`${warning}\n`);
  try {
    const plan = await planRun(suite, operations, target, documentedInput(suite));
    assertPlan(plan, options, cutOff);
    if (options.dryRun) {
      process.stdout.write(`${describePlan(plan, suite, target.preparations?.() ?? [], masker)}\n`);
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
  { suite, operations, reporters, texts, waivers }: Ground,
  { gate, out, evidence, today }: RunCommandOptions,
): Promise<number> {
  const { report, folder } = await carryOutRun({
    ...{ suite, operations, gate, out, waivers, ...course },
    ...(today !== undefined && { today }),
    ...(masker && { masker, fullEvidence: evidence === 'full' }),
  });
  // Whom a later exchange made known may stand in an earlier one.
  const masked = masker === undefined ? report : masker.again(report);
  const quoted = texts === undefined ? masked : quoteDocuments(masked, suite, texts);
  writeReports(quoted, reporters, folder, out, masker?.scan);
  return quoted.exitCode;
}

/** Of several runs: an interruption ends all; what the user has to mend comes next; a gate not met outweighs what could not be proven. */
function worstOf(codes: readonly number[]): number {
  const order = [EXIT.interrupted, EXIT.badInput, EXIT.gateNotMet, EXIT.unproven, EXIT.gateMet];
  return order.find((code) => codes.includes(code)) ?? EXIT.unproven;
}
