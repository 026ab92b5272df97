import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors/user-error.ts';
import { type DocumentTexts, digestOf, readDocumentTexts } from '../../src/load/read-document-texts.ts';
import type { VendorDocument } from '../../src/model/spec.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

const LINES = ['# A page', 'of nobody', '', 'with four lines — and an umlaut: ü'];
const PAGE: VendorDocument = {
  id: 'page',
  vendor: 'nobody',
  title: 'A page',
  version: null,
  published: null,
  retrieved: '2026-01-01',
  file: 'page.txt',
  sha256: '0'.repeat(64),
  lines: LINES.length,
};

/** The texts as they are now, after they were pinned as `LINES`. */
function read(now: string): DocumentTexts {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'digests.json'), JSON.stringify({ page: LINES.map(digestOf) }));
  writeFileSync(join(folder, 'page.txt'), now);
  return readDocumentTexts(folder, [folder], [PAGE]);
}

function staleLines(texts: DocumentTexts, upTo = LINES.length): readonly number[] {
  return Array.from({ length: upTo }, (_, index) => index + 1).filter((line) =>
    texts.isStale({ document: 'page', lines: [line, line] }),
  );
}

describe('quote', () => {
  it('gives the cited lines, first and last included', () => {
    const texts = read(LINES.join('\n'));
    expect(texts.quote({ document: 'page', lines: [2, 4] })).toBe(LINES.slice(1).join('\n'));
    expect(texts.quote({ document: 'page', lines: [1, 1] })).toBe('# A page');
    expect(texts.quote({ document: 'page', lines: [3, 3] })).toBe('');
  });

  it('has nothing where the text or the document is not', () => {
    const texts = read(LINES.join('\n'));
    expect(texts.quote({ document: 'page', lines: [5, 6] })).toBeUndefined();
    expect(texts.quote({ document: 'other', lines: [1, 1] })).toBeUndefined();
  });
});

describe('isStale', () => {
  it.each([
    ['as it was', LINES.join('\n')],
    ['with a newline at its end', `${LINES.join('\n')}\n`],
    ['with the line ends of another system', LINES.join('\r\n')],
  ])('finds no line of a text %s', (_, now) => {
    expect(staleLines(read(now))).toEqual([]);
  });

  it('finds the line in which one byte changed, and no other', () => {
    const texts = read(LINES.join('\n').replace('nobody', 'nobodY'));
    expect(staleLines(texts)).toEqual([2]);
    expect(texts.isStale({ document: 'page', lines: [1, 3] })).toBe(true);
    expect(texts.isStale({ document: 'page', lines: [3, 4] })).toBe(false);
  });

  it('finds what moved when a line came in between', () => {
    expect(staleLines(read(['new', ...LINES].join('\n')))).toEqual([1, 2, 3, 4]);
  });

  it('finds a cited line that is gone', () => {
    expect(staleLines(read(`${LINES.slice(0, 3).join('\n')}\n`))).toEqual([4]);
  });
});

describe('readDocumentTexts', () => {
  it('names the file that is not there', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'digests.json'), '{}');
    const reading = () => readDocumentTexts(folder, [folder], [PAGE]);
    expect(reading).toThrow(UserError);
    expect(reading).toThrow(`${folder} holds no file "page.txt"`);
  });
});
