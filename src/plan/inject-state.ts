import type { StateInjection } from '../model/interaction.ts';
import type { Json } from '../model/json.ts';
import { reshape } from './reshape-value.ts';

const NAME = /\$\{([^}]+)\}/g;

/** Names of the state values an expression such as `Bearer ${apiKey}` needs. */
export function namesIn(expression: string): readonly string[] {
  return [...expression.matchAll(NAME)].flatMap(([, name]) => name ?? []);
}

/** Each wanted value's name with the example the contract gives of it. */
export function wantedValues(injections: readonly StateInjection[]): Readonly<Record<string, Json>> {
  return Object.fromEntries(
    injections.flatMap(({ expression, example }) =>
      namesIn(expression).map((name) => [name, exampleOf(expression, name, example)]),
    ),
  );
}

/** The example of `${apiKey}` in `Bearer ${apiKey}` is what stands in its place in the contract's example. */
function exampleOf(expression: string, name: string, example: Json): Json {
  const whole = `\${${name}}`;
  if (expression === whole || typeof example !== 'string') return example;
  const [before = '', after = ''] = expression.split(whole);
  const fits = example.startsWith(before) && example.endsWith(after);
  return fits ? example.slice(before.length, example.length - after.length) : example;
}

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
