import type { Effect } from '../model/operation.ts';
import { promiseOf } from '../model/promise.ts';
import type { Lasting, RecipeRequest, Undo } from '../model/recipe.ts';
import type { StateRequest } from '../model/target.ts';
import { arrangeStates, lackOfValues, type Part } from './arrange-states.ts';
import type { Values } from './fill-request.ts';
import { type Sharing, sharingOf } from './sharing.ts';
import type { VendorMeans } from './vendor-means.ts';

/** A request that would be sent to bring about a state, and how what it makes is taken away. */
export interface PromisedStep {
  readonly state: string;
  readonly says: string;
  /** With its placeholders. */
  readonly request: RecipeRequest;
  readonly effects: readonly Effect[];
  readonly lasts: Lasting;
  readonly undo: Undo | undefined;
  /** What of it stays, even if it is undone; undefined where nothing does. */
  readonly stays: string | undefined;
}

export type Promised =
  | {
      readonly kind: 'promised';
      /** What the tenant supplies, and `{name}` for each value that is still to be made. */
      readonly values: Values;
      readonly steps: readonly PromisedStep[];
      /** Names of the values that are read from a list: whoever they name is not made by the run. */
      readonly found: readonly string[];
      /** What exchanges share that ask for the same. */
      readonly sharing: Sharing | undefined;
    }
  | { readonly kind: 'unavailable'; readonly reason: string };

/** Pure: what `establish` would do, without anything being sent. */
export function promiseStates(request: StateRequest, means: VendorMeans): Promised {
  const arrangement = arrangeStates(request, means);
  if (arrangement.kind === 'unavailable') return arrangement;
  const supplied = arrangement.parts.flatMap((part) => Object.entries(part.supplied));
  const promised = arrangement.parts.flatMap(({ recipe, isMade }) => (isMade ? recipe.provides : []));
  const known = [...supplied.map(([name]) => name), ...promised];
  const unmet = Object.keys(request.wanted).filter((name) => !known.includes(name));
  if (unmet.length > 0) return { kind: 'unavailable', reason: lackOfValues(unmet, request.states) };
  const made = Object.keys(request.wanted).map((name) => [name, promiseOf(name)] as const);
  return {
    kind: 'promised',
    values: Object.fromEntries([...made, ...supplied]),
    steps: arrangement.parts.filter(({ isMade }) => isMade).flatMap(stepsOf),
    sharing: sharingOf(means.vendor, arrangement.parts),
    found: arrangement.parts.filter(({ isMade }) => isMade).flatMap(foundIn),
  };
}

function foundIn({ recipe }: Part): readonly string[] {
  return recipe.steps
    .filter(({ effects }) => !effects.includes('creates'))
    .flatMap(({ captures }) => captures.map(({ name }) => name));
}

function stepsOf({ recipe }: Part): readonly PromisedStep[] {
  const { state, lasts } = recipe;
  return recipe.steps.map(({ says, request, effects, undo, remains }) => ({
    ...{ state, says, request, effects, lasts, undo },
    stays: undo === undefined ? remains : undo.remains,
  }));
}
