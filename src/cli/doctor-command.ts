import { userErrors } from '../errors/catalogue.ts';
import { contracts } from '../generated/contracts.ts';
import { openSuite } from '../load/open-suite.ts';
import type { Operation } from '../model/operation.ts';
import type { Suite } from '../model/suite.ts';
import type { OnWaiting } from '../model/waiting.ts';
import { planRun } from '../plan/plan-run.ts';
import { selectOperations } from '../plan/select-operations.ts';
import { documentedInput } from '../run/documented-input.ts';
import type { LiveTenant } from '../targets/live/live-tenant.ts';
import { openTenant } from '../targets/live/open-tenant.ts';
import live from '../targets/live.target.ts';
import { EXIT } from '../verdict/exit-code.ts';
import type { SuiteOptions } from './commands/suite-options.ts';
import { type Checkup, describeCheckup, isFit } from './describe-checkup.ts';
import { type Foreseen, foreseeOperation } from './foresee-operation.ts';
import { openLiveTenants } from './open-live-tenants.ts';
import { probeVendor } from './probe-vendor.ts';
import { createProgressLine } from './progress-line.ts';
import { screenOf } from './screen-of.ts';

export interface DoctorCommandOptions extends SuiteOptions {
  readonly vendor: readonly string[];
  readonly operation: readonly string[];
  readonly tenant: readonly string[];
  readonly production?: string;
}

/** Looks, by harmless requests and the plan, whether a run could prove something; gives the exit code. */
export async function doctor(options: DoctorCommandOptions): Promise<number> {
  if (options.tenant.length === 0) throw userErrors.optionMissing('--tenant', 'it says whom to look after');
  const opened = await openSuite(contracts, options);
  const { suite } = opened;
  const { vendor: vendors, operation: operations } = options;
  const selected = selectOperations(suite, { vendors, operations });
  const checkups: Checkup[] = [];
  const screen = screenOf(process.stdout);
  for (const tenant of openLiveTenants(options.tenant, opened, options.production)) {
    const progress = createProgressLine();
    const onWaiting: OnWaiting = (waiting) => progress.show({ kind: 'waiting', waiting });
    const checkup = await examine(tenant, suite, selected, onWaiting).finally(progress.clear);
    process.stdout.write(`${checkups.length === 0 ? '' : '\n'}${describeCheckup(checkup, screen)}\n`);
    checkups.push(checkup);
  }
  return checkups.every(isFit) ? EXIT.gateMet : EXIT.unproven;
}

async function examine(
  patient: LiveTenant,
  suite: Suite,
  selected: readonly Operation[],
  onWaiting: OnWaiting,
): Promise<Checkup> {
  const { tenant } = patient;
  const had = tenant.vendors.map(({ vendor }) => vendor);
  const operations = selected.filter(({ vendor }) => had.includes(vendor));
  if (operations.length === 0) throw userErrors.nothingSelected(`the vendors of the tenant ${tenant.name}`);
  const asked = tenant.vendors.filter(({ vendor }) => operations.some((one) => one.vendor === vendor));
  const { lines, means, close } = openTenant(patient, onWaiting);
  try {
    const vendors = await Promise.all(
      asked.map(async (vendor) => {
        const line = lines.get(vendor.vendor);
        const own = means.find((one) => one.vendor === vendor.vendor);
        if (line === undefined || own === undefined) return { vendor, probes: [], unasked: 0 };
        const wanted = operations.filter((operation) => operation.vendor === vendor.vendor);
        return { vendor, ...(await probeVendor(vendor, wanted, line, own)) };
      }),
    );
    return { tenant, vendors, operations: await foresee(patient, suite, operations) };
  } finally {
    await close();
  }
}

/** A plan is made without sending anything. */
async function foresee(
  patient: LiveTenant,
  suite: Suite,
  operations: readonly Operation[],
): Promise<readonly Foreseen[]> {
  const { specs } = suite;
  const target = await live.open({ specs, timeoutMs: 0, faults: [], readings: {}, tenant: patient });
  try {
    const plan = await planRun(suite, operations, target, documentedInput(suite));
    return operations.map((operation) => {
      const own = patient.tenant.vendors.find(({ vendor }) => vendor === operation.vendor);
      return foreseeOperation(operation, plan, own?.capabilities);
    });
  } finally {
    await target.close();
  }
}
