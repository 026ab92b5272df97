import type { StateInjection } from '../model/interaction.ts';
import type { Json } from '../model/json.ts';
import { reshape } from './reshape-value.ts';

const NAME = /\$\{([^}]+)\}/g;

/** A value keeps its JSON type when the expression is nothing but its name; otherwise it becomes part of a text. */
export function inject(expression: string, values: Readonly<Record<string, Json>>): Json {
  const whole = /^\$\{([^}]+)\}$/.exec(expression)?.[1];
  if (whole !== undefined) return values[whole] ?? null;
  return expression.replaceAll(NAME, (_, name: string) => textOf(values[name] ?? null));
}

/** The value of an injection, in the form that is asked for; undefined when it has no such form. */
export function injectedValue(
  { expression, form }: StateInjection,
  values: Readonly<Record<string, Json>>,
): Json | undefined {
  const value = inject(expression, values);
  return form === undefined ? value : reshape(value, form);
}

/** Which value has not the form that a variant is about; undefined when each has. */
export function shapelessValue(
  injections: readonly StateInjection[],
  values: Readonly<Record<string, Json>>,
): string | undefined {
  const shapeless = injections.find((injection) => injectedValue(injection, values) === undefined);
  return shapeless && `the value of ${shapeless.expression} has no form of ${shapeless.form ?? 'its own'}`;
}

export function textOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
