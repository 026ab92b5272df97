import type { AnswerChange } from '../src/mock/faults/fault.ts';
import type { MockRequest } from '../src/mock/mock-request.ts';
import { isJsonObject, type Json } from '../src/model/json.ts';
import { membersOf } from '../src/model/json-pointer.ts';
import type { BenignOperator } from './benign-operators.ts';
import { isIdName } from './benign-values.ts';
import { everywhere, nameAt } from './map-json.ts';

/** Every id the vendor gives out is another, and the same one wherever it stands; what was sent stays. */
export const ID_OPERATORS: readonly BenignOperator[] = [{ name: 'other-ids', change: otherIds }];

function otherIds(answer: Parameters<AnswerChange>[0], request: MockRequest): ReturnType<AnswerChange> {
  const sent = scalarsSent(request);
  const isSent = (value: Json) => sent.has(String(value)) || value === 0;
  const change = everywhere((place, value) => {
    if (isIdName(nameAt(place)) && !isSent(value)) return otherId(value);
    return isJsonObject(value) ? withOtherKeys(value, isSent) : value;
  });
  return change(answer, request);
}

/** Of a map whose keys are ids. */
function withOtherKeys(map: Json, isSent: (value: Json) => boolean): Json {
  const entries = membersOf(map).map(([key, member]) => [
    /^\d+$/.test(key) && !isSent(key) ? String(otherId(Number(key))) : key,
    member,
  ]);
  return Object.fromEntries(entries);
}

function otherId(value: Json): Json {
  if (typeof value === 'number') return value + 50_000;
  if (typeof value !== 'string') return value;
  return value.replace(/[0-9A-Za-z](?=[^0-9A-Za-z]*$)/, nextCharacter);
}

function nextCharacter(character: string): string {
  if (/[9zZ]/.test(character)) return { '9': '0', z: 'a', Z: 'A' }[character] ?? character;
  return String.fromCharCode(character.charCodeAt(0) + 1);
}

function scalarsSent({ body, query, fullPath, headers }: MockRequest): ReadonlySet<string> {
  const values = [...query, ...headers].map(([, value]) => value);
  return new Set([...values, ...fullPath.split('/'), ...scalarsIn(body ?? null)]);
}

function scalarsIn(value: Json): readonly string[] {
  if (typeof value !== 'object' || value === null) return [String(value)];
  return membersOf(value).flatMap(([, member]) => scalarsIn(member));
}
