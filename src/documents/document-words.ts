import { createHash } from 'node:crypto';

/** A word or a mark of a document, and the line it stands on, from 1. */
export interface Word {
  readonly text: string;
  readonly line: number;
  /** Does anything stand between it and the word before? */
  readonly isApart: boolean;
}

/** Digests of the words of one document, an array for each of its lines. */
export type WordDigests = readonly (readonly string[])[];

/** Words and marks in the order of the text; how it is broken into lines and how it is indented makes no difference. */
export function wordsOf(text: string): readonly Word[] {
  return plain(text)
    .split('\n')
    .flatMap((line, index) =>
      [...line.matchAll(WORD)].map(([word], place, all) => {
        const before = all[place - 1];
        const isApart = before === undefined || before.index + before[0].length < (all[place]?.index ?? 0);
        return { text: word, line: index + 1, isApart };
      }),
    );
}

const WORD = /[\p{L}\p{N}_$]+|[^\s]/gu;

/** Without markup and typography that a publishing system changes without anybody meaning anything by it. */
function plain(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(MARKUP, ' ')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/[\u2018\u2019\u201b]/g, "'")
    .replaceAll(/[\u201c\u201d\u201f]/g, '"')
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll('\u2026', '...');
}

/** Tags of texts, and what draws the headings, rules and tables of Markdown; a mark such as * stays. */
const MARKUP =
  /<\/?(?:a|b|br|code|em|i|li|mark|p|span|strong|td|th|tr|ul)\b[^>]*>|^#+ |-{3,}|\||\\(?=[*_])/gm;

/**
 * Three hexadecimal digits of a word's SHA-256: enough to find a passage again, and too few to tell its words, which
 * are the vendor's.
 */
export function wordDigest(word: string): string {
  return createHash('sha256').update(word).digest('hex').slice(0, 3);
}

export function digestWords(text: string, lines: number): WordDigests {
  const words = wordsOf(text);
  return Array.from({ length: lines }, (_, index) =>
    words.filter(({ line }) => line === index + 1).map((word) => wordDigest(word.text)),
  );
}
