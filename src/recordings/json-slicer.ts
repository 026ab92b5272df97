/** One object of a big JSON text, still as bytes, and where it stands. */
export interface Slice {
  readonly kind: 'slice';
  /** Name of the member that it is, or of the list that it is in. */
  readonly key: string;
  /** Its place in the list, from 1; 0 of a member. */
  readonly number: number;
  readonly bytes: Buffer;
  readonly line: number;
  readonly byte: number;
}

/** Where a text stops being what can be cut up. */
export interface Breach {
  readonly kind: 'breach';
  readonly line: number;
  readonly byte: number;
  readonly reason: string;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const NEWLINE = 0x0a;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
/** In `{ "log": { "creator": {…}, "entries": [ {…} ] } }` members have this depth, and the objects of their lists the next. */
const MEMBER = 3;

/** By byte: how much deeper it leads. */
const DEEPER = new Int8Array(256);
DEEPER[OPEN_BRACE] = 1;
DEEPER[OPEN_BRACKET] = 1;
DEEPER[CLOSE_BRACE] = -1;
DEEPER[CLOSE_BRACKET] = -1;

/** Where the text that goes on at `from` ends; behind the end of the chunk where it does not. */
function endOfText(chunk: Buffer, from: number): number {
  let at = from;
  while (at < chunk.length) {
    const byte = chunk[at];
    if (byte === QUOTE) break;
    // What is escaped may be in the chunk to come: then it is passed there.
    at += byte === BACKSLASH ? 2 : 1;
  }
  return at;
}

/** An object that has begun and is not whole yet. */
interface OpenSlice extends Omit<Slice, 'kind' | 'bytes'> {
  readonly depth: number;
}

/**
 * Cuts the objects out of a text like that while it is read, and holds no more of it than one of them. It minds
 * quotation marks and brackets only: what is cut out is for `JSON.parse`, which is many times quicker than parsers that
 * work bit by bit, and whose complaint about one object spares the next.
 */
export class JsonSlicer {
  readonly #most: number;
  #chunk: Buffer = Buffer.alloc(0);
  /** In the chunk; behind its end by one where what comes next is escaped. */
  #at = 0;
  /** Of the chunk's first byte in the whole text. */
  #offset = 0;
  /** Where in the chunk begins what must not be let go of, and what of it stood in the chunks before. */
  #mark: number | undefined;
  #parts: Buffer[] = [];
  #held = 0;
  #line = 1;
  #depth = 0;
  #isInText = false;
  #name = '';
  #list: { readonly key: string; number: number } | undefined;
  #slice: OpenSlice | undefined;
  #breach: Breach | undefined;

  /** `most`: bytes of one object. */
  constructor(most: number) {
    this.#most = most;
  }

  /** What the chunk completes. After a breach nothing more comes. */
  *add(chunk: Buffer): Generator<Slice | Breach> {
    this.#chunk = chunk;
    while (this.#at < chunk.length && this.#breach === undefined) {
      const found = this.#slice === undefined ? this.#outside() : this.#inside(this.#slice);
      if (found !== undefined) yield found;
    }
    if (this.#breach !== undefined) return;
    this.#hold();
    if (this.#held > this.#most) yield this.#break(`an entry is larger than ${this.#most} bytes`);
  }

  /** To be asked at the end of the text. */
  end(): Breach | undefined {
    if (this.#breach !== undefined || (this.#depth === 0 && !this.#isInText)) return undefined;
    const { key, number } = this.#slice ?? { key: '', number: 0 };
    return this.#break(
      number === 0 ? 'the file breaks off' : `the file breaks off in number ${number} of "${key}"`,
    );
  }

  #hold(): void {
    const { length } = this.#chunk;
    if (this.#mark !== undefined) {
      this.#parts.push(this.#chunk.subarray(this.#mark));
      this.#held += length - this.#mark;
      this.#mark = 0;
    }
    this.#at -= length;
    this.#offset += length;
  }

  /** From the mark to here; nothing is held any more. */
  #taken(end: number): Buffer {
    const last = this.#chunk.subarray(this.#mark ?? end, end);
    const whole = this.#parts.length === 0 ? last : Buffer.concat([...this.#parts, last]);
    this.#mark = undefined;
    this.#parts = [];
    this.#held = 0;
    return whole;
  }

  /** To the end of the slice, or of the chunk: most of a text is passed here, so nothing else is done on the way. */
  #inside(slice: OpenSlice): Slice | undefined {
    const chunk = this.#chunk;
    const { length } = chunk;
    let at = this.#at;
    let depth = this.#depth;
    let isInText = this.#isInText;
    let line = this.#line;
    while (at < length && depth >= slice.depth) {
      if (isInText) {
        at = endOfText(chunk, at);
        if (at >= length) break;
        isInText = false;
      } else {
        const byte = chunk[at] ?? 0;
        isInText = byte === QUOTE;
        depth += DEEPER[byte] ?? 0;
        if (byte === NEWLINE) line += 1;
      }
      at += 1;
    }
    this.#at = at;
    this.#depth = depth;
    this.#isInText = isInText;
    this.#line = line;
    return depth < slice.depth ? this.#whole(slice) : undefined;
  }

  #whole({ key, number, line, byte }: OpenSlice): Slice {
    this.#slice = undefined;
    return { kind: 'slice', key, number, bytes: this.#taken(this.#at), line, byte };
  }

  /** One byte between slices. */
  #outside(): Breach | undefined {
    const byte = this.#chunk[this.#at];
    this.#at += 1;
    if (this.#isInText) {
      if (byte === BACKSLASH) this.#at += 1;
      else if (byte === QUOTE) this.#endText();
    } else if (byte === QUOTE) this.#beginText();
    else if (byte === NEWLINE) this.#line += 1;
    else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) this.#open(byte === OPEN_BRACKET);
    else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) return this.#close();
    return undefined;
  }

  #beginText(): void {
    this.#isInText = true;
    if (this.#depth === MEMBER - 1) this.#mark = this.#at;
  }

  #endText(): void {
    this.#isInText = false;
    if (this.#depth === MEMBER - 1) this.#name = this.#taken(this.#at - 1).toString('utf8');
  }

  #open(isList: boolean): void {
    this.#depth += 1;
    if (this.#depth === MEMBER && isList) this.#list = { key: this.#name, number: 0 };
    if (isList) return;
    if (this.#depth === MEMBER) this.#begin(this.#name, 0);
    if (this.#depth === MEMBER + 1 && this.#list !== undefined) {
      this.#list.number += 1;
      this.#begin(this.#list.key, this.#list.number);
    }
  }

  #begin(key: string, number: number): void {
    this.#mark = this.#at - 1;
    const byte = this.#offset + this.#mark;
    this.#slice = { key, number, depth: this.#depth, line: this.#line, byte };
  }

  #close(): Breach | undefined {
    if (this.#depth === 0) return this.#break('a bracket closes what was never opened');
    this.#depth -= 1;
    if (this.#depth === MEMBER - 1) this.#list = undefined;
    return undefined;
  }

  #break(reason: string): Breach {
    const { line, byte } = this.#slice ?? {
      line: this.#line,
      byte: this.#offset + Math.max(0, this.#at - 1),
    };
    this.#breach = { kind: 'breach', line, byte, reason };
    return this.#breach;
  }
}
