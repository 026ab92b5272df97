import { userErrors } from '../errors/catalogue.ts';
import { contracts } from '../generated/contracts.ts';
import { loadWaivers } from '../load/load-waivers.ts';
import { type OpenedSuite, openSuite } from '../load/open-suite.ts';
import reportSchema from '../load/schemas/report.schema.json' with { type: 'json' };
import { withChecks } from '../own-checks/with-checks.ts';
import { withContracts } from '../pacts/bring-to-suite.ts';
import { createMasker, type Masker } from '../privacy/masker.ts';
import type { LiveTenant } from '../targets/live/live-tenant.ts';
import { bringPacts, type PactOptions } from './bring-pacts.ts';
import { chooseReporters } from './choose-reporters.ts';
import type { CheckOptions } from './commands/check-options.ts';
import type { SuiteOptions } from './commands/suite-options.ts';
import { guardOutput } from './guard-output.ts';
import {
  mockDestinations,
  type OpenDestinations,
  onlyVendor,
  tenantDestinations,
} from './open-destinations.ts';
import { openLiveTenants } from './open-live-tenants.ts';
import { type StandingOptions, standBetween } from './stand-between.ts';
import { tenantMasker } from './tenant-masker.ts';

export interface ProxyCommandOptions extends SuiteOptions, CheckOptions, PactOptions, StandingOptions {
  readonly tenant?: string;
  readonly mock: boolean;
  readonly injectCredentials: boolean;
  readonly fault: readonly string[];
  readonly waivers?: string;
  readonly reporter: readonly string[];
}

/** Passes on what an application sends until it is ended, judges what it saw, and gives the exit code. */
export async function proxy(options: ProxyCommandOptions): Promise<number> {
  const reporters = chooseReporters(options.reporter);
  const waivers = options.waivers === undefined ? [] : loadWaivers(options.waivers);
  const found = await openSuite(contracts, options);
  const own = await bringPacts(options, found.suite);
  const suite = await withChecks(withContracts(found.suite, own), options.checks);
  const opened = { ...found, suite };
  const live = openTenant(options, opened);
  const masker = live === undefined ? fictionalMasker(opened) : tenantMasker(live, opened.suite);
  const endGuard = guardOutput(masker.text);
  const all = await openDestinations(live, opened, options);
  try {
    const open = onlyVendor(all, options.vendor);
    const between = { suite: opened.suite, pacts: own?.reported, open, masker, reporters, waivers };
    return await standBetween(between, options);
  } finally {
    await all.close();
    endGuard();
  }
}

/** The one tenant that is passed on to; undefined for the mock. */
function openTenant(
  { tenant, mock, injectCredentials }: ProxyCommandOptions,
  opened: OpenedSuite,
): LiveTenant | undefined {
  if (mock && tenant !== undefined)
    throw userErrors.optionInvalid('--mock', `given beside --tenant ${tenant}`, 'one of both');
  if (mock && injectCredentials)
    throw userErrors.optionInvalid('--inject-credentials', 'given beside --mock', 'it with --tenant');
  if (mock) return undefined;
  if (tenant === undefined)
    throw userErrors.optionMissing('--tenant', 'or --mock: it says where requests are passed on to');
  const tenants = openLiveTenants([tenant], opened, undefined);
  const [only] = tenants;
  if (tenants.length === 1) return only;
  throw userErrors.optionInvalid('--tenant', tenant, 'the file of one tenant, not a folder of several');
}

function openDestinations(
  live: LiveTenant | undefined,
  { suite }: OpenedSuite,
  { fault, injectCredentials }: ProxyCommandOptions,
): Promise<OpenDestinations> {
  if (live === undefined) return mockDestinations(suite, fault);
  return Promise.resolve(tenantDestinations(live, injectCredentials));
}

function fictionalMasker({ suite }: OpenedSuite): Masker {
  return createMasker({ suite, secrets: [], people: 'fictional', words: reportSchema });
}
