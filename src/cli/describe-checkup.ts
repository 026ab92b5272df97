import type { Tenant, TenantVendor } from '../model/tenant.ts';
import { verdictLabels } from '../reporters/labels.ts';
import { shellCommand } from '../reporters/shell-command.ts';
import { plural } from '../reporters/tally.ts';
import {
  indentedLines,
  markedLines,
  type NextStep,
  nextLines,
  type Screen,
} from '../reporters/terminal-screen.ts';
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
export function describeCheckup(checkup: Checkup, screen: Screen): string {
  const { tenant, vendors, operations } = checkup;
  const { name, file, environment } = tenant;
  const { strong, quiet } = screen.colours;
  const fileLine = 'the file is valid, and every reference to a secret leads to one';
  return [
    `${strong(name)} (${environment})  ${quiet(file)}`,
    ...markedLines(mark(true, screen), fileLine, screen),
    ...vendors.flatMap((each) => ['', ...describeVendor(each, screen)]),
    '',
    strong('Operations, as far as the plan tells'),
    ...operations.flatMap((each) => describeOperation(each, screen)),
    '',
    ...nextLines(nextOf(checkup), screen),
  ].join('\n');
}

const OK = 'ok       ';
const TROUBLE = 'trouble  ';

function mark(isWell: boolean, { colours }: Screen): string {
  const verdict = isWell ? 'conformant' : 'unproven';
  return colours.verdict[verdict](verdictLabels[verdict].glyph);
}

function describeVendor({ vendor, probes, unasked }: ExaminedVendor, screen: Screen): readonly string[] {
  const { protocol } = new URL(vendor.baseUrl);
  const way = `${protocol === 'https:' ? 'TLS' : 'no TLS'}${vendor.proxy === undefined ? '' : ', through the proxy'}`;
  const reached = probes.some(({ isReached }) => isReached)
    ? 'somebody answers at the address'
    : probes.length === 0
      ? 'no harmless request is known, so nothing was asked'
      : 'no answer came back';
  const notes = [
    ...(probes.some(({ isKnown }) => isKnown)
      ? ['the credentials were taken by what was asked; other requests may want more']
      : []),
    ...(unasked === 0 ? [] : [`not asked any more: ${plural(unasked, 'other harmless request')}`]),
  ];
  return [
    `${screen.colours.strong(vendor.vendor)} (${way}): ${reached}`,
    ...probes.flatMap(({ says, came, next }) => [
      ...markedLines(mark(next === null, screen), `${next === null ? OK : TROUBLE}${says}: ${came}`, screen),
      ...(next === null ? [] : indentedLines(next, screen, ' '.repeat(TROUBLE.length + 4))),
    ]),
    ...notes.flatMap((note) => indentedLines(note, screen, '    ').map(screen.colours.quiet)),
  ];
}

function describeOperation(foreseen: Foreseen, screen: Screen): readonly string[] {
  const { operation, sent, ofContracts, missing, besides, needs } = foreseen;
  const others = sent - ofContracts;
  const requests = `${ofContracts} of contracts${others > 0 ? ` and ${others} besides` : ''}`;
  const isProven = canBeProven(foreseen);
  const word = isProven ? 'could be proven  ' : 'stays unproven   ';
  const text = `${word}${operation.id}: would send ${sent === 0 ? 'nothing' : requests}`;
  const notes = [
    ...needs.map((need) => `needs the ${need}`),
    ...missing.map((reason) => `missing: ${tell(reason)}`),
    ...(besides.length === 0
      ? []
      : [`besides, not sent: ${besides.reduce((sum, { count }) => sum + count, 0)}`]),
  ];
  return [
    ...markedLines(mark(isProven, screen), text, screen),
    ...notes.flatMap((note) => indentedLines(note, screen, '      ')),
  ];
}

function tell({ why, count }: Reason): string {
  return count === 1 ? why : `${why} (${count} requests)`;
}

/**
 * The one thing to do: what is wrong on the way comes before what is missing in the file, and there the operation that
 * lacks least comes first. What could be proven already need not wait for the rest.
 */
export function nextOf({ tenant, vendors, operations }: Checkup): NextStep {
  const trouble = vendors.flatMap(({ probes }) => probes).find(({ next }) => next !== null);
  if (trouble?.next != null) return { says: trouble.next, command: null };
  const look = (ids: readonly string[]) =>
    shellCommand([
      ...['run', '--tenant', tenant.file],
      ...ids.flatMap((id) => ['--operation', id]),
      '--dry-run',
    ]);
  const [nearest] = operations
    .filter(({ missing }) => missing.length > 0)
    .toSorted((one, other) => one.missing.length - other.missing.length);
  const [first] = nearest?.missing ?? [];
  if (first === undefined)
    return {
      says: 'Look at every request, then send them by the same command without --dry-run:',
      command: look([]),
    };
  const proven = operations.filter(canBeProven).map(({ operation }) => operation.id);
  return proven.length === 0
    ? { says: first.why, command: null }
    : { says: `${first.why} Or go without it:`, command: look(proven) };
}
