import { userErrors } from '../errors/catalogue.ts';
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts';
import { escapeToken, membersOf } from '../model/json-pointer.ts';
import type { ReadingContext } from './pact-of-anyone.ts';

/** Kinds of matcher that Pact's own verifier can read. */
const MATCHERS: ReadonlySet<string> = new Set([
  ...['equality', 'regex', 'type', 'min', 'max', 'min-type', 'max-type', 'min-max-type', 'include'],
  ...['number', 'integer', 'decimal', 'real', 'boolean', 'null', 'semver', 'values'],
  ...['date', 'time', 'datetime', 'timestamp'],
  ...['contentType', 'content-type', 'statusCode', 'status-code', 'notEmpty', 'not-empty'],
  ...['arrayContains', 'array-contains', 'eachKey', 'each-key', 'eachValue', 'each-value'],
]);

/** Matching rules as V4 has them, by part of the message; a matcher nobody knows is refused by its name. */
export function readRules(
  { from, specification }: ReadingContext,
  rules: Json | undefined,
  pointer: string,
): JsonObject {
  if (!isJsonObject(rules)) return {};
  assertKnown(from, rules, pointer);
  return specification === 'V2' ? rulesOfV2(rules) : rules;
}

function assertKnown(from: string, node: Json, pointer: string): void {
  const kind = isJsonObject(node) ? node['match'] : undefined;
  if (typeof kind === 'string' && !MATCHERS.has(kind))
    throw userErrors.pactUnsupported(from, pointer, `the matcher "${kind}"`, 'one that Pact knows');
  for (const [key, member] of membersOf(node)) assertKnown(from, member, `${pointer}/${escapeToken(key)}`);
}

const PLACE_OF_V2 = /^\$(?:\.|\[['"])(body|headers?|query|path|status)(?:['"]\])?(.*)$/s;

/** V2 has one matcher for each path, which begins with the part: `$.body.id`, `$.headers.Location`, `$.path`. */
function rulesOfV2(rules: JsonObject): JsonObject {
  const parts: Record<string, Record<string, Json>> = {};
  for (const [path, matcher] of Object.entries(rules)) {
    const [, part = 'body', rest = ''] = PLACE_OF_V2.exec(path) ?? [];
    const category = part.startsWith('header') ? 'header' : part;
    const key = category === 'body' ? `$${rest}` : memberName(rest);
    parts[category] = { ...parts[category], [key]: { combine: 'AND', matchers: [matcher] } };
  }
  return Object.fromEntries(Object.entries(parts).map(([part, byKey]) => [part, byKey[''] ?? byKey]));
}

/** Of `.Location` or `['X-Total'][0]` the name alone. */
function memberName(rest: string): string {
  const [, plain, quoted] = /^(?:\.([^.[]+)|\[['"](.+?)['"]\])/.exec(rest) ?? [];
  return plain ?? quoted ?? '';
}
