import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { userErrors } from '../errors/catalogue.ts';
import { isJsonObject } from '../model/json.ts';
import type { Report } from '../model/report.ts';
import { readDataFile } from './read-data-file.ts';
import schema from './schemas/report.schema.json' with { type: 'json' };
import { validateData } from './validate-data.ts';

/** Of every report that this version can read. */
const VERSION = 1;

/** The report of a run, from its file or its folder; a UserError names file and place of what is wrong. */
export function loadReport(given: string): Report {
  if (!existsSync(given)) throw userErrors.fileUnreadable(given, 'there is no such file or folder');
  const file = statSync(given).isDirectory() ? join(given, 'report.json') : given;
  const data = readDataFile(file);
  const version = isJsonObject(data) ? data['schemaVersion'] : undefined;
  if (version !== VERSION) throw userErrors.reportOfOtherVersion(file, String(version), VERSION);
  return validateData<Report>(file, schema, data);
}
