import { notifications } from '../src/mock/faults/changes.ts';
import type { AnswerChange } from '../src/mock/faults/fault.ts';
import type { Claim } from '../src/model/claim.ts';
import { withMember } from '../src/model/edit-json.ts';
import { isJsonObject, type Json } from '../src/model/json.ts';
import { escapeToken, type Located, locate } from '../src/model/json-pointer.ts';
import type { Judged } from '../src/run/run-suite.ts';
import { firstCarrier } from './claim-carriers.ts';
import { createMutant } from './create-mutant.ts';
import type { Mutant } from './mutant.ts';
import { isIdle, type ValueOperator } from './value-operators.ts';

export function valueMutants(
  claim: Claim,
  baseline: readonly Judged[],
  operators: readonly ValueOperator[],
): readonly Mutant[] {
  const carrier = firstCarrier(claim, baseline);
  if (carrier === undefined) return [];
  const { judged, located } = carrier;
  return operators
    .filter((operator) => !isIdle(operator, located.value))
    .map((operator) =>
      createMutant(claim, judged, operator.name, atPlace(claim.place, operator), [
        claim.place,
        wholeOf(claim, operator),
      ]),
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

/** Changes the first value at the claim's place, in the answer or in the notification of that kind. */
function atPlace(claimPlace: string, operator: ValueOperator): AnswerChange {
  const [place = '', pattern = ''] = claimPlace.split('#');
  const changed = (body: Json): Json => {
    const [located] = locate(body, pattern);
    return located === undefined ? body : changeLocated(body, located, operator);
  };
  if (place === 'response.body')
    return (answer) => (answer.body === undefined ? answer : { ...answer, body: changed(answer.body) });
  return notifications((all) => {
    const index = all.findIndex(({ kind }) => place === `notifications.${kind}`);
    return all.map((told, at) => (at === index ? { ...told, data: changed(told.data) } : told));
  });
}

function changeLocated(body: Json, { pointer, value }: Located, { change, movesTo }: ValueOperator): Json {
  if (pointer === '') return change(value) ?? null;
  const next = withMember(body, pointer, change(value));
  return movesTo === undefined ? next : withMember(next, movesTo(pointer), value);
}

/** One id of a map is none any more. */
export const KEY_OPERATORS: readonly ValueOperator[] = [{ name: 'rename-keys', change: withStrangeKeys }];

function withStrangeKeys(value: Json): Json {
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member], index) => [
      index === 0 ? `id-${escapeToken(key)}` : key,
      member,
    ]),
  );
}
