import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { VendorDocument } from '../model/spec.ts';
import { readText } from './read-data-file.ts';

/** What can be told of a document by its text alone; where it was published and its version, a person knows. */
export function describeDocument(
  file: string,
  told: Pick<VendorDocument, 'vendor' | 'title' | 'retrieved'>,
): VendorDocument {
  const text = readText(file);
  const lines = text.split(/\r?\n/);
  return {
    ...told,
    id: idOf(file, told.vendor),
    version: null,
    published: null,
    file: basename(file),
    sha256: createHash('sha256').update(text).digest('hex'),
    lines: lines.at(-1) === '' ? lines.length - 1 : lines.length,
  };
}

function idOf(file: string, vendor: string): string {
  const slug = basename(file)
    .replace(/\.\w+$/, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return slug.startsWith(vendor) ? slug : `${vendor}-${slug}`;
}
