import type { Json } from '../model/json.ts';
import { isPromise, plainPromise } from '../model/promise.ts';
import type { Budget, Tenant, TenantVendor } from '../model/tenant.ts';
import { type BudgetLeft, costOf } from './budget-left.ts';
import type { Errand, Named, Refusal, RuleName } from './errand.ts';
import { isSameName } from './same-name.ts';

/** What decides whether an errand may be run in one vendor's tenant. */
export interface Terms {
  readonly tenant: Pick<Tenant, 'name' | 'environment' | 'budget'>;
  readonly vendor: TenantVendor;
  /** The name of the production tenant that the user has spelt out; undefined when none was. */
  readonly productionWord: string | undefined;
  /** Values that this run made, as captured from answers. */
  readonly made: readonly Json[];
  readonly left: BudgetLeft;
}

/** Pure: the first rule that refuses the errand, in the order of `RULES`; undefined when it may be run. */
export function judgeErrand(errand: Errand, terms: Terms): Refusal | undefined {
  for (const rule of CHECKS) {
    const refusal = rule(errand, terms);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

type Check = (errand: Errand, terms: Terms) => Refusal | undefined;

const CHECKS: readonly Check[] = [
  (_, { tenant, productionWord }) =>
    tenant.environment === 'production' && productionWord !== tenant.name
      ? refuse('production', `${tenant.name} is a production tenant`, `Add --production ${tenant.name}.`)
      : undefined,
  ({ operation }, { vendor }) => {
    const { operations } = vendor.allow;
    if (operation === undefined || operations === undefined || operations.includes(operation))
      return undefined;
    return refuse(
      'operation',
      `${operation} is not among the allowed operations`,
      add(vendor, 'operations', operation),
    );
  },
  ({ sending }, { vendor }) =>
    sending === undefined || vendor.allow.sendings.includes(sending)
      ? undefined
      : refuse('sending', `a ${sending} is not allowed`, add(vendor, 'sendings', sending)),
  ({ isReading }, { vendor }) =>
    isReading && !vendor.allow.readings
      ? refuse(
          'reading',
          'no other reading may be tried',
          `Set vendors.${vendor.vendor}.allow.readings to true.`,
        )
      : undefined,
  (errand, { vendor }) => refuseBaring(errand, vendor),
  ({ effects, purpose }, { vendor }) => {
    // What this run made it may take away again: to leave it there would be the greater harm.
    const free = purpose === 'clean-up' ? ['reads', 'creates', 'irreversible'] : ['reads'];
    const denied = effects.find((effect) => !free.includes(effect) && !vendor.allow.effects.includes(effect));
    return denied && refuse('effect', `the effect ${denied} is not allowed`, add(vendor, 'effects', denied));
  },
  (errand, terms) => {
    const stranger = errand.names.find((named) => !isKnown(named, terms));
    return stranger && refuseName(stranger, terms.vendor);
  },
  (errand, { tenant: { budget } }) => {
    if (costOf(errand, budget).money !== undefined) return undefined;
    const { operation = 'a preparing request' } = errand;
    return refuse(
      'price',
      `${operation} costs money and has no price`,
      `Give budget.money.prices.${operation}.`,
    );
  },
  (errand, terms) => overdraft('requests', errand, terms),
  (errand, terms) => overdraft('messages', errand, terms),
  (errand, terms) => overdraft('money', errand, terms),
];

/** An address is kept by every server and proxy that it passes. */
export function refuseBaring(
  { baresCredential }: Pick<Errand, 'baresCredential'>,
  { vendor, allow }: TenantVendor,
): Refusal | undefined {
  if (baresCredential !== true || allow.credentialsInAddress) return undefined;
  return refuse(
    'address',
    'a credential would stand in the address, where logs keep it',
    `Set vendors.${vendor}.allow.credentialsInAddress to true.`,
  );
}

function refuse(rule: RuleName, says: string, next: string): Refusal {
  return { rule, says, next };
}

function add({ vendor }: TenantVendor, list: string, value: string): string {
  return `Add ${value} to vendors.${vendor}.allow.${list}.`;
}

/** Named in the tenant file, or made by this run; a list of allowed values of the kind leaves out all others. */
function isKnown({ kind, value }: Named, { vendor, made }: Terms): boolean {
  const same = (other: Json) => isSameName(other, value);
  if (made.some(same)) return true;
  const only = vendor.allow.only[kind];
  if (only !== undefined) return only.some(same);
  return Object.values(vendor.states)
    .flatMap((values) => Object.values(values))
    .flatMap((known) => (Array.isArray(known) ? [...known, known] : [known]))
    .some(same);
}

function refuseName({ kind, value }: Named, { vendor }: TenantVendor): Refusal {
  // A value that would be looked up: nobody knows yet whom it names.
  if (isPromise(value))
    return refuse(
      'name',
      `the ${kind} would be one that the vendor lists, and nobody has named any`,
      `Give ${plainPromise(value).slice(1, -1)} in vendors.${vendor}.states.`,
    );
  const shown = JSON.stringify(value);
  return refuse(
    'name',
    `the ${kind} ${shown} is neither allowed nor made by this run`,
    `Add it to vendors.${vendor}.allow.only.${kind}, or give it in vendors.${vendor}.states.`,
  );
}

function overdraft(
  pot: keyof BudgetLeft,
  errand: Errand,
  { tenant: { budget }, left }: Terms,
): Refusal | undefined {
  // To leave behind what was made would be the greater harm.
  if (errand.purpose === 'clean-up' || errand.purpose === 'proof') return undefined;
  const cost = costOf(errand, budget)[pot] ?? 0;
  if (cost <= left[pot]) return undefined;
  const whole = pot === 'money' ? moneyOf(budget) : `${budget[pot]} ${pot}`;
  return refuse(
    pot,
    `the budget of ${whole} is spent`,
    `Raise budget.${pot === 'money' ? 'money.most' : pot}.`,
  );
}

function moneyOf({ money }: Budget): string {
  return money === undefined ? 'no money' : `${money.most} ${money.currency}`;
}
