import type { Json } from '../model/json.ts';
import { jsonEqual } from '../model/json-pointer.ts';
import { intoForm } from '../model/reading-form.ts';

/** A number may be asked for as text, and another reading may have the same name in another form. */
export function isSameName(known: Json, value: Json): boolean {
  if (jsonEqual(known, value)) return true;
  if (isScalar(known) && isScalar(value) && String(known) === String(value)) return true;
  return (['quoted', 'path'] as const).some((form) => intoForm(known, form) === value);
}

function isScalar(value: Json): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}
