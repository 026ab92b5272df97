import { createHash } from 'node:crypto';
import { encodeSegment } from '../model/encode-segment.ts';
import type { Json } from '../model/json.ts';
import { maskJson, maskText } from '../model/mask-text.ts';
import type { Operation } from '../model/operation.ts';
import type {
  Alternative,
  Mask,
  OutgoingRequest,
  Plan,
  PlannedExchange,
  UnplannedExchange,
} from '../model/plan.ts';
import type { Ambiguity } from '../model/reading.ts';
import { pathParameters } from '../model/runtime-expression.ts';
import type { Suite } from '../model/suite.ts';
import type { StateRequest, StateResolution } from '../model/target.ts';
import { buildRequest } from './build-request.ts';
import type { DocumentedInput } from './documented-input.ts';
import { type Draft, draftExchanges } from './draft-exchanges.ts';
import { riskOf } from './effect-risk.ts';
import { namesIn, shapelessValue, textOf, wantedValues } from './inject-state.ts';

/** Lists the exact requests for the operations, in order; `establish` supplies the values of provider states. */
export async function planRun(
  suite: Suite,
  operations: readonly Operation[],
  target: { readonly name: string; establish(request: StateRequest): Promise<StateResolution> },
  input: DocumentedInput,
): Promise<Plan> {
  const exchanges: (PlannedExchange | UnplannedExchange)[] = [];
  const ambiguities = suite.specs.flatMap((spec) => spec.ambiguities);
  for (const draft of operations.flatMap((operation) =>
    draftExchanges(operation, suite.contracts, input, ambiguities),
  )) {
    const wanted = wantedValues(draft.request.injections);
    const resolution = await resolve(draft, wanted, target);
    exchanges.push(planExchange(draft, wanted, resolution, ambiguities));
  }
  return { target: target.name, exchanges, hash: hashOf(exchanges) };
}

/** Nothing is made ready for what cannot be sent anyway. */
async function resolve(
  { obstacle, operation, states }: Draft,
  wanted: StateRequest['wanted'],
  target: { establish(request: StateRequest): Promise<StateResolution> },
): Promise<StateResolution> {
  if (obstacle !== undefined) return { kind: 'unavailable', reason: obstacle };
  return target.establish({ vendor: operation.vendor, states, wanted });
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
    alternatives: alternativesOf(draft.operation, request, ambiguities),
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

/** The request as each other reading of the path has it. */
function alternativesOf(
  operation: Operation,
  request: OutgoingRequest,
  ambiguities: readonly Ambiguity[],
): readonly Alternative[] {
  const parameters = pathParameters(operation.path, request.path);
  if (parameters === undefined) return [];
  return ambiguities
    .filter(({ operations }) => operations.includes(operation.id))
    .flatMap(({ id, readings }) =>
      readings.flatMap((reading) => {
        if (reading.primary || reading.path === undefined) return [];
        const path = reading.path.replaceAll(/\{([^}]+)\}/g, (_, name: string) =>
          encodeSegment(parameters[name] ?? ''),
        );
        return [
          { ambiguity: id, reading: reading.id, pathTemplate: reading.path, request: { ...request, path } },
        ];
      }),
    );
}

function hashOf(exchanges: Plan['exchanges']): string {
  const lines = exchanges.map((exchange) =>
    exchange.kind === 'unplanned'
      ? JSON.stringify([exchange.id, exchange.reason])
      : maskText(JSON.stringify([exchange.id, exchange.request, exchange.alternatives]), exchange.masks),
  );
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}
