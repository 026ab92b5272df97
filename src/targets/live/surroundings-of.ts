import type { Chore } from '../../effects/bill.ts';
import type { Errand } from '../../effects/errand.ts';
import type { Preparation, Surroundings } from '../../effects/surroundings.ts';
import type { Operation } from '../../model/operation.ts';
import type { PlannedExchange } from '../../model/plan.ts';
import type { RecipeRequest, Undo, VendorRecipes } from '../../model/recipe.ts';
import type { Promised, PromisedStep } from '../../states/promise-states.ts';
import { isSpentBy } from '../../states/sharing.ts';
import type { VendorMeans } from '../../states/vendor-means.ts';

type Promise = Extract<Promised, { readonly kind: 'promised' }>;

/** What an exchange takes besides its own requests, by the recipes of its vendor. */
export function surroundingsOf(
  planned: PlannedExchange,
  operation: Operation,
  { steps, sharing }: Promise,
  means: VendorMeans,
): Surroundings {
  const { vendor } = planned;
  const keyOf = ({ state, says, lasts }: PromisedStep): string => {
    const user = { exchange: planned.id, 'until-spent': sharing?.key ?? '', run: vendor }[lasts];
    return [user, state, says].join(' / ');
  };
  const preparing = steps.map((step): Preparation => {
    const { state, says, request, effects, undo, stays } = step;
    return {
      key: keyOf(step),
      chore: chore('state', `${vendor}, "${state}": ${says}`, request, effects),
      clearing: clearingOf(vendor, undo),
      stays: stays === undefined ? undefined : `${vendor}, "${state}": ${stays}`,
    };
  });
  const isToSucceed = planned.intent.kind === 'accepted';
  const leftover = isToSucceed
    ? means.recipes?.leftovers.find((one) => one.operation === operation.id)
    : undefined;
  const stays = leftover?.stays ?? leftover?.undo?.remains;
  const isSpending = isToSucceed && sharing !== undefined && isSpentBy(operation.id, sharing, means);
  return {
    preparing: [...tokens(means.recipes), ...preparing],
    listening: isToSucceed ? subscriptions(operation) : [],
    clearing: clearingOf(vendor, leftover?.undo),
    stays: stays === undefined ? undefined : `${operation.id}: ${stays}`,
    spends: isSpending ? steps.filter(({ lasts }) => lasts === 'until-spent').map(keyOf) : [],
  };
}

/** Where a change needs a token, it is asked for once. */
function tokens(recipes: VendorRecipes | undefined): readonly Preparation[] {
  const csrf = recipes?.session.csrf;
  if (recipes === undefined || csrf === undefined) return [];
  const says = `${recipes.vendor}: asks for the token that goes with every change`;
  const asking = chore('session', says, csrf.request, ['reads']);
  return [{ key: `${recipes.vendor} / token`, chore: asking, clearing: [], stays: undefined }];
}

/** However often a listener asks, it is let in once. */
function subscriptions({ vendor, notifications }: Operation): readonly Chore[] {
  if (notifications === undefined) return [];
  const { channel, endpoint: path } = notifications;
  return [chore('session', `${vendor}: listens to ${channel}`, { method: 'POST', path }, ['reads'])];
}

function clearingOf(vendor: string, undo: Undo | undefined): readonly Chore[] {
  if (undo === undefined) return [];
  const { says, request, effects, proof } = undo;
  const undoing = chore('clean-up', `${vendor}: ${says}`, request, effects);
  if (proof === undefined) return [undoing];
  const looking = `${vendor}: looks whether it has come about (${says})`;
  return [undoing, chore('proof', looking, proof.request, ['reads'])];
}

function chore(
  purpose: Errand['purpose'],
  says: string,
  { method, path }: Pick<RecipeRequest, 'method' | 'path'>,
  effects: Errand['effects'],
): Chore {
  const about = { operation: undefined, sending: undefined, names: [], isReading: false };
  return { errand: { purpose, says, effects, ...about }, request: `${method} ${path}` };
}
