import type { Effect } from '../model/operation.ts';

/** What has to be told of an operation before anything can be written down. */
export interface KnownOfOperation {
  readonly method: string;
  readonly path: string;
  /** Of the document that describes it. */
  readonly lines: readonly [from: number, to: number];
  readonly effects: readonly Effect[];
  /** Of an answer to a good request. */
  readonly status: number;
}

/** A path with what is known of it; what else its document says is left to whoever reads it. */
export function renderPath(
  name: string,
  { method, path, lines, effects, status }: KnownOfOperation,
  document: string,
): string {
  const cited = `lines: [${lines.join(', ')}]`;
  const source = `x-source: { document: ${document}, ${cited}, strength: stated }`;
  const parameters = [...path.matchAll(/\{([^}]+)\}/g)].map(
    ([, parameter]) => `        - { name: ${parameter}, in: path, required: true }`,
  );
  return [
    `  ${path}:`,
    `    ${source}`,
    `    ${method.toLowerCase()}:`,
    `      operationId: ${name}`,
    `      summary: ${inWords(name)}`,
    `      ${source}`,
    `      x-effects: [${effects.join(', ')}]`,
    '      # parameters: credentials with x-credential: true, and what goes into the query.',
    ...(parameters.length === 0 ? [] : ['      parameters:', ...parameters]),
    '      # requestBody: its schema, each property with the lines that tell it.',
    '      responses:',
    `        "${status}":`,
    '          description: The request was taken.',
    '          # "stated" once the lines are those that tell the status; then content, with schema and example.',
    `          x-source: { ${cited}, strength: inferred }`,
    '        # Refusals that the document describes, each with x-refuses.',
    '',
  ].join('\n');
}

export function renderContract(id: string, consumer: string): string {
  return [
    `# What ${consumer} relies on beside its pact.`,
    `operation: ${id}`,
    `consumer: ${consumer}`,
    '# Take this out once the pact file describes what is sent and what is expected.',
    `pending: no pact of ${consumer} describes a request yet`,
    '# The fields that are read, and what goes wrong without them:',
    '#   - { field: response.body#/pointer, why: shows it on the screen }',
    'relies: []',
    '',
  ].join('\n');
}

/** `openRoom` → `Open room`: a person will say it better. */
function inWords(name: string): string {
  const words = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
