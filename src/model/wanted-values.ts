import type { StateInjection } from './interaction.ts';
import type { Json } from './json.ts';

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
