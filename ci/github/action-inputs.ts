// What the workflow asks for; action.yml says what each input means.

/** Each input of action.yml by its name; empty where nothing was given. */
export type ActionInputs = Readonly<Record<string, string>>;

export function readInputs(text: string | undefined): ActionInputs {
  const given: unknown = JSON.parse(text ?? '{}');
  if (typeof given !== 'object' || given === null) throw new Error('INPUTS holds no object');
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value).trim()]));
}

/** The lines of an input, without empty ones. */
export function linesOf(inputs: ActionInputs, name: string): readonly string[] {
  return (inputs[name] ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
