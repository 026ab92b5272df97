import type { ValueForm } from '../model/interaction.ts';
import { isJsonArray, type Json } from '../model/json.ts';
import { bentPromise, isPromise } from '../model/promise.ts';

/** A value in another form that is documented as well; undefined when it has none. */
export function reshape(value: Json, form: ValueForm): Json | undefined {
  // Whether what is made can be bent is seen when it is there.
  if (isPromise(value)) return bentPromise(value, form);
  switch (form) {
    case 'text':
      return typeof value === 'number' ? String(value) : undefined;
    case 'integer':
      return typeof value === 'string' && /^(0|[1-9]\d{0,14})$/.test(value) ? Number(value) : undefined;
    case 'first-member':
      // Of a list of one member, the first is the whole.
      return isJsonArray(value) && value.length > 1 ? value.slice(0, 1) : undefined;
  }
}
