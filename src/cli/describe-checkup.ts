import type { Tenant, TenantVendor } from '../model/tenant.ts';
import { canBeProven, type Foreseen, type Reason } from './foresee-operation.ts';
import type { Examined } from './probe-vendor.ts';

type ExaminedVendor = Examined & { readonly vendor: TenantVendor };

/** What was found out about one tenant, without doing anything in it. */
export interface Checkup {
  readonly tenant: Tenant;
  readonly vendors: readonly ExaminedVendor[];
  readonly operations: readonly Foreseen[];
}

/** Every selected operation could be proven, as far as harmless requests and the plan can tell. */
export function isFit({ vendors, operations }: Checkup): boolean {
  return (
    vendors.every(({ probes }) => probes.every(({ next }) => next === null)) && operations.every(canBeProven)
  );
}

/** One screen a tenant. */
export function describeCheckup(checkup: Checkup): string {
  const { tenant, vendors, operations } = checkup;
  const { name, file, environment } = tenant;
  return [
    `${name} (${environment}), ${file}: the file is valid, and every reference to a secret leads to one`,
    ...vendors.flatMap(describeVendor),
    'operations, as far as the plan tells:',
    ...operations.flatMap(describeOperation),
    `next: ${nextOf(checkup)}`,
  ].join('\n');
}

function describeVendor({ vendor, probes, unasked }: ExaminedVendor): readonly string[] {
  const { protocol } = new URL(vendor.baseUrl);
  const way = `${protocol === 'https:' ? 'TLS' : 'no TLS'}${vendor.proxy === undefined ? '' : ', through the proxy'}`;
  const reached = probes.some(({ isReached }) => isReached)
    ? 'somebody answers at the address'
    : probes.length === 0
      ? 'no harmless request is known, so nothing was asked'
      : 'no answer came back';
  const known = probes.some(({ isKnown }) => isKnown)
    ? ['  the credentials were taken by what was asked; other requests may want more']
    : [];
  return [
    `${vendor.vendor} (${way}): ${reached}`,
    ...probes.flatMap(({ says, came, next }) => [
      `  ${next === null ? 'ok     ' : 'trouble'} ${says}: ${came}`,
      ...(next === null ? [] : [`          ${next}`]),
    ]),
    ...known,
    ...(unasked === 0
      ? []
      : [`  not asked any more: ${unasked} other harmless request${unasked === 1 ? '' : 's'}`]),
  ];
}

function describeOperation(foreseen: Foreseen): readonly string[] {
  const { operation, sent, ofContracts, missing, besides, needs } = foreseen;
  const others = sent - ofContracts;
  const requests = `${ofContracts} of contracts${others > 0 ? ` and ${others} besides` : ''}`;
  const word = canBeProven(foreseen) ? 'could be proven ' : 'stays unproven  ';
  return [
    `  ${word} ${operation.id}: would send ${sent === 0 ? 'nothing' : requests}`,
    ...needs.map((need) => `      needs the ${need}`),
    ...missing.map((reason) => `      missing: ${tell(reason)}`),
    ...(besides.length === 0
      ? []
      : [`      besides, not sent: ${besides.reduce((sum, { count }) => sum + count, 0)}`]),
  ];
}

function tell({ why, count }: Reason): string {
  return count === 1 ? why : `${why} (${count} requests)`;
}

/**
 * The one thing to do: what is wrong on the way comes before what is missing in the file, and there the operation that
 * lacks least comes first. What could be proven already need not wait for the rest.
 */
function nextOf({ tenant, vendors, operations }: Checkup): string {
  const trouble = vendors.flatMap(({ probes }) => probes).find(({ next }) => next !== null);
  if (trouble?.next != null) return trouble.next;
  const run = `livechat-conformance run --tenant ${tenant.file}`;
  const [nearest] = operations
    .filter(({ missing }) => missing.length > 0)
    .toSorted((one, other) => one.missing.length - other.missing.length);
  const [first] = nearest?.missing ?? [];
  if (first === undefined)
    return `look at every request with "${run} --dry-run", then send them with "${run}"`;
  const proven = operations.filter(canBeProven).map(({ operation }) => ` --operation ${operation.id}`);
  return proven.length === 0
    ? first.why
    : `${first.why}\nor without it: "${run}${proven.join('')} --dry-run"`;
}
