import { readDataFile } from '../load/read-data-file.ts';
import schema from '../load/schemas/report.schema.json' with { type: 'json' };
import { validateData } from '../load/validate-data.ts';
import type { Report } from '../model/report.ts';

/** A report.json of an earlier run. */
export function readReport(file: string): Report {
  return validateData<Report>(file, schema, readDataFile(file));
}
