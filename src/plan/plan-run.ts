import { createHash } from 'node:crypto';
import type { Json } from '../model/json.ts';
import { maskJson, maskText } from '../model/mask-text.ts';
import type { Operation } from '../model/operation.ts';
import type {
  Alternative,
  Mask,
  Plan,
  PlannedExchange,
  UnplannedExchange,
  UntriedReading,
} from '../model/plan.ts';
import type { Ambiguity } from '../model/reading.ts';
import type { Suite } from '../model/suite.ts';
import type { StateRequest, StateResolution, Target } from '../model/target.ts';
import { namesIn, wantedValues } from '../model/wanted-values.ts';
import { alternativesOf } from './alternative-requests.ts';
import { buildRequest } from './build-request.ts';
import type { DocumentedInput } from './documented-input.ts';
import { type Draft, draftExchanges } from './draft-exchanges.ts';
import { riskOf } from './effect-risk.ts';
import { shapelessValue, textOf } from './inject-state.ts';

export type PlannedTarget = Pick<
  Target,
  'name' | 'establish' | 'probesReadings' | 'guard' | 'forecast' | 'addresses'
>;

/** Lists the exact requests for the operations, in order; `establish` supplies the values of provider states. */
export async function planRun(
  suite: Suite,
  operations: readonly Operation[],
  target: PlannedTarget,
  input: DocumentedInput,
): Promise<Plan> {
  const drafted: (PlannedExchange | UnplannedExchange)[] = [];
  const tried = triedReadings(suite, target);
  for (const draft of draftsOf(suite, operations, input)) {
    const wanted = wantedValues(draft.request.injections);
    const resolution = await resolve(draft, wanted, target);
    drafted.push(planExchange(draft, wanted, resolution, tried));
  }
  const exchanges = target.guard?.(drafted, operations) ?? drafted;
  return { target: target.name, exchanges, hash: hashOf(exchanges, target) };
}

/** The planned exchange with the values that its provider states have turned out to have. */
export async function completeExchange(
  suite: Suite,
  operation: Operation,
  { id, untried = [] }: PlannedExchange,
  target: Required<Pick<Target, 'fulfil'>> & Pick<Target, 'probesReadings'>,
  input: DocumentedInput,
): Promise<PlannedExchange | UnplannedExchange> {
  const draft = draftsOf(suite, [operation], input).find((one) => one.id === id);
  if (draft === undefined) throw new Error(`nothing drafts ${id}`);
  const wanted = wantedValues(draft.request.injections);
  const made = await target.fulfil(id, stateRequestOf(draft, wanted));
  const complete = planExchange(draft, wanted, made, triedReadings(suite, target));
  return complete.kind === 'unplanned' ? complete : without(untried, complete);
}

/** What the target does not allow is not tried with other values either. */
function without(untried: readonly UntriedReading[], planned: PlannedExchange): PlannedExchange {
  const isTried = ({ ambiguity, reading }: Alternative) =>
    !untried.some((other) => other.ambiguity === ambiguity && other.reading === reading);
  return { ...planned, alternatives: planned.alternatives.filter(isTried) };
}

function draftsOf(suite: Suite, operations: readonly Operation[], input: DocumentedInput): readonly Draft[] {
  const ambiguities = suite.specs.flatMap((spec) => spec.ambiguities);
  return operations.flatMap((operation) => draftExchanges(operation, suite.contracts, input, ambiguities));
}

/** Ambiguities of which other readings may be tried on the target. */
function triedReadings(suite: Suite, target: Pick<Target, 'probesReadings'>): readonly Ambiguity[] {
  return suite.specs.flatMap((spec) =>
    target.probesReadings?.(spec.vendor) === true ? spec.ambiguities : [],
  );
}

/** Nothing is made ready for what cannot be sent anyway. */
async function resolve(
  draft: Draft,
  wanted: StateRequest['wanted'],
  target: { establish(request: StateRequest): Promise<StateResolution> },
): Promise<StateResolution> {
  if (draft.obstacle !== undefined) return { kind: 'unavailable', reason: draft.obstacle };
  return target.establish(stateRequestOf(draft, wanted));
}

function stateRequestOf({ operation, states, intent }: Draft, wanted: StateRequest['wanted']): StateRequest {
  const call = { operation: operation.id, isToSucceed: intent.kind === 'accepted' };
  return { vendor: operation.vendor, states, call, wanted };
}

function planExchange(
  draft: Draft,
  wanted: Readonly<Record<string, Json>>,
  resolution: StateResolution,
  ambiguities: readonly Ambiguity[],
): PlannedExchange | UnplannedExchange {
  const { id, title, origin, intent } = draft;
  const slot = { id, vendor: draft.operation.vendor, operation: draft.operation.id, title, origin, intent };
  if (resolution.kind === 'unavailable') return { ...slot, kind: 'unplanned', reason: resolution.reason };
  const reason = unfitValues(draft, wanted, resolution.values);
  if (reason !== undefined) return { ...slot, kind: 'unplanned', reason };
  const masks = masksOf(draft, resolution.values);
  const request = buildRequest(draft.request, resolution.values);
  return {
    ...slot,
    kind: 'planned',
    effects: draft.operation.effects,
    risk: riskOf(draft.operation, draft.intent),
    states: draft.states,
    request,
    alternatives: alternativesOf(draft, request, ambiguities),
    masks,
    stateValues: Object.fromEntries(
      Object.entries(resolution.values).map(([name, value]) => [name, maskJson(value, masks)]),
    ),
  };
}

/** Why the values of the states do not make the request; undefined when they do. */
function unfitValues(
  { states, request }: Draft,
  wanted: Readonly<Record<string, Json>>,
  values: Readonly<Record<string, Json>>,
): string | undefined {
  const missing = Object.keys(wanted).filter((name) => values[name] === undefined || values[name] === null);
  if (missing.length === 0) return shapelessValue(request.injections, values);
  const named = states.map(({ name }) => `"${name}"`).join(', ');
  return `the states ${named} give no value for ${missing.join(', ')}`;
}

/** What goes into a credential header is a secret. */
function masksOf(draft: Draft, values: Readonly<Record<string, Json>>): readonly Mask[] {
  const credentials = draft.operation.parameters
    .filter(({ credential }) => credential)
    .map(({ name }) => `header.${name.toLowerCase()}`);
  const names = draft.request.injections
    .filter(({ at }) => credentials.includes(at.toLowerCase()))
    .flatMap(({ expression }) => namesIn(expression));
  return [...new Set(names)].map((name) => ({
    secret: textOf(values[name] ?? null),
    shown: `[secret:${name}]`,
  }));
}

/** Wherever the target is: a mock has another port each time. */
function hashOf(
  exchanges: Plan['exchanges'],
  { forecast, addresses }: Pick<Target, 'forecast' | 'addresses'>,
): string {
  const preparations = (forecast?.()?.expenses ?? []).flatMap(({ kind, says, request }) =>
    kind === 'preparing' ? [`${says} ${request}`] : [],
  );
  const sent = exchanges.map((exchange) =>
    exchange.kind === 'unplanned'
      ? JSON.stringify([exchange.id, exchange.reason])
      : maskText(JSON.stringify([exchange.id, exchange.request, exchange.alternatives]), exchange.masks),
  );
  const facts = [...preparations, ...sent].join('\n');
  const placeless = (addresses?.() ?? []).reduce(
    (text, address) => text.replaceAll(address, '{address}'),
    facts,
  );
  return createHash('sha256').update(placeless).digest('hex');
}
