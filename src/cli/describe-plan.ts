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
import { shellCommand } from '../reporters/shell-command.ts';
import {
  indentedLines,
  markedLines,
  type NextStep,
  nextLines,
  type Screen,
} from '../reporters/terminal-screen.ts';
import { describeIntent } from '../run/describe-intent.ts';
import { describeForecast, reachedBy } from './describe-forecast.ts';

export interface PlanView {
  readonly plan: Plan;
  readonly suite: Suite;
  readonly forecast: Forecast | undefined;
  readonly masker: Masker | undefined;
  /** The arguments that asked for it. */
  readonly asked: readonly string[];
}

/** The plan for a person: per operation its effects, then each request as it would leave, but for secrets and people. */
export function describePlan(view: PlanView, screen: Screen): string {
  const { plan, suite, forecast, asked } = view;
  const { strong, quiet } = screen.colours;
  const masker = view.masker ?? createMasker({ suite, secrets: [], people: 'fictional' });
  const operations = suite.specs.flatMap((spec) => spec.operations);
  const blocks = operations.flatMap(({ id, effects }) => {
    const slots = plan.exchanges.filter((slot) => slot.operation === id);
    if (slots.length === 0) return [];
    const planned = slots.filter((slot) => slot.kind === 'planned').map((one) => masked(one, masker));
    const requests = planned.flatMap((one) =>
      describeRequest(one, reachedBy(forecast?.reached ?? [], one.id), screen),
    );
    const unsent = describeUnsent(
      slots.filter((slot) => slot.kind === 'unplanned'),
      screen,
    );
    return [`${strong(id)} ${quiet(`(effects: ${effects.join(', ')})`)}`, ...requests, ...unsent, ''];
  });
  return masker.text(
    [
      strong(`Plan for the target "${plan.target}": ${countOf(plan)}`),
      ...indentedLines(`hash ${plan.hash}`, screen).map(quiet),
      '',
      ...blocks,
      ...(forecast === undefined ? [] : [...describeForecast(forecast, screen), '']),
      ...nextLines(nextOf(plan, asked), screen),
    ].join('\n'),
  );
}

function nextOf({ hash, exchanges }: Plan, asked: readonly string[]): NextStep {
  if (!exchanges.some(({ kind }) => kind === 'planned'))
    return {
      says: 'Remove what stands in the way of the requests above: nothing would be sent.',
      command: null,
    };
  const words = asked.filter((word) => word !== '--dry-run' && word !== 'run');
  const earlier = words.indexOf('--plan-hash');
  const others = earlier < 0 ? words : words.toSpliced(earlier, 2);
  return {
    says: 'To send this and nothing else:',
    command: shellCommand(['run', ...others, '--plan-hash', hash]),
  };
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
function describeUnsent(slots: readonly UnplannedExchange[], screen: Screen): readonly string[] {
  const titles = new Map<string, readonly string[]>();
  for (const { reason, title } of slots) titles.set(reason, [...(titles.get(reason) ?? []), title]);
  return [...titles].flatMap(([reason, all]) => {
    const others = all.length - NAMED;
    return [
      ...markedLines('-', `not sent (${all.length}): ${reason}`, screen),
      ...[...all.slice(0, NAMED), ...(others > 0 ? [`and ${others} more`] : [])]
        .flatMap((title) => indentedLines(title, screen, DEEP))
        .map(screen.colours.quiet),
    ];
  });
}

const DEEP = ' '.repeat(6);
const DEEPER = ' '.repeat(8);
const NAMED = 3;

function countOf({ exchanges }: Plan): string {
  const planned = exchanges.filter(({ kind }) => kind === 'planned').length;
  const others = exchanges.length - planned;
  return `${planned} requests${others === 0 ? '' : ` (and ${others} that cannot be sent)`}`;
}

function describeRequest(
  planned: PlannedExchange,
  reached: string | undefined,
  screen: Screen,
): readonly string[] {
  const [first = '', ...others] = linesOf(planned.request);
  const notes = [
    ...(planned.risk === null ? [] : [planned.risk]),
    ...(reached === undefined ? [] : [reached]),
  ];
  const untried = (planned.untried ?? []).map(describeUntried);
  return [
    ...markedLines('-', `${planned.title} (${describeIntent(planned.intent)})`, screen),
    ...indentedLines(first, screen, DEEP).map(screen.colours.strong),
    ...others.flatMap((line) => indentedLines(line, screen, DEEP)),
    // Whom it could reach must not be overlooked.
    ...notes.flatMap((note) => indentedLines(note, screen, DEEP)).map(screen.colours.level.should),
    ...planned.alternatives.flatMap((one) => describeAlternative(one, planned, screen)),
    ...untried.flatMap((note) => indentedLines(note, screen, DEEP)).map(screen.colours.quiet),
  ];
}

const REFUSED_BY = {
  route: 'that route is unknown',
  credentials: 'the credentials are not seen there',
  form: 'that form is refused',
} as const satisfies Record<ReadingDoubt, string>;

/** It may be sent as well: a form goes by what the contract's own requests have shown. Only what differs is told. */
function describeAlternative(
  { ambiguity, reading, after, request }: Alternative,
  planned: PlannedExchange,
  screen: Screen,
): readonly string[] {
  const condition = mayBeTried({ after }, planned) ? REFUSED_BY[after] : 'the target is found to read it so';
  return [
    ...indentedLines(`if ${condition} (${ambiguity}, reading ${reading}), the same with:`, screen, DEEP),
    ...differences(request, planned.request).flatMap((line) => indentedLines(line, screen, DEEPER)),
  ].map(screen.colours.quiet);
}

function differences(request: OutgoingRequest, from: OutgoingRequest): readonly string[] {
  const known = linesOf(from);
  const names = request.headers.map(([name]) => name);
  const gone = from.headers.filter(([name]) => !names.includes(name)).map(([name]) => `no ${name}`);
  const body = request.body === undefined && from.body !== undefined ? ['no body'] : [];
  return [...linesOf(request).filter((line) => !known.includes(line)), ...gone, ...body];
}

function describeUntried({ ambiguity, reading, reason }: UntriedReading): string {
  return `not tried in any case (${ambiguity}, reading ${reading}): ${reason}`;
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
