import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { userErrors } from '../errors/catalogue.ts';
import type { Source } from '../model/source.ts';
import type { VendorDocument } from '../model/spec.ts';
import { readDataFile } from './read-data-file.ts';

/** The texts of the vendor documents, as somebody has them now. */
export interface DocumentTexts {
  /** The cited lines joined by newlines; undefined when the text has no such lines. */
  quote(source: Pick<Source, 'document' | 'lines'>): string | undefined;
  /** Is a cited line other than it was when the specs were written? */
  isStale(source: Pick<Source, 'document' | 'lines'>): boolean;
}

type Digests = Readonly<Record<string, readonly string[]>>;

/** Reads every listed document from a folder; the digests tell, line by line, which have changed since. */
export function readDocumentTexts(
  folder: string,
  specsFolder: string,
  documents: readonly VendorDocument[],
): DocumentTexts {
  const digests = readDataFile(join(specsFolder, 'digests.json')) as Digests;
  const texts = new Map(documents.map((document) => [document.id, linesOf(folder, document)]));
  const cited = ({ document, lines: [from, to] }: Pick<Source, 'document' | 'lines'>) =>
    texts.get(document)?.slice(from - 1, to) ?? [];
  return {
    quote: (source) => {
      const lines = cited(source);
      return lines.length === 0 ? undefined : lines.join('\n');
    },
    isStale: (source) => {
      const [from, to] = source.lines;
      const pinned = digests[source.document]?.slice(from - 1, to) ?? [];
      return cited(source).map(digestOf).join() !== pinned.join();
    },
  };
}

function linesOf(folder: string, document: VendorDocument): readonly string[] {
  const file = join(folder, document.file);
  if (!existsSync(file)) throw userErrors.documentsIncomplete(folder, document.file);
  const lines = readFileSync(file, 'utf8').split(/\r?\n/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

/** Eight hexadecimal digits of a line's SHA-256, as `specs/digests.json` has them. */
export function digestOf(line: string): string {
  return createHash('sha256').update(line).digest('hex').slice(0, 8);
}
