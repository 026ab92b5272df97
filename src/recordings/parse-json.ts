import type { Json } from '../model/json.ts';

/** Undefined where it is no JSON. What the parser complains of is not told, since it quotes what stands there. */
export function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
