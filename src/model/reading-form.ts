import { isJsonArray, type Json } from './json.ts';
import { bentPromise, isPromise, plainPromise } from './promise.ts';
import type { ReadingForm } from './request-change.ts';

/** A value as a reading has it; undefined when it has that form already, or cannot have it. */
export function intoForm(value: Json, form: ReadingForm): Json | undefined {
  switch (form) {
    case 'text':
      if (isPromise(value)) return bentPromise(value, form);
      return typeof value === 'number' ? String(value) : undefined;
    case 'quoted':
      return typeof value === 'string' && !isQuoted(value) ? `"${value}"` : undefined;
    case 'list':
      return isJsonArray(value) ? undefined : [value];
    case 'first-member':
      return membersOf(value, 'several')?.slice(0, 1);
    case 'single':
      return membersOf(value, 'one')?.[0];
    case 'path':
      return typeof value === 'string' ? pathOf(value) : undefined;
  }
}

/** The way back, as far as there is one: what was left out is not made up again. */
export function outOfForm(value: Json, form: ReadingForm): Json {
  switch (form) {
    case 'text':
      if (isPromise(value)) return plainPromise(value);
      return typeof value === 'string' && /^(0|[1-9]\d{0,14})$/.test(value) ? Number(value) : value;
    case 'quoted':
      return typeof value === 'string' && isQuoted(value) ? value.slice(1, -1) : value;
    case 'single':
      return isJsonArray(value) ? value : [value];
    case 'list':
    case 'first-member':
    case 'path':
      return value;
  }
}

function membersOf(value: Json, of: 'one' | 'several'): readonly Json[] | undefined {
  if (!isJsonArray(value) || value.length === 0) return undefined;
  return (of === 'one') === (value.length === 1) ? value : undefined;
}

function isQuoted(text: string): boolean {
  return /^".*"$/s.test(text);
}

function pathOf(address: string): string | undefined {
  return /^[a-z][a-z0-9+.-]*:\/\/[^/]+(\/.*)$/i.exec(address)?.[1];
}
