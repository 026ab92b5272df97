// Makes a documented payload tell what was sent: echoes and agreements of the spec, applied.
import { withMember } from '../model/edit-json.ts';
import { isJsonArray, isJsonObject, type Json } from '../model/json.ts';
import { tokensOf, valueAt } from '../model/json-pointer.ts';
import type { Agreement, Echo } from '../model/operation.ts';
import { pairPlaces } from '../model/paired-places.ts';
import { changeAt } from './change-json.ts';

export function applyEcho(body: Json, echo: Echo, value: Json | undefined): Json {
  if (value === undefined || (echo.when !== undefined && echo.when !== value)) return body;
  switch (echo.relation) {
    case 'equals':
      return changeAt(body, echo.at, (current) => likeType(current, value));
    case 'ends-with-segment':
      return changeAt(body, echo.at, (current) => withLastSegment(current, value));
    case 'includes-each':
      return isJsonArray(value) ? includeEach(body, echo.at, value) : body;
    default:
      return echo.relation satisfies never;
  }
}

export function applyAgreement(body: Json, agreement: Agreement): Json {
  switch (agreement.kind) {
    case 'key':
      return renameKeys(body, agreement.members, agreement.at);
    case 'value':
      return pairPlaces(body, agreement.at, agreement.equals).reduce(
        (changed, { place, other }) => withMember(changed, place.pointer, other.value),
        body,
      );
    case 'order':
      // Nothing that is sent changes an instant: the documented ones stay in their order.
      return body;
    default:
      return agreement satisfies never;
  }
}

/** A number sent in a path or query is a string there; the payload shows which type it has here. */
function likeType(current: Json | undefined, value: Json): Json {
  if (typeof current === 'string' && typeof value === 'number') return String(value);
  if (typeof current !== 'number' || typeof value !== 'string' || value === '') return value;
  return Number.isNaN(Number(value)) ? value : Number(value);
}

function withLastSegment(current: Json | undefined, value: Json): Json | undefined {
  return typeof current === 'string' ? current.replace(/[^/]*$/, () => String(value)) : current;
}

/** One member per value, each shaped like the first member shown. */
function includeEach(body: Json, at: string, values: readonly Json[]): Json {
  const [container, inner] = splitAtLastStar(at);
  if (inner === undefined) return changeAt(body, at, () => values);
  return changeAt(body, container, (shown) => {
    const members = values.map((value) => memberLike(shown, inner, value));
    if (!isJsonObject(shown)) return members;
    return Object.fromEntries(members.map((member, index) => [String(values[index]), member]));
  });
}

function splitAtLastStar(pattern: string): readonly [container: string, inner: string | undefined] {
  const star = pattern.lastIndexOf('/*');
  return star < 0 ? [pattern, undefined] : [pattern.slice(0, star), pattern.slice(star + 2)];
}

function memberLike(shown: Json | undefined, inner: string, value: Json): Json {
  const first = isJsonArray(shown) ? shown[0] : isJsonObject(shown) ? Object.values(shown)[0] : undefined;
  return tokensOf(inner).length === 0 || first === undefined ? value : changeAt(first, inner, () => value);
}

function renameKeys(body: Json, members: string, at: string): Json {
  return changeAt(body, members.replace(/\/\*$/, ''), (map) => {
    if (!isJsonObject(map)) return map;
    const renamed = Object.entries(map).map(([key, member]) => [String(valueAt(member, at) ?? key), member]);
    return Object.fromEntries(renamed);
  });
}
