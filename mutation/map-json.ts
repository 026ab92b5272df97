import type { AnswerChange } from '../src/mock/faults/fault.ts';
import { isJsonArray, isJsonObject, type Json } from '../src/model/json.ts';
import { escapeToken, tokensOf } from '../src/model/json-pointer.ts';

/** Answers the new value of what stands at a place, given what stands there with its members changed already. */
export type PlaceChange = (place: string, value: Json) => Json;

/** Changes every value of the answer's body and of its notifications; a place is written as findings write it. */
export function everywhere(change: PlaceChange): AnswerChange {
  return (answer) => ({
    ...answer,
    body: answer.body === undefined ? undefined : mapJson(answer.body, 'response.body#', change),
    notifications: answer.notifications.map((told) => ({
      ...told,
      data: mapJson(told.data, `notifications.${told.kind}#`, change),
    })),
  });
}

export function mapJson(value: Json, place: string, change: PlaceChange): Json {
  if (isJsonArray(value))
    return change(
      place,
      value.map((member, index) => mapJson(member, `${place}/${index}`, change)),
    );
  if (!isJsonObject(value)) return change(place, value);
  const entries = Object.entries(value).map(([key, member]) => [
    key,
    mapJson(member, `${place}/${escapeToken(key)}`, change),
  ]);
  return change(place, Object.fromEntries(entries));
}

/** Name of the member that a place is; the empty text for the whole. */
export function nameAt(place: string): string {
  return tokensOf(place.slice(place.indexOf('#') + 1)).at(-1) ?? '';
}
