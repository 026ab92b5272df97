import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Json } from '../../src/model/json.ts';

/** A YAML file as JSON; anything JSON cannot say (dates, undefined, cycles) is an error. */
export function readYaml(path: string): Json {
  const value: unknown = parse(readFileSync(path, 'utf8'));
  return toJson(value, path);
}

function toJson(value: unknown, where: string): Json {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (Array.isArray(value)) return value.map((item, index) => toJson(item, `${where}/${index}`));
  if (typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [key, toJson(member, `${where}/${key}`)]),
    );
  }
  throw new Error(`${where}: ${typeof value} is no JSON`);
}
