import { userErrors } from '../errors/catalogue.ts';
import type { HistoryEntry } from '../model/history.ts';
import type { Json } from '../model/json.ts';
import { readText } from './read-data-file.ts';
import schema from './schemas/history.schema.json' with { type: 'json' };
import { validateData } from './validate-data.ts';

/** The runs a file of history keeps, in its order; an entry that cannot be read is named by its line. */
export function readHistory(file: string): readonly HistoryEntry[] {
  return readText(file)
    .split('\n')
    .flatMap((line, index) => (line === '' ? [] : [entryOf(file, line, index + 1)]));
}

function entryOf(file: string, line: string, number: number): HistoryEntry {
  let data: Json;
  try {
    data = JSON.parse(line) as Json;
  } catch (error) {
    throw userErrors.fileMalformed(
      file,
      `${number}`,
      error instanceof Error ? error.message : String(error),
      'JSON',
    );
  }
  return validateData<HistoryEntry>(file, schema, data, `line ${number} `);
}
