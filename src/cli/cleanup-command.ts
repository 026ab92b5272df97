import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { userErrors } from '../errors/catalogue.ts';
import { contracts } from '../generated/contracts.ts';
import { loadRunRecord } from '../load/load-run-record.ts';
import { openSuite } from '../load/open-suite.ts';
import type { Masker } from '../privacy/masker.ts';
import { type CleanUpReport, finishCleanUp } from '../states/finish-clean-up.ts';
import { readLedger } from '../states/read-ledger.ts';
import { addressMarks } from '../targets/live/address-marks.ts';
import type { LiveTenant } from '../targets/live/live-tenant.ts';
import { openTenant } from '../targets/live/open-tenant.ts';
import { EXIT } from '../verdict/exit-code.ts';
import type { SuiteOptions } from './commands/suite-options.ts';
import { describeCleanUp } from './describe-clean-up.ts';
import { findUncleanedRun, LEDGER_FILE } from './find-uncleaned-run.ts';
import { holdRunFolder } from './hold-run-folder.ts';
import { openLiveTenants } from './open-live-tenants.ts';
import { createProgressLine } from './progress-line.ts';
import { screenOf } from './screen-of.ts';
import { tenantMasker } from './tenant-masker.ts';

export interface CleanupCommandOptions extends SuiteOptions {
  readonly tenant: readonly string[];
  readonly production?: string;
  readonly out: string;
}

/** Takes away what a run has left in a tenant, and nothing else; gives the exit code. */
export async function cleanup(given: string | undefined, options: CleanupCommandOptions): Promise<number> {
  if (options.tenant.length === 0)
    throw userErrors.optionMissing('--tenant', 'it says where to clean up, and with which credentials');
  const opened = await openSuite(contracts, options);
  const tenants = openLiveTenants(options.tenant, opened, options.production);
  const names = tenants.map(({ tenant }) => tenant.name);
  const folder = given ?? findUncleanedRun(options.out, names);
  if (folder === undefined) {
    process.stdout.write(`No run in ${options.out} has left anything in ${names.join(', ')}.\n`);
    return EXIT.gateMet;
  }
  const live = tenantOf(folder, tenants);
  if (live === undefined) {
    process.stdout.write(`The run in ${folder} has sent nothing.\n`);
    return EXIT.gateMet;
  }
  const report = await cleanUpRun(folder, live, tenantMasker(live, opened.suite));
  process.stdout.write(`${describeCleanUp(folder, report, live.tenant.file, screenOf(process.stdout))}\n`);
  return report.isClean ? EXIT.gateMet : EXIT.gateNotMet;
}

/** The tenant that the run was made in; undefined where it was killed before it sent anything. */
function tenantOf(folder: string, tenants: readonly LiveTenant[]): LiveTenant | undefined {
  const file = join(folder, LEDGER_FILE);
  if (!existsSync(file)) throw userErrors.fileUnreadable(file, 'there is no such file');
  const { head, items } = readLedger(file);
  if (items.length === 0 && head.tenant === '') return undefined;
  const live = tenants.find(({ tenant }) => tenant.name === head.tenant);
  if (live === undefined) {
    const expected = tenants.map(({ tenant }) => tenant.name).join(', ');
    throw userErrors.runOfOther(folder, `in the tenant ${head.tenant}`, expected);
  }
  assertSameAddresses(folder, live, new Set(items.map(({ vendor }) => vendor)));
  return live;
}

/** An id of one server may be somebody else's on another. */
function assertSameAddresses(folder: string, { tenant }: LiveTenant, vendors: ReadonlySet<string>): void {
  const then = loadRunRecord(folder)?.addresses ?? {};
  const now = addressMarks(tenant);
  const moved = [...vendors].find((vendor) => then[vendor] !== undefined && then[vendor] !== now[vendor]);
  if (moved !== undefined)
    throw userErrors.runOfOther(
      folder,
      'at another address',
      `at vendors.${moved}.baseUrl of ${tenant.file}`,
    );
}

async function cleanUpRun(folder: string, live: LiveTenant, masker: Masker): Promise<CleanUpReport> {
  const release = holdRunFolder(folder, live.tenant.name);
  const progress = createProgressLine();
  const { send, means, admit, close } = openTenant(live, (waiting) =>
    progress.show({ kind: 'waiting', waiting }),
  );
  try {
    return await finishCleanUp(join(folder, LEDGER_FILE), send, means, admit, masker);
  } finally {
    progress.clear();
    await close();
    release();
  }
}
