import type { Effect } from '../model/operation.ts';

interface WithEffects {
  readonly id: string;
  readonly effects: readonly Effect[];
  /** Where the recipes of its vendor belong. */
  readonly recipes: string;
}

/** What an operation with effects still needs before anything of it may be sent to a live tenant. */
export function stepsOfEffects({ id, effects, recipes }: WithEffects): readonly string[] {
  const real = effects.filter((effect) => effect !== 'reads');
  if (real.length === 0) return [];
  return [
    'name in the spec, as x-touches, the places of the request that say whom or what it is about',
    ...(real.some((effect) => LEAVE.has(effect))
      ? [
          `write ${recipes}: how its provider states are made, what an accepted call of ${id} leaves behind, and how that is taken away`,
        ]
      : []),
    `in the file of a tenant: allow.effects [${real.join(', ')}], allow.only with whom and what it may name, and the values of the states that no recipe makes`,
    ...(real.includes('costs-money') ? [`and there: budget.money with the price of ${id}`] : []),
  ];
}

const LEAVE: ReadonlySet<Effect> = new Set(['creates', 'joins-as-person']);
