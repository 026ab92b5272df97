// The questions of `init`. No secret is ever asked for, only where it is to be had.
import type { Readable, Writable } from 'node:stream';
import { isCancel, multiselect, select, text } from '@clack/prompts';
import { isBaseUrl, isReferenceText, isTenantName } from '../load/tenant-patterns.ts';
import type { Effect } from '../model/operation.ts';
import { ENVIRONMENTS, type Environment } from '../model/tenant.ts';
import { whatNeeds } from './render-tenant-file.ts';
import { draftVendor, type TenantDraft, type VendorDraft } from './tenant-draft.ts';
import type { VendorNeeds } from './vendor-needs.ts';

export interface Terminal {
  readonly input: Readable;
  readonly output: Writable;
}

/** What the arguments have said already is not asked. */
export interface Answered {
  readonly name: string | undefined;
  readonly environment: Environment | undefined;
  readonly vendors: readonly VendorNeeds[];
}

/** Asks for what is not answered; undefined when the person has had enough. */
export async function askTenant(
  known: readonly VendorNeeds[],
  answered: Answered,
  terminal: Terminal,
): Promise<TenantDraft | undefined> {
  const chosen = answered.vendors.length > 0 ? answered.vendors : await askVendors(known, terminal);
  if (chosen === undefined) return undefined;
  const environment = answered.environment ?? (await askEnvironment(terminal));
  if (environment === undefined) return undefined;
  const name = answered.name ?? (await askName(environment, terminal));
  if (name === undefined) return undefined;
  const vendors: VendorDraft[] = [];
  for (const needs of chosen) {
    const draft = await askVendor(draftVendor(name, needs), terminal);
    if (draft === undefined) return undefined;
    vendors.push(draft);
  }
  return { name, environment, vendors };
}

async function askVendors(
  known: readonly VendorNeeds[],
  terminal: Terminal,
): Promise<readonly VendorNeeds[] | undefined> {
  const answer = await multiselect({
    ...terminal,
    message: 'Which vendors does the tenant have?',
    options: known.map(({ vendor, title }) => ({ value: vendor, label: vendor, hint: title })),
    required: true,
  });
  return isCancel(answer) ? undefined : known.filter(({ vendor }) => answer.includes(vendor));
}

async function askEnvironment(terminal: Terminal): Promise<Environment | undefined> {
  const answer = await select<Environment>({
    ...terminal,
    message: 'What kind of account is it?',
    options: ENVIRONMENTS.map((value) => ({ value, label: value })),
  });
  return isCancel(answer) ? undefined : answer;
}

function askName(suggested: string, terminal: Terminal): Promise<string | undefined> {
  return askText(
    terminal,
    'Name of the tenant, for reports and folders',
    suggested,
    isTenantName,
    'Lower-case letters, digits and hyphens, please.',
  );
}

async function askVendor(draft: VendorDraft, terminal: Terminal): Promise<VendorDraft | undefined> {
  const { vendor, addresses } = draft.needs;
  const documented = addresses.length === 0 ? '' : ` (documented as ${addresses.join(', ')})`;
  const baseUrl = await askText(
    terminal,
    `${vendor}: address of the tenant${documented}`,
    draft.baseUrl,
    isBaseUrl,
    'An address such as https://tenant.example.com, please: no user, no query.',
  );
  if (baseUrl === undefined) return undefined;
  const credentials: Record<string, string> = {};
  for (const [name, suggested] of Object.entries(draft.credentials)) {
    const reference = await askText(
      terminal,
      `${vendor}: where is ${name} to be had? The secret itself does not belong here`,
      suggested,
      isReferenceText,
      'env:NAME in capital letters, or file:PATH, please.',
    );
    if (reference === undefined) return undefined;
    credentials[name] = reference;
  }
  const effects = await askEffects(draft.needs, terminal);
  return effects && { ...draft, baseUrl, credentials, effects };
}

async function askEffects(needs: VendorNeeds, terminal: Terminal): Promise<readonly Effect[] | undefined> {
  const answer = await multiselect<Effect>({
    ...terminal,
    message: `${needs.vendor}: what may be done there? Nothing that you do not choose`,
    options: needs.effects.map((need) => ({
      value: need.effect,
      label: need.effect,
      hint: whatNeeds(need),
    })),
    required: false,
  });
  return isCancel(answer) ? undefined : answer;
}

async function askText(
  terminal: Terminal,
  message: string,
  suggested: string,
  isFine: (answer: string) => boolean,
  complaint: string,
): Promise<string | undefined> {
  const answer = await text({
    ...terminal,
    message,
    initialValue: suggested,
    validate: (value) => (isFine(value ?? '') ? undefined : complaint),
  });
  return isCancel(answer) ? undefined : answer;
}
