import widthOf from 'fast-string-width';

/**
 * Lines no wider than `width` columns of a screen. A word that does not fit is parted behind one of its own signs, so
 * that of a long name whole parts can be read, and cut only where it has none.
 */
export function wrapText(text: string, width: number): readonly string[] {
  const limit = Math.max(8, width);
  if (widthOf(text) <= limit) return [text];
  return fill(
    text.split(' ').flatMap((word) => partWord(word, limit)),
    ' ',
    limit,
  ).map((line) => line.trimEnd());
}

/** A command that can still be pasted: a shell joins lines that end in a backslash. */
export function wrapCommand(command: string, width: number): readonly string[] {
  const limit = Math.max(8, width - CONTINUED.length);
  // An option stays with its value where there is room.
  const parts = command.split(/ (?=--)/u);
  const pieces = parts.flatMap((part) => (widthOf(part) <= limit ? [part] : part.split(' ')));
  const lines = fill(pieces, ' ', limit);
  return lines.map((line, index) => (index === lines.length - 1 ? line : line + CONTINUED));
}

const CONTINUED = ' \\';

/** As many pieces to a line as there is room for. */
function fill(pieces: readonly string[], between: string, limit: number): readonly string[] {
  const lines: string[] = [];
  let line: string | undefined;
  for (const piece of pieces) {
    const longer: string = line === undefined ? piece : line + between + piece;
    if (line !== undefined && widthOf(longer) > limit) lines.push(line);
    line = line !== undefined && widthOf(longer) > limit ? piece : longer;
  }
  return line === undefined ? lines : [...lines, line];
}

/** Behind these signs a name goes on with its next part; the weightier ones first. */
const PARTS = [/(?<=[/#?&])/u, /(?<=[.,:;=_-])/u] as const;

function partWord(word: string, limit: number): readonly string[] {
  const parts = PARTS.reduce<readonly string[]>(
    (pieces, sign) => pieces.flatMap((piece) => (widthOf(piece) <= limit ? [piece] : piece.split(sign))),
    [word],
  );
  return fill(
    parts.flatMap((part) => (widthOf(part) <= limit ? [part] : cut(part))),
    '',
    limit,
  );
}

const SIGNS = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A word of that length is no language, and the segmenter keeps a copy of all of it with each sign. */
const ENDLESS = 2000;

/** Single signs as a reader sees them. */
function cut(part: string): readonly string[] {
  if (part.length > ENDLESS) return [...part];
  return [...SIGNS.segment(part)].map(({ segment }) => segment);
}
