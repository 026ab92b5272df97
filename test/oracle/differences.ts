// The committed list of differences, checked before it is gone by.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { readYaml } from '../spec-lint/read-yaml.ts';
import type { Observed, Opinions } from './opinions.ts';

/** Why somebody differs from the server: exactly one member. */
export interface Cause {
  /** An ambiguity, by id: the server follows a reading of its own. */
  readonly reading?: string;
  /** A defect of the document, by id. */
  readonly 'document-defect'?: string;
  /** The vendor moved on since the document was written: in which version. */
  readonly drift?: string;
  /** The server takes what the document does not list, and makes it fit or leaves it. */
  readonly coercion?: 'of type' | 'of null' | 'of number';
}

export interface Difference {
  readonly id: string;
  readonly says: Opinions;
  readonly because: Cause;
  readonly words: string;
  /** Names of the bodies. */
  readonly where: readonly string[];
}

const validate = new Ajv2020({ allErrors: true }).compile<readonly Difference[]>(
  JSON.parse(readFileSync(join(import.meta.dirname, 'differences.schema.json'), 'utf8')),
);

export function loadDifferences(): readonly Difference[] {
  const differences: unknown = readYaml(join(import.meta.dirname, 'differences.yaml'));
  if (!validate(differences)) throw new Error(`differences.yaml: ${JSON.stringify(validate.errors)}`);
  return differences;
}

/** The listed differences, one for each place. */
export function placesOf(differences: readonly Difference[]): readonly Observed[] {
  return differences.flatMap(({ where, says }) => where.map((one) => ({ where: one, says })));
}

/** What is found and not listed, and what is listed and not found, in a form to be read. */
export function disagreement(
  found: readonly Observed[],
  listed: readonly Observed[],
): { readonly unlisted: readonly string[]; readonly gone: readonly string[] } {
  const [foundLines, listedLines] = [found.map(lineOf), listed.map(lineOf)];
  return {
    unlisted: foundLines.filter((line) => !listedLines.includes(line)),
    gone: listedLines.filter((line) => !foundLines.includes(line)),
  };
}

function lineOf({ where, says: { document, mock, server, plan } }: Observed): string {
  const said = Object.entries({ document, mock, server, plan }).flatMap(([who, words]) =>
    words === undefined ? [] : [`${who}: ${words}`],
  );
  return `${where} | ${said.join('; ')}`;
}
