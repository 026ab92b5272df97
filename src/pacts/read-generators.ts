import { userErrors } from '../errors/catalogue.ts';
import { withMember } from '../model/edit-json.ts';
import { isJsonObject, type Json, type JsonObject } from '../model/json.ts';
import { pointerOfJsonPath } from '../model/json-path.ts';
import { escapeToken } from '../model/json-pointer.ts';
import { drawValue, isDrawn } from './draw-value.ts';
import type { ReadingContext, RequestOfPact } from './pact-of-anyone.ts';

type Plain = Omit<RequestOfPact, 'generators'>;

interface Placed {
  readonly category: string;
  /** Name of the header or parameter, or JSON path into the body. */
  readonly key: string;
  readonly generator: JsonObject;
  readonly pointer: string;
}

/**
 * A request with what its generators make: random values are drawn from the place they stand at, so that the same pact
 * makes the same request in every run; those of provider states are kept. A kind that hangs on the clock or on Pact's
 * mock server is refused by its name.
 */
export function readGenerators(
  { from }: ReadingContext,
  request: Plain,
  generators: Json | undefined,
  pointer: string,
): RequestOfPact {
  const placed = placedGenerators(generators, pointer);
  const refused = placed.find(({ generator }) => !isProviderState(generator) && !isDrawn(generator));
  if (refused !== undefined)
    throw userErrors.pactUnsupported(
      from,
      refused.pointer,
      `the generator "${String(refused.generator['type'])}"`,
      'ProviderState, or one of the Random… and Uuid generators',
    );
  const drawn = placed
    .filter(({ generator }) => !isProviderState(generator))
    .reduce((made, one) => withDrawn(made, one), request);
  const kept = placed.filter(({ generator }) => isProviderState(generator));
  return { ...drawn, generators: byCategory(kept) };
}

function isProviderState({ type, expression }: JsonObject): boolean {
  return type === 'ProviderState' && typeof expression === 'string';
}

function placedGenerators(generators: Json | undefined, pointer: string): readonly Placed[] {
  if (!isJsonObject(generators)) return [];
  return Object.entries(generators).flatMap(([category, below]) => {
    if (!isJsonObject(below)) return [];
    const at = `${pointer}/${category}`;
    if (category === 'path') return [{ category, key: '', generator: below, pointer: at }];
    return Object.entries(below).flatMap(([key, generator]) =>
      isJsonObject(generator) ? [{ category, key, generator, pointer: `${at}/${escapeToken(key)}` }] : [],
    );
  });
}

function withDrawn(request: Plain, { category, key, generator, pointer }: Placed): Plain {
  const value = drawValue(generator, `${request.method} ${request.path} ${pointer}`);
  switch (category) {
    case 'path':
      return { ...request, path: String(value) };
    case 'query':
      return { ...request, query: { ...request.query, [key.replace(/\[\d+\]$/, '')]: [String(value)] } };
    case 'header':
      return { ...request, headers: { ...request.headers, [key]: [String(value)] } };
    default: {
      const place = pointerOfJsonPath(key);
      if (place === undefined || request.body === undefined) return request;
      return { ...request, body: withMember(request.body, place, value) };
    }
  }
}

function byCategory(placed: readonly Placed[]): JsonObject {
  const categories: Record<string, JsonObject> = {};
  for (const { category, key, generator } of placed)
    categories[category] = category === 'path' ? generator : { ...categories[category], [key]: generator };
  return categories;
}
