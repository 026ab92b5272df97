import { notifications } from '../src/mock/faults/changes.ts';
import type { AnswerChange } from '../src/mock/faults/fault.ts';
import type { Claim } from '../src/model/claim.ts';
import { withMember } from '../src/model/edit-json.ts';
import type { Json } from '../src/model/json.ts';
import { type Located, locate } from '../src/model/json-pointer.ts';
import type { Carrier } from './claim-carriers.ts';
import { createMutant } from './create-mutant.ts';
import type { Mutant } from './mutant.ts';
import { isIdle, type ValueOperator } from './value-operators.ts';

/** Which of the values at a claim's place are changed. */
export type Extent = 'first' | 'first-null' | 'every';

export interface ValueChange {
  readonly operators: readonly ValueOperator[];
  readonly extent?: Extent;
  readonly mustTell?: Mutant['mustTell'];
}

export function valueMutants(
  claim: Claim,
  { judged, located }: Carrier,
  { operators, extent = 'first', mustTell = 'place' }: ValueChange,
): readonly Mutant[] {
  const chosen = chosenOf(located, extent);
  return operators
    .filter((operator) => chosen.some(({ value }) => !isIdle(operator, value)))
    .map((operator) =>
      createMutant(claim, [judged], {
        operator: operator.name,
        change: atPlace(claim.place, operator, extent),
        places: [claim.place, wholeOf(claim, operator)],
        mustTell,
      }),
    );
}

/**
 * Of keys, the map that holds them is named. A notification that is no object, or that says it is about another call,
 * is one that did not come; of anything else, the place itself is named.
 */
function wholeOf({ kind, place }: Claim, { name }: ValueOperator): string {
  if (name === 'rename-keys') return place.replace(/\/\*$/, '');
  return kind === 'correlation' || place.endsWith('#')
    ? place.replace(/^(notifications\.[^#]+)#.*$/, '$1')
    : place;
}

/** Changes what stands at a place, in the answer or in the first notification of that kind. */
function atPlace(claimPlace: string, operator: ValueOperator, extent: Extent): AnswerChange {
  const [place = '', pattern = ''] = claimPlace.split('#');
  const changed = (body: Json): Json => {
    const found = locate(body, pattern);
    return chosenOf(found, extent).reduce((next, located) => changeLocated(next, located, operator), body);
  };
  if (place === 'response.body')
    return (answer) => (answer.body === undefined ? answer : { ...answer, body: changed(answer.body) });
  return notifications((all) => {
    const index = all.findIndex(({ kind }) => place === `notifications.${kind}`);
    return all.map((told, at) => (at === index ? { ...told, data: changed(told.data) } : told));
  });
}

/** Last first, so that removing from a list does not move what is still to come. */
function chosenOf(found: readonly Located[], extent: Extent): readonly Located[] {
  switch (extent) {
    case 'first':
      return found.slice(0, 1);
    case 'first-null':
      return found.filter(({ value }) => value === null).slice(0, 1);
    case 'every':
      return found.toReversed();
  }
}

function changeLocated(body: Json, { pointer, value }: Located, { change, movesTo }: ValueOperator): Json {
  if (pointer === '') return change(value) ?? null;
  const next = withMember(body, pointer, change(value));
  return movesTo === undefined ? next : withMember(next, movesTo(pointer), value);
}
