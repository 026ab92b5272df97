import { userErrors } from '../errors/catalogue.ts';
import type { VendorDocument } from '../model/spec.ts';
import type { ReadCheck } from './read-check.ts';

/** The document that a check rests on, where it is among these; throws where it has no such lines. */
export function citedDocument(
  { own: { source }, file }: Pick<ReadCheck, 'own' | 'file'>,
  documents: readonly VendorDocument[],
): VendorDocument | undefined {
  const document = documents.find(({ id }) => id === source?.document);
  if (source === undefined || document === undefined) return undefined;
  const [from, to] = source.lines;
  if (from > to || to > document.lines)
    throw userErrors.fileInvalid(
      file,
      '/source/lines',
      `[${from}, ${to}]`,
      `the first and the last of lines from 1 to ${document.lines}, which ${document.id} has`,
    );
  return document;
}
