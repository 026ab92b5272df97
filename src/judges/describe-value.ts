import type { Json } from '../model/json.ts';
import { typeOf } from '../model/json-pointer.ts';

const LONGEST = 120;

/** A value for a person: its JSON text, shortened, and its type where the text does not show it. */
export function describeValue(value: Json | undefined): string {
  if (value === undefined) return 'absent';
  const text = JSON.stringify(value);
  const shown = text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}… (${text.length} characters)` : text;
  return value === null || typeof value === 'boolean' ? shown : `${shown} (${typeOf(value)})`;
}
