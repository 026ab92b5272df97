import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readDataFile } from './read-data-file.ts';
import schema from './schemas/words.schema.json' with { type: 'json' };
import { validateData } from './validate-data.ts';

export const WORDS_FILE = 'words.json';

/** Digests of the words of each document, line by line, from `words.json` beside the specs. */
export function loadWordDigests(specsFolder: string): ReadonlyMap<string, readonly (readonly string[])[]> {
  const file = join(specsFolder, WORDS_FILE);
  if (!existsSync(file)) return new Map();
  const data = validateData<Readonly<Record<string, readonly string[]>>>(file, schema, readDataFile(file));
  return new Map(
    Object.entries(data).map(([id, lines]) => [id, lines.map((line) => line.split(' ').filter(Boolean))]),
  );
}

/** The content of `words.json`. */
export function renderWordDigests(documents: ReadonlyMap<string, readonly (readonly string[])[]>): string {
  const data = [...documents].map(([id, lines]) => [id, lines.map((line) => line.join(' '))]);
  return `${JSON.stringify(Object.fromEntries(data), null, 2)}\n`;
}
