import { isJsonArray, isJsonObject, type Json } from './json.ts';
import type { RecipeRequest, Search, Undo } from './recipe.ts';

const NAME = /\{([A-Za-z][A-Za-z0-9]*)\}/g;

/** Names of the values that a text with `{name}` takes. */
export function placeholdersIn(text: string): readonly string[] {
  return [...text.matchAll(NAME)].flatMap(([, name]) => name ?? []);
}

/** The text with every `{name}` replaced; values are not looked into again. */
export function replacePlaceholders(text: string, replace: (name: string) => string): string {
  return text.replaceAll(NAME, (_, name: string) => replace(name));
}

export function namesOfRequest({ path, query, headers, body }: RecipeRequest): readonly string[] {
  const texts = [path, ...Object.values(query), ...Object.values(headers), ...textsIn(body ?? null)];
  return [...new Set(texts.flatMap(placeholdersIn))];
}

/** Of an undo with its proof and what is tried otherwise. */
export function namesOfUndo({ request, proof, otherwise }: Undo): readonly string[] {
  return [
    ...new Set([
      ...namesOfRequest(request),
      ...(proof === undefined ? [] : namesOfRequest(proof.request)),
      ...(otherwise === undefined ? [] : namesOfUndo(otherwise)),
    ]),
  ];
}

export function namesOfSearch({ request, is }: Search): readonly string[] {
  return [...new Set([...namesOfRequest(request), ...textsIn(is).flatMap(placeholdersIn)])];
}

function textsIn(value: Json): readonly string[] {
  if (typeof value === 'string') return [value];
  if (isJsonArray(value)) return value.flatMap(textsIn);
  return isJsonObject(value) ? Object.values(value).flatMap(textsIn) : [];
}
