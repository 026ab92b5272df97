// A value like an example but never the example itself: documents' ids must not reach a state.
import { isJsonArray, isJsonObject, type Json } from '../model/json.ts';

const DAY_MS = 86_400_000;

/** Same type and shape; another value for every `step` from 1. */
export function deriveValue(example: Json, step: number): Json {
  if (typeof example === 'number') return example + 5000 * step;
  if (typeof example === 'string') return deriveText(example, step);
  if (isJsonArray(example)) return example.map((item) => deriveValue(item, step));
  if (!isJsonObject(example)) return example;
  return Object.fromEntries(Object.entries(example).map(([key, value]) => [key, deriveValue(value, step)]));
}

function deriveText(example: string, step: number): string {
  if (/^\+?[0-9]+$/.test(example)) return moveDigits(example, step);
  if (/^\d{4}-\d{2}-\d{2}T/.test(example) && !Number.isNaN(Date.parse(example)))
    return new Date(Date.parse(example) + step * DAY_MS).toISOString();
  const [local, ...domain] = example.split('@');
  return domain.length === 0 ? `${example}-${step}` : [`${local}-${step}`, ...domain].join('@');
}

/** Adds to the last digits, so that a phone number keeps its length and country. */
function moveDigits(example: string, step: number): string {
  const tail = example.slice(-6).replace('+', '');
  const moved = (Number(tail) + 5 * step) % 10 ** tail.length;
  return example.slice(0, example.length - tail.length) + String(moved).padStart(tail.length, '0');
}
