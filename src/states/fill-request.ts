import { encodeSegment } from '../model/encode-segment.ts';
import { isJsonArray, isJsonObject, type Json } from '../model/json.ts';
import type { OutgoingRequest } from '../model/plan.ts';
import type { RecipeRequest } from '../model/recipe.ts';
import { namesOfRequest, placeholdersIn, replacePlaceholders } from '../model/recipe-names.ts';

export type Values = Readonly<Record<string, Json>>;

export type FilledRequest =
  | { readonly kind: 'filled'; readonly request: OutgoingRequest }
  | { readonly kind: 'lacking'; readonly name: string };

/** The request of a recipe with its values in place, and signed in unless nobody may be. */
export function fillRequest(
  recipe: RecipeRequest,
  values: Values,
  signIn: Readonly<Record<string, string>>,
): FilledRequest {
  const lacking = namesOfRequest(recipe).find((name) => values[name] === undefined);
  if (lacking !== undefined) return { kind: 'lacking', name: lacking };
  const { method, body } = recipe;
  const filled = body === undefined ? undefined : JSON.stringify(fillJson(body, values));
  const headers = {
    ...(filled === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...recipe.headers,
  };
  return {
    kind: 'filled',
    request: {
      method,
      // Values go into a path encoded, so that an id can never become another route.
      path: replacePlaceholders(recipe.path, (name) => encodeSegment(textOf(values[name]))),
      query: Object.entries(recipe.query).map(([name, text]) => [name, fillText(text, values)]),
      headers: [
        ...Object.entries(recipe.signedIn ? signIn : {}),
        ...Object.entries(headers).map(([name, text]) => [name, fillText(text, values)] as const),
      ],
      body: filled,
    },
  };
}

export function fillText(text: string, values: Values): string {
  return replacePlaceholders(text, (name) => textOf(values[name]));
}

/** A text that is nothing but `{name}` takes the value with its JSON type. */
export function fillJson(value: Json, values: Values): Json {
  if (typeof value === 'string') {
    const [only] = placeholdersIn(value);
    return only !== undefined && value === `{${only}}` ? (values[only] ?? null) : fillText(value, values);
  }
  if (isJsonArray(value)) return value.map((member) => fillJson(member, values));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, fillJson(member, values)]));
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}
