// Writes specs/digests.json and specs/words.json from the folder of document texts, so that a changed line can be named later.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import { digestWords } from '../src/documents/document-words.ts';
import { loadWordDigests, renderWordDigests, WORDS_FILE } from '../src/load/load-word-digests.ts';
import { digestOf } from '../src/load/read-document-texts.ts';

const SPECS = resolve(import.meta.dirname, '../specs');

interface ListedDocument {
  readonly id: string;
  readonly file: string;
  readonly sha256: string;
}

/** The first eight hexadecimal digits of the SHA-256 of each line, without its line end. */
export function digestLines(text: string): readonly string[] {
  const lines = text.split('\n');
  const ended = lines.at(-1) === '' ? lines.slice(0, -1) : lines;
  return ended.map(digestOf);
}

/**
 * The content of specs/digests.json for the texts in a folder; each has to be the text that was cited. A text that is
 * not there keeps the digests it has: who adds a vendor need not hold the documents of the others.
 */
export async function digestDocuments(folder: string): Promise<string> {
  const listed = listedDocuments(parse(await readFile(join(SPECS, 'documents.yaml'), 'utf8')));
  const pinned: Readonly<Record<string, unknown>> = JSON.parse(
    await readFile(join(SPECS, 'digests.json'), 'utf8'),
  );
  const digests = await Promise.all(
    listed.map(async ({ id, file, sha256: expected }) => {
      if (!existsSync(join(folder, file)) && pinned[id] !== undefined) return [id, pinned[id]] as const;
      const text = await readFile(join(folder, file), 'utf8');
      if (sha256(text) !== expected) {
        throw new Error(`${file} is not the text that specs/documents.yaml lists as ${id}`);
      }
      return [id, digestLines(text)] as const;
    }),
  );
  return `${JSON.stringify(Object.fromEntries(digests), null, 2)}\n`;
}

/** The content of specs/words.json likewise. */
async function digestWordsOfDocuments(folder: string): Promise<string> {
  const words = new Map(loadWordDigests(SPECS));
  for (const { id, file } of listedDocuments(parse(await readFile(join(SPECS, 'documents.yaml'), 'utf8')))) {
    if (!existsSync(join(folder, file))) continue;
    const text = await readFile(join(folder, file), 'utf8');
    words.set(id, digestWords(text, digestLines(text).length));
  }
  return renderWordDigests(words);
}

function listedDocuments(documents: unknown): readonly ListedDocument[] {
  if (!Array.isArray(documents) || !documents.every(isListed)) {
    throw new Error('specs/documents.yaml: not a list of documents with id, file and sha256');
  }
  return documents;
}

function isListed(entry: unknown): entry is ListedDocument {
  const members: ReadonlyMap<string, unknown> = new Map(
    typeof entry === 'object' && entry !== null ? Object.entries(entry) : [],
  );
  return ['id', 'file', 'sha256'].every((key) => typeof members.get(key) === 'string');
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

async function main(): Promise<void> {
  const folder = process.argv[2];
  if (folder === undefined) throw new Error('usage: tsx scripts/digest-documents.ts DIR');
  await writeFile(join(SPECS, 'digests.json'), await digestDocuments(folder));
  await writeFile(join(SPECS, WORDS_FILE), await digestWordsOfDocuments(folder));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
