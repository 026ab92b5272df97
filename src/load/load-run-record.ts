import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { RunRecord } from '../model/run-record.ts';
import { readDataFile } from './read-data-file.ts';
import schema from './schemas/run-record.schema.json' with { type: 'json' };
import { validateData } from './validate-data.ts';

export const RUN_RECORD_FILE = 'run.json';

/** What the run of that folder set out to do; undefined where it was killed before it wrote that down. */
export function loadRunRecord(folder: string): RunRecord | undefined {
  const file = join(folder, RUN_RECORD_FILE);
  return existsSync(file) ? validateData<RunRecord>(file, schema, readDataFile(file)) : undefined;
}
