import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../model/json.ts';
import { escapeToken, valueAt } from '../model/json-pointer.ts';
import type { Operation, RequiredChoice } from '../model/operation.ts';
import type { Spec } from '../model/spec.ts';
import { joinedSchemas } from './walk-schema.ts';

/** Members of a good body of which one at least has to be there; where only one is, it is a required field. */
export function requiredChoicesOf(spec: Spec, operation: Operation, body: Json): readonly RequiredChoice[] {
  const root = operation.requestSchemaPointer;
  if (root === undefined || !isJsonObject(body)) return [];
  return joinedSchemas(spec, valueAt(spec.document, root)).flatMap((schema) => {
    const citation = spec.citations.get(schema);
    const present = choiceOf(schema).filter((name) => name in body);
    if (citation === undefined || present.length < 2) return [];
    return [{ pointers: present.map((name) => `/${escapeToken(name)}`), presence: citation.source }];
  });
}

/** Names in branches that say nothing but that a member has to be there. */
function choiceOf({ anyOf: branches }: JsonObject): readonly string[] {
  if (!isJsonArray(branches)) return [];
  const names = branches.map((branch) => (isJsonObject(branch) ? onlyRequired(branch) : undefined));
  return names.flatMap((name) => name ?? []).slice(0, names.includes(undefined) ? 0 : names.length);
}

function onlyRequired({ required, 'x-source': _source, ...rest }: JsonObject): string | undefined {
  const [name, ...others] = isJsonArray(required) ? required : [];
  const isAlone = others.length === 0 && Object.keys(rest).length === 0;
  return isAlone && typeof name === 'string' ? name : undefined;
}
