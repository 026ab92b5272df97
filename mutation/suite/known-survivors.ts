import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';

/** One change to the code that no test notices, named by what survives edits elsewhere in its file. */
export interface Survivor {
  readonly file: string;
  /** The line it begins on, without indentation. */
  readonly line: string;
  /** Blanks run together, as in `replacement`. */
  readonly original: string;
  readonly replacement: string;
}

/** Survivors that were looked at. */
export interface KnownSurvivors {
  /** Nothing can tell these from the original, or nobody needs to. */
  readonly explained: readonly { readonly because: string; readonly mutants: readonly Survivor[] }[];
  /** Seen, and neither killed nor explained yet. */
  readonly unjudged: readonly Survivor[];
}

const isKnown = new Ajv2020({ strict: true }).compile<KnownSurvivors>(
  JSON.parse(readFileSync(join(import.meta.dirname, 'survivors.schema.json'), 'utf8')),
);

export function readKnownSurvivors(): KnownSurvivors {
  const known: unknown = parse(readFileSync(join(import.meta.dirname, 'survivors.yaml'), 'utf8'));
  if (!isKnown(known)) throw new Error(`survivors.yaml: ${JSON.stringify(isKnown.errors)}`);
  return known;
}
