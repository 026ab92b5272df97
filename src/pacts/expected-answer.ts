import type { Reliance } from '../model/contract.ts';
import type { StateInjection } from '../model/interaction.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../model/json.ts';
import { pointerOfJsonPath } from '../model/json-path.ts';
import { escapeToken, locate, membersOf, pointerMatches, valueAt } from '../model/json-pointer.ts';
import type { Operation } from '../model/operation.ts';
import { sameFact } from '../model/relation-holds.ts';
import type { HttpOfPact, ResponseOfPact } from './pact-of-anyone.ts';

/**
 * Everything an answer is expected to show is relied on: its headers, each member of its example. Whether its status is
 * as expected only the interaction itself tells: of what else is sent nothing is expected.
 */
export function reliances(exchanges: readonly HttpOfPact[]): readonly Reliance[] {
  const fields = exchanges.flatMap(({ response }) => [
    ...Object.keys(response.headers).map((name) => `response.header.${name.toLowerCase()}`),
    ...leavesOf(response.body?.['content'], mapsIn(response), '').map((at) => `response.body#${at}`),
  ]);
  return [...new Set(fields)].map((field) => ({ field, why: 'expects it by its pact' }));
}

/** Members of lists, and of maps whose keys are any, are told as `*`. */
function leavesOf(value: Json | undefined, maps: readonly string[], at: string): readonly string[] {
  if (value === undefined) return [];
  const isMap = maps.some((pattern) => pointerMatches(at, pattern));
  const members = isJsonArray(value) || isJsonObject(value) ? membersOf(value) : [];
  if (members.length === 0) return at === '' ? [] : [at];
  return members.flatMap(([key, member]) =>
    leavesOf(member, maps, `${at}/${isJsonArray(value) || isMap ? '*' : escapeToken(key)}`),
  );
}

const ANY_KEY: ReadonlySet<string> = new Set(['values', 'eachKey', 'each-key', 'eachValue', 'each-value']);

/** Pointers of the objects whose keys are not the expected ones. */
function mapsIn({ matchingRules }: ResponseOfPact): readonly string[] {
  const rules = matchingRules['body'];
  if (!isJsonObject(rules)) return [];
  return Object.entries(rules).flatMap(([path, rule]) => {
    const matchers = isJsonObject(rule) && isJsonArray(rule['matchers']) ? rule['matchers'] : [];
    const isMap = matchers.some((one) => isJsonObject(one) && ANY_KEY.has(String(one['match'])));
    return isMap ? (pointerOfJsonPath(path) ?? []) : [];
  });
}

/**
 * Places of the expected answer that show what was sent: where a document says so, and any text that is one of those
 * sent. What is expected there is the value that is sent in truth, since no example is.
 */
export function returnedPlaces(
  { responses }: Operation,
  { response }: HttpOfPact,
  injections: readonly StateInjection[],
): readonly StateInjection[] {
  const content = response.body?.['content'];
  if (content === undefined) return [];
  const echoes = responses.find(({ status }) => status === response.status)?.echoes ?? [];
  const whole = injections.filter(({ expression }) => /^\$\{[^}]+\}$/.test(expression));
  return whole.flatMap((injection) => {
    const echoed = echoes
      .filter(({ relation, value }) => relation === 'equals' && value === `$request.${injection.at}`)
      .flatMap(({ at }) => locate(content, at));
    const alike = textsIn(content, '').filter(({ value }) => value === injection.example);
    const found = [...echoed.filter(({ value }) => sameFact(value, injection.example)), ...alike];
    const places = new Map(found.map(({ pointer, value }) => [pointer, value]));
    return [...places].map(([pointer, example]) => ({ ...injection, at: `body#${pointer}`, example }));
  });
}

function textsIn(value: Json, at: string): readonly { readonly pointer: string; readonly value: Json }[] {
  if (typeof value === 'string') return value.length < 3 ? [] : [{ pointer: at, value }];
  return membersOf(value).flatMap(([key, member]) => textsIn(member, `${at}/${escapeToken(key)}`));
}

/** Where the answer is expected under keys that are the very ids of the example: no other ids can satisfy it. */
export function keysOfExample(
  { response }: HttpOfPact,
  injections: readonly StateInjection[],
): string | undefined {
  const ids = new Set(injections.flatMap(({ example }) => scalarsIn(example)));
  const maps = mapsIn(response);
  const content = response.body?.['content'];
  return objectsIn(content, '').find((at) => {
    const object = valueAt(content, at);
    const keys = isJsonObject(object) ? Object.keys(object) : [];
    return (
      keys.length > 0 &&
      keys.every((key) => ids.has(key)) &&
      !maps.some((pattern) => pointerMatches(at, pattern))
    );
  });
}

function scalarsIn(value: Json): readonly string[] {
  if (isJsonArray(value)) return value.flatMap(scalarsIn);
  return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
}

function objectsIn(value: Json | undefined, at: string): readonly string[] {
  if (!isJsonObject(value) && !isJsonArray(value)) return [];
  const below = membersOf(value).flatMap(([key, member]) => objectsIn(member, `${at}/${escapeToken(key)}`));
  return isJsonObject(value) ? [at, ...below] : below;
}

/** The response as Pact's verifier reads it; what its generators would make is for the consumer's own tests. */
export function responseForPact({ status, headers, body, matchingRules }: ResponseOfPact): JsonObject {
  return {
    status,
    ...(Object.keys(headers).length > 0 && { headers }),
    ...(body && { body }),
    ...(Object.keys(matchingRules).length > 0 && { matchingRules }),
  };
}
