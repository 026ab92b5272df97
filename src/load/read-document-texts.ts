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

/**
 * Reads every listed document from a folder; the digests beside the specs tell, line by line, which have changed since.
 * Of a document that has none, any change makes every citation stale: which line it was, nobody knows.
 */
export function readDocumentTexts(
  folder: string,
  specFolders: readonly string[],
  documents: readonly VendorDocument[],
): DocumentTexts {
  const digests: Digests = Object.assign({}, ...specFolders.map(digestsIn));
  const texts = new Map(documents.map((document) => [document.id, linesOf(folder, document)]));
  const changed = new Set(documents.filter((one) => isChanged(folder, one)).map(({ id }) => id));
  const cited = ({ document, lines: [from, to] }: Pick<Source, 'document' | 'lines'>) =>
    texts.get(document)?.slice(from - 1, to) ?? [];
  return {
    quote: (source) => {
      const lines = cited(source);
      return lines.length === 0 ? undefined : lines.join('\n');
    },
    isStale: (source) => {
      // Of a vendor that is not judged nobody needs the documents.
      if (!texts.has(source.document)) return false;
      const [from, to] = source.lines;
      const pinned = digests[source.document]?.slice(from - 1, to);
      if (pinned === undefined) return changed.has(source.document);
      return cited(source).map(digestOf).join() !== pinned.join();
    },
  };
}

/** By document, the digest of each line; empty where no text was pinned yet. */
export function digestsIn(specsFolder: string): Digests {
  const file = join(specsFolder, 'digests.json');
  return existsSync(file) ? (readDataFile(file) as Digests) : {};
}

function isChanged(folder: string, { file, sha256 }: VendorDocument): boolean {
  const bytes = readFileSync(join(folder, file));
  return createHash('sha256').update(bytes).digest('hex') !== sha256;
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
