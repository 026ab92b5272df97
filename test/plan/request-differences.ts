// Where two requests differ, as places of a finding.
import { isJsonArray, isJsonObject, type Json } from '../../src/model/json.ts';
import { escapeToken, membersOf } from '../../src/model/json-pointer.ts';
import type { OutgoingRequest } from '../../src/model/plan.ts';

/** The outermost places at which something else is sent. */
export function differences(base: OutgoingRequest, probe: OutgoingRequest): readonly string[] {
  const left = new Map(partsOf(base));
  const right = new Map(partsOf(probe));
  const places = [...new Set([...left.keys(), ...right.keys()])].filter(
    (key) => left.get(key) !== right.get(key),
  );
  return places.filter((place) => !places.some((other) => place.startsWith(`${other}/`)));
}

function partsOf({
  method,
  path,
  query,
  headers,
  body,
}: OutgoingRequest): readonly (readonly [string, string])[] {
  const json: Json = body === undefined ? null : JSON.parse(body);
  return [
    ['method', method],
    ['path', path],
    ...query.map(([name, value]) => [`query.${name}`, value] as const),
    ...headers.map(([name, value]) => [`header.${name}`, value] as const),
    ...placesBelow(json, 'body#'),
  ];
}

function placesBelow(value: Json, prefix: string): readonly (readonly [string, string])[] {
  if (!hasMembers(value)) return [];
  return membersOf(value).flatMap(([key, member]) => {
    const place = `${prefix}/${escapeToken(key)}`;
    return [[place, leafOf(member)] as const, ...placesBelow(member, place)];
  });
}

/** A list of plain values is one value. */
function hasMembers(value: Json): boolean {
  return isJsonObject(value) || (isJsonArray(value) && value.some(isJsonObject));
}

function leafOf(value: Json): string {
  if (!hasMembers(value)) return JSON.stringify(value);
  return isJsonArray(value) ? `list of ${value.length}` : 'object';
}
