import type { CitingCheck } from '../model/own-check.ts';
import type { VendorDocument } from '../model/spec.ts';
import { citedDocument } from './cited-document.ts';
import { readChecks } from './read-checks.ts';

/**
 * The checks of these folders that rest on lines of a document. Nothing is judged by them here, so they may be about
 * vendors that are not at hand; lines that one of these documents has not are a mistake all the same.
 */
export async function citingChecks(
  folders: readonly string[],
  documents: readonly VendorDocument[],
): Promise<readonly CitingCheck[]> {
  const read = await readChecks(folders);
  for (const one of read) citedDocument(one, documents);
  return read.flatMap(({ id, from, own: { source } }) =>
    source === undefined ? [] : [{ id, from, source }],
  );
}
