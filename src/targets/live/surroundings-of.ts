import type { Errand } from '../../effects/errand.ts';
import type { Preparation, Surroundings } from '../../effects/surroundings.ts';
import type { Operation } from '../../model/operation.ts';
import type { PlannedExchange } from '../../model/plan.ts';
import type { Undo, VendorRecipes } from '../../model/recipe.ts';
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
  const preparing = steps.map(
    (step): Preparation => ({
      key: keyOf(step),
      errand: errand('state', tell(vendor, step), step.effects),
      clearing: clearingOf(step.undo),
    }),
  );
  const isToSucceed = planned.intent.kind === 'accepted';
  const leftover = means.recipes?.leftovers.find((one) => one.operation === operation.id);
  const isSpending = isToSucceed && sharing !== undefined && isSpentBy(operation.id, sharing, means);
  return {
    preparing: [...tokens(means.recipes), ...preparing],
    listening:
      isToSucceed && operation.notifications !== undefined
        ? [errand('session', `listens to ${operation.notifications.channel}`, ['reads'])]
        : [],
    clearing: isToSucceed ? clearingOf(leftover?.undo) : [],
    spends: isSpending ? steps.filter(({ lasts }) => lasts === 'until-spent').map(keyOf) : [],
  };
}

/** Where a change needs a token, it is asked for once. */
function tokens(recipes: VendorRecipes | undefined): readonly Preparation[] {
  const csrf = recipes?.session.csrf;
  if (recipes === undefined || csrf === undefined) return [];
  const { vendor } = recipes;
  const { method, path } = csrf.request;
  const says = `${vendor}: asks for the token that goes with every change (${method} ${path}; effects: reads)`;
  return [{ key: `${vendor} / token`, errand: errand('session', says, ['reads']), clearing: [] }];
}

function clearingOf(undo: Undo | undefined): readonly Errand[] {
  if (undo === undefined) return [];
  const undoing = errand('clean-up', undo.says, undo.effects);
  return undo.proof === undefined
    ? [undoing]
    : [undoing, errand('proof', `${undo.says}: looks whether it is gone`, ['reads'])];
}

function errand(purpose: Errand['purpose'], says: string, effects: Errand['effects']): Errand {
  return { purpose, says, effects, operation: undefined, sending: undefined, names: [], isReading: false };
}

function tell(vendor: string, { state, says, method, path, effects, undone }: PromisedStep): string {
  const after = undone === null ? '' : `; afterwards: ${undone}`;
  return `${vendor}, "${state}": ${says} (${method} ${path}; effects: ${effects.join(', ')})${after}`;
}
