import type { InteractionRequest, StateInjection } from '../model/interaction.ts';
import { isJsonObject, type Json } from '../model/json.ts';
import { pointerOfJsonPath } from '../model/json-path.ts';
import { valueAt } from '../model/json-pointer.ts';
import type { PactRequest } from './pact-file.ts';

/** The request of an interaction, with every place a provider state fills (Pact specification V4, generators). */
export function interactionRequestOf(request: PactRequest): InteractionRequest {
  const body = request.body?.content;
  return {
    method: request.method.toUpperCase(),
    path: request.path,
    query: pairsOf(request.query),
    headers: pairsOf(request.headers),
    body,
    injections: Object.entries(request.generators ?? {}).flatMap(([category, generators]) =>
      injectionsOf(category, generators, request),
    ),
  };
}

function pairsOf(
  values: Readonly<Record<string, readonly string[]>> | undefined,
): InteractionRequest['query'] {
  return Object.entries(values ?? {}).flatMap(([name, list]) => list.map((value) => [name, value] as const));
}

function injectionsOf(category: string, generators: Json, request: PactRequest): readonly StateInjection[] {
  if (!isJsonObject(generators)) return [];
  if (category === 'path') return injection('path', generators, request.path);
  return Object.entries(generators).flatMap(([key, generator]) => {
    const name = key.replace(/\[\d+\]$/, '');
    switch (category) {
      case 'query':
        return injection(`query.${name}`, generator, request.query?.[name]?.[0]);
      case 'header':
        return injection(`header.${name}`, generator, request.headers?.[name]?.[0]);
      case 'body': {
        const pointer = pointerOfJsonPath(key);
        return pointer === undefined
          ? []
          : injection(`body#${pointer}`, generator, valueAt(request.body?.content, pointer));
      }
      default:
        return [];
    }
  });
}

function injection(at: string, generator: Json, example: Json | undefined): readonly StateInjection[] {
  if (!isJsonObject(generator) || generator['type'] !== 'ProviderState') return [];
  const expression = generator['expression'];
  return typeof expression === 'string' ? [{ at, expression, example: example ?? null }] : [];
}
