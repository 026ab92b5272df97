import { isJsonArray, type Json } from '../model/json.ts';
import type { TenantDraft, VendorDraft } from './tenant-draft.ts';
import type { EffectNeed, StateNeed, ValueNeed, VendorNeeds } from './vendor-needs.ts';
import type { WholeBudget } from './whole-budget.ts';

/** The draft as a file for people: what may be written is there as a comment, what has to be is filled in. */
export function renderTenantFile(draft: TenantDraft, schemaPath: string, budget: WholeBudget): string {
  const lines = [
    `# yaml-language-server: $schema=${schemaPath}`,
    '# A live tenant. Every key is explained in docs/tenant-file.md, and by editors that know the line above.',
    '# No secret ever stands in this file: credentials are references.',
    '',
    '# Names this tenant in reports and folders.',
    `name: ${draft.name}`,
    '',
    '# sandbox, staging or production. Towards production nothing is sent unless the command repeats the name.',
    `environment: ${draft.environment}`,
    '',
    '# Upper bounds of one run; what would exceed one is not sent. These are enough for all that the contracts',
    '# describe, as if nothing that is made for it could be shared. --dry-run says what your run would take.',
    'budget:',
    `  requests: ${budget.requests}`,
    '  # Requests that notify people.',
    `  messages: ${budget.messages}`,
    ...moneyLines(draft.vendors),
    '',
    'vendors:',
    ...draft.vendors.flatMap((vendor) => [...vendorLines(vendor), '']),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function moneyLines(vendors: readonly VendorDraft[]): readonly string[] {
  const costly = vendors
    .flatMap(({ needs }) => needs.effects)
    .filter(({ effect }) => effect === 'costs-money')
    .flatMap(({ operations }) => operations);
  if (costly.length === 0) return [];
  return [
    '  # What may be spent, and what one request costs. Without this part nothing that costs money is sent.',
    '  # money:',
    '  #   currency: USD',
    '  #   most: 0.10',
    '  #   prices:',
    ...costly.map((operation) => `  #     ${operation}: 0.02`),
  ];
}

function vendorLines({ needs, baseUrl, credentials, effects }: VendorDraft): readonly string[] {
  const documented = needs.addresses.map((address) => `; documented as ${address}`).join('');
  const lines = [
    `${needs.vendor}:`,
    `  # Address of the tenant${documented}.`,
    `  baseUrl: ${baseUrl}`,
    '',
    '  # Where each credential is to be had: env:NAME, or file:PATH relative to this file.',
    '  credentials:',
    ...Object.entries(credentials).map(([name, reference]) => `    ${name}: ${JSON.stringify(reference)}`),
    '',
    ...stateLines(needs.states),
    '  # What may be done. Nothing that is not named here.',
    '  allow:',
    ...needs.effects.map((need) => `    #   ${need.effect}: ${whatNeeds(need)}`),
    `    effects: [${effects.join(', ')}]`,
    '    # Also "variant" (what else is documented) and "probe" (what is to be refused).',
    '    sendings: [contract]',
    '    # Only these operations; left out, every one whose effects are allowed.',
    `    # operations: [${operationsOf(needs).join(', ')}]`,
    ...capabilityLines(needs),
  ];
  return lines.map((line) => (line === '' ? '' : `  ${line}`));
}

/** What cannot be done without the effect. */
export function whatNeeds({ operations, states }: EffectNeed): string {
  const prepared =
    states.length === 0 ? [] : [`to prepare ${states.map((state) => `"${state}"`).join(', ')}`];
  return [...(operations.length === 0 ? [] : [operations.join(', ')]), ...prepared].join('; ');
}

function operationsOf({ effects }: VendorNeeds): readonly string[] {
  return [...new Set(effects.flatMap(({ operations }) => operations))];
}

function stateLines(states: readonly StateNeed[]): readonly string[] {
  if (states.length === 0) return [];
  return [
    '  # Values of things that are there already, by precondition. Those are used as they are, and left as they are;',
    '  # take away the # of what you fill in.',
    '  # states:',
    ...states.flatMap(({ state, values, byHand }) => [
      ...(byHand === undefined ? [] : [`  #   # Has to be given: ${byHand}`]),
      `  #   ${keyOf(state)}:`,
      ...values.map((value) => `  #     ${valueLine(value)}`),
    ]),
    '',
  ];
}

function valueLine({ name, isCredential, says, example }: ValueNeed): string {
  const comment = says === undefined ? '' : ` # ${says}`;
  return `${keyOf(name)}: ${isCredential ? 'env:… or file:…' : formOf(example)}${comment}`;
}

/** As YAML wants it: a list where a list is sent, and digits that are a text in quotes. */
function formOf(example: Json | undefined): string {
  if (isJsonArray(example)) return '[…]';
  return typeof example === 'string' && /^[+\d]+$/.test(example) ? '"…"' : '…';
}

function capabilityLines({ permissions, features }: VendorNeeds): readonly string[] {
  const lines = [
    ...(permissions.length === 0 ? [] : [`  #   permissions: ${JSON.stringify(permissions)}`]),
    ...(features.length === 0 ? [] : [`  #   features: ${JSON.stringify(features)}`]),
  ];
  if (lines.length === 0) return [];
  return [
    '',
    '  # What the account has, where you know it; an operation that needs something else is not applicable.',
    '  # capabilities:',
    ...lines,
  ];
}

function keyOf(name: string): string {
  return /^[A-Za-z][A-Za-z0-9 ]*$/.test(name) ? name : JSON.stringify(name);
}
