/** One line of a text, still as bytes, and where it stands. */
export interface TextLine {
  readonly bytes: Buffer;
  /** From 1. */
  readonly number: number;
  readonly byte: number;
  /** The text ended without ending the line. */
  readonly isOpen: boolean;
}

const NEWLINE = 0x0a;
const NOTHING = Buffer.alloc(0);

/** The lines of a text while it is read; one that is longer than `most` bytes comes as an empty one. */
export async function* textLines(chunks: AsyncIterable<Buffer>, most: number): AsyncGenerator<TextLine> {
  let parts: Buffer[] = [];
  let held = 0;
  let number = 1;
  let byte = 0;
  const line = (isOpen: boolean): TextLine => {
    const [first = NOTHING, ...others] = held > most ? [] : parts;
    const bytes = others.length === 0 ? first : Buffer.concat(parts);
    return { bytes, number, byte, isOpen };
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      parts.push(chunk.subarray(from, end));
      held += end - from;
      yield line(false);
      byte += held + 1;
      [parts, held, from] = [[], 0, end + 1];
      number += 1;
    }
    held += chunk.length - from;
    if (held <= most) parts.push(chunk.subarray(from));
    else parts = [];
  }
  if (held > 0) yield line(true);
}
