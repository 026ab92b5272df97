import { join } from 'node:path';
import type { VendorDocument } from '../model/spec.ts';
import { readDataFile } from './read-data-file.ts';
import schema from './schemas/documents.schema.json' with { type: 'json' };
import { validateData } from './validate-data.ts';

export function loadDocuments(specsFolder: string): readonly VendorDocument[] {
  const file = join(specsFolder, 'documents.yaml');
  return validateData<readonly VendorDocument[]>(file, schema, readDataFile(file));
}
