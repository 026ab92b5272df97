import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { digestWords } from '../documents/document-words.ts';
import { loadWordDigests, renderWordDigests, WORDS_FILE } from '../load/load-word-digests.ts';
import { digestOf, digestsIn } from '../load/read-document-texts.ts';
import { applyEdits, type TextEdit } from './text-edits.ts';
import { writeArtefact } from './write-run.ts';

/** Takes these texts, by document id, as the ones that the specs of the folder were written from. */
export function pinDocuments(folder: string, texts: ReadonlyMap<string, string>): readonly string[] {
  const words = new Map(loadWordDigests(folder));
  const lines = new Map(Object.entries(digestsIn(folder)));
  for (const [id, text] of texts) {
    const own = linesOf(text);
    words.set(id, digestWords(text, own.length));
    lines.set(id, own.map(digestOf));
  }
  writeArtefact(join(folder, WORDS_FILE), renderWordDigests(words));
  writeArtefact(join(folder, 'digests.json'), `${JSON.stringify(Object.fromEntries(lines), null, 2)}\n`);
  pinCatalogue(join(folder, 'documents.yaml'), texts);
  return [WORDS_FILE, 'digests.json', 'documents.yaml'];
}

/** A text ends with a line feed, or with a line that has none. */
function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r?\n/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

/** Only the values that change are written, so that comments and form stay. */
function pinCatalogue(file: string, texts: ReadonlyMap<string, string>): void {
  const source = readFileSync(file, 'utf8');
  const { contents } = parseDocument(source);
  const entries = isSeq(contents) ? contents.items : [];
  const edits = entries.flatMap((entry): readonly TextEdit[] => {
    if (!isMap(entry)) return [];
    const text = texts.get(String(entry.get('id')));
    if (text === undefined) return [];
    const values = {
      sha256: createHash('sha256').update(text).digest('hex'),
      lines: String(linesOf(text).length),
    };
    return Object.entries(values).flatMap(([key, value]) => {
      const node = entry.get(key, true);
      return isScalar(node) && node.range ? [{ from: node.range[0], to: node.range[1], text: value }] : [];
    });
  });
  writeArtefact(file, applyEdits(source, edits));
}
