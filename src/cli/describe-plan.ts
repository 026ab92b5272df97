import type { Forecast } from '../model/forecast.ts';
import type {
  Alternative,
  OutgoingRequest,
  Plan,
  PlannedExchange,
  ReadingDoubt,
  UnplannedExchange,
  UntriedReading,
} from '../model/plan.ts';
import type { Suite } from '../model/suite.ts';
import { mayBeTried } from '../model/tried-alternative.ts';
import { createMasker, type Masker } from '../privacy/masker.ts';
import { describeIntent } from '../run/describe-intent.ts';
import { describeForecast, reachedBy } from './describe-forecast.ts';

/** The plan for a person: per operation its effects, then each request as it would leave, but for secrets and people. */
export function describePlan(
  plan: Plan,
  suite: Suite,
  forecast: Forecast | undefined = undefined,
  masker: Masker = createMasker({ suite, secrets: [], people: 'fictional' }),
): string {
  const show = (planned: PlannedExchange) =>
    describeRequest(masked(planned, masker), reachedBy(forecast?.reached ?? [], planned.id));
  const operations = suite.specs.flatMap((spec) => spec.operations);
  const blocks = operations.flatMap((operation) => {
    const slots = plan.exchanges.filter((slot) => slot.operation === operation.id);
    if (slots.length === 0) return [];
    const planned = slots.filter((slot) => slot.kind === 'planned').map(show);
    const unsent = describeUnsent(slots.filter((slot) => slot.kind === 'unplanned'));
    return [`${operation.id} (effects: ${operation.effects.join(', ')})`, ...planned, ...unsent, ''];
  });
  const coming = forecast === undefined ? [] : [describeForecast(forecast), ''];
  const head = `Plan for the target "${plan.target}": ${countOf(plan)}, hash ${plan.hash}`;
  const foot = `To send this and nothing else, add --plan-hash ${plan.hash}`;
  return masker.text([head, '', ...blocks, ...coming, foot].join('\n'));
}

function masked(planned: PlannedExchange, masker: Masker): PlannedExchange {
  masker.learn(planned.masks);
  const { request, alternatives, operation } = planned;
  const shown = (one: OutgoingRequest) => masker.request(one, operation);
  return {
    ...planned,
    request: shown(request),
    alternatives: alternatives.map((other) => ({ ...other, request: shown(other.request) })),
  };
}

/** What is not sent, by reason; of many requests alike the first few are named. */
function describeUnsent(slots: readonly UnplannedExchange[]): readonly string[] {
  const titles = new Map<string, readonly string[]>();
  for (const { reason, title } of slots) titles.set(reason, [...(titles.get(reason) ?? []), title]);
  return [...titles].flatMap(([reason, all]) => {
    const others = all.length - NAMED;
    return [
      `  - not sent (${all.length}): ${reason}`,
      ...all.slice(0, NAMED).map((title) => `      ${title}`),
      ...(others > 0 ? [`      and ${others} more`] : []),
    ];
  });
}

const NAMED = 3;

function countOf({ exchanges }: Plan): string {
  const planned = exchanges.filter(({ kind }) => kind === 'planned').length;
  const others = exchanges.length - planned;
  return `${planned} requests${others === 0 ? '' : ` (and ${others} that cannot be sent)`}`;
}

function describeRequest(planned: PlannedExchange, reached: string | undefined): string {
  const lines = [
    `  - ${planned.title} (${describeIntent(planned.intent)})`,
    ...linesOf(planned.request).map((line) => `      ${line}`),
    ...(planned.risk === null ? [] : [`      ${planned.risk}`]),
    ...(reached === undefined ? [] : [`      ${reached}`]),
    ...planned.alternatives.flatMap((one) => describeAlternative(one, planned)),
    ...(planned.untried ?? []).map(describeUntried),
  ];
  return lines.join('\n');
}

const REFUSED_BY = {
  route: 'that route is unknown',
  credentials: 'the credentials are not seen there',
  form: 'that form is refused',
} as const satisfies Record<ReadingDoubt, string>;

/** Whole, since it may be sent as well: a form goes by what the contract's own requests have shown. */
function describeAlternative(
  { ambiguity, reading, after, request }: Alternative,
  planned: PlannedExchange,
): readonly string[] {
  const condition = mayBeTried({ after }, planned) ? REFUSED_BY[after] : 'the target is found to read it so';
  return [
    `      if ${condition} (${ambiguity}, reading ${reading}):`,
    ...linesOf(request).map((line) => `        ${line}`),
  ];
}

function describeUntried({ ambiguity, reading, reason }: UntriedReading): string {
  return `      not tried in any case (${ambiguity}, reading ${reading}): ${reason}`;
}

function linesOf({ method, path, query, headers, body }: OutgoingRequest): readonly string[] {
  const search = query.map(([name, value]) => `${name}=${value}`).join('&');
  return [
    `${method} ${withPromises(path)}${search === '' ? '' : `?${search}`}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
    ...(body === undefined ? [] : [body]),
  ];
}

/** What is still to be made stands in a path encoded, as it will be. */
function withPromises(path: string): string {
  return path.replaceAll(/%7B([A-Za-z0-9]+)%7D/g, '{$1}');
}
