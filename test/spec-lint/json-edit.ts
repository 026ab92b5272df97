// Reading and changing JSON by path, without touching the original.
import { isJsonArray, isJsonObject, type Json } from '../../src/model/json.ts';

export type JsonPath = readonly string[];

export function pathOf(pointer: string): JsonPath {
  return pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

export function pointerOf(path: JsonPath): string {
  return path.map((token) => `/${token.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

export function valueAt(json: Json | undefined, path: JsonPath): Json | undefined {
  const [head, ...rest] = path;
  if (head === undefined) return json;
  if (isJsonArray(json)) return valueAt(json[Number(head)], rest);
  return isJsonObject(json) ? valueAt(json[head], rest) : undefined;
}

/** The same JSON with another value at the path; undefined takes the member away. */
export function withValue(json: Json, path: JsonPath, value: Json | undefined): Json {
  const [head, ...rest] = path;
  if (head === undefined) return value ?? null;
  if (isJsonArray(json)) {
    return json.flatMap((item, index) => {
      if (index !== Number(head)) return [item];
      return rest.length === 0 && value === undefined ? [] : [withValue(item, rest, value)];
    });
  }
  const object = isJsonObject(json) ? json : {};
  const others = Object.entries(object).filter(([key]) => key !== head);
  if (rest.length === 0 && value === undefined) return Object.fromEntries(others);
  return { ...object, [head]: withValue(object[head] ?? {}, rest, value) };
}
