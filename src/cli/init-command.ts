import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { userErrors } from '../errors/catalogue.ts';
import { contracts } from '../generated/contracts.ts';
import { joinRecipes } from '../load/load-recipes.ts';
import { parseTenant } from '../load/load-tenant.ts';
import { openSuite } from '../load/open-suite.ts';
import { packageRoot } from '../load/package-root.ts';
import { isTenantName } from '../load/tenant-patterns.ts';
import type { StateKnowledge } from '../load/vendor-values.ts';
import type { Environment } from '../model/tenant.ts';
import { EXIT } from '../verdict/exit-code.ts';
import { askTenant } from './ask-tenant.ts';
import { type SuiteOptions, suiteFlags } from './commands/suite-options.ts';
import { renderTenantFile } from './render-tenant-file.ts';
import { draftVendor, type TenantDraft } from './tenant-draft.ts';
import { type VendorNeeds, vendorNeeds } from './vendor-needs.ts';
import { wholeBudget } from './whole-budget.ts';

export interface InitCommandOptions extends SuiteOptions {
  readonly vendor: readonly string[];
  readonly name?: string;
  readonly environment?: Environment;
  readonly out?: string;
  readonly yes: boolean;
  readonly force: boolean;
}

/** Writes a tenant file that loads, by questions on a terminal and by the arguments alone elsewhere. */
export async function init(options: InitCommandOptions): Promise<number> {
  if (options.name !== undefined && !isTenantName(options.name))
    throw userErrors.optionInvalid('--name', options.name, 'lower-case letters, digits and hyphens');
  const { suite, recipeFolders } = await openSuite(contracts, options);
  const knowledge = { suite, recipes: joinRecipes(recipeFolders, suite) };
  const known = suite.specs.map((spec) => vendorNeeds(knowledge, spec));
  const vendors = chooseVendors(known, options.vendor);
  if (options.out !== undefined) assertFree(options.out, options.force);
  const draft =
    process.stdin.isTTY && !options.yes
      ? await askTenant(
          known,
          { name: options.name, environment: options.environment, vendors },
          { input: process.stdin, output: process.stdout },
        )
      : draftOf(options, vendors.length > 0 ? vendors : known);
  if (draft === undefined) return EXIT.interrupted;
  const file = options.out ?? join('tenants', `${draft.name}.yaml`);
  const budget = wholeBudget(
    knowledge,
    draft.vendors.map(({ needs }) => needs.vendor),
  );
  writeTenantFile(file, (schema) => renderTenantFile(draft, schema, budget), knowledge, options.force);
  process.stdout.write(nextSteps(file, draft, options));
  return EXIT.gateMet;
}

function chooseVendors(known: readonly VendorNeeds[], wanted: readonly string[]): readonly VendorNeeds[] {
  const names = known.map(({ vendor }) => vendor);
  const unknown = wanted.find((vendor) => !names.includes(vendor));
  if (unknown !== undefined) throw userErrors.nameUnknown('vendor', unknown, names);
  return known.filter(({ vendor }) => wanted.includes(vendor));
}

/** What kind of account it is decides what may be sent, so it is never guessed. */
function draftOf(options: InitCommandOptions, vendors: readonly VendorNeeds[]): TenantDraft {
  const { environment } = options;
  if (environment === undefined)
    throw userErrors.optionMissing('--environment', 'nobody can be asked whether this is a sandbox');
  const name = options.name ?? environment;
  return { name, environment, vendors: vendors.map((needs) => draftVendor(name, needs)) };
}

function assertFree(file: string, force: boolean): void {
  if (!force && existsSync(file)) throw userErrors.fileExists(file);
}

function writeTenantFile(
  file: string,
  render: (schema: string) => string,
  knowledge: StateKnowledge,
  force: boolean,
): void {
  const schema = relative(dirname(resolve(file)), join(packageRoot(), 'src/load/schemas/tenant.schema.json'));
  const text = render(schema.replaceAll(sep, '/'));
  parseTenant(file, text, knowledge);
  assertFree(file, force);
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    throw userErrors.outputUnwritable(file, error instanceof Error ? error.message : String(error));
  }
}

/** From the file to a run, in the order of docs/live-tenant.md. */
function nextSteps(file: string, { vendors }: TenantDraft, chosen: SuiteOptions): string {
  const references = vendors.flatMap(({ credentials }) => Object.values(credentials));
  const blanks = [
    ...(vendors.some(({ baseUrl }) => baseUrl.endsWith('.invalid')) ? ['baseUrl'] : []),
    ...(vendors.some(({ effects }) => effects.length === 0) ? ['allow.effects'] : []),
  ];
  const command = (name: string, ...options: readonly string[]) =>
    ['livechat-conformance', name, ...suiteFlags(chosen), '--tenant', file, ...options].join(' ');
  const steps = [
    ...(blanks.length === 0 ? [] : [`fill in ${blanks.join(' and ')}`]),
    `see to the secrets: ${references.join(', ')}`,
    `ask what is missing, by harmless reads: ${command('doctor')}`,
    `see what would be sent: ${command('run', '--dry-run')}`,
    `send it: ${command('run')}`,
  ];
  return [`Wrote ${file}. Next:`, ...steps.map((step, index) => `  ${index + 1}. ${step}`), ''].join('\n');
}
