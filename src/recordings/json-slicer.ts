/** One object of a big JSON text, still as text, and where it stands. */
export interface Slice {
  readonly kind: 'slice';
  /** Name of the member that it is, or of the list that it is in. */
  readonly key: string;
  /** Its place in the list, from 1; 0 of a member. */
  readonly number: number;
  readonly text: string;
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
const OPENING: ReadonlySet<number> = new Set([0x7b, 0x5b]);
const BRACE = 0x7b;
const CLOSING: ReadonlySet<number> = new Set([0x7d, 0x5d]);
/** In `{ "log": { "creator": {…}, "entries": [ {…} ] } }` members have this depth, and the objects of their lists the next. */
const MEMBER = 3;

/**
 * Cuts the objects out of a text like that while it is read, and holds no more of it than one of them. It minds
 * quotation marks and brackets only: what is cut out is for `JSON.parse`, which is many times quicker than parsers that
 * work bit by bit, and whose complaint about one object spares the next.
 */
export class JsonSlicer {
  readonly #most: number;
  /** From the mark on: what must not be let go of yet. */
  #buffer: Buffer = Buffer.alloc(0);
  #at = 0;
  #mark = 0;
  /** Of the buffer's first byte in the whole text. */
  #offset = 0;
  #line = 1;
  #depth = 0;
  #isInText = false;
  #name = '';
  #list: { readonly key: string; number: number } | undefined;
  #slice: { readonly key: string; readonly number: number; readonly depth: number; line: number } | undefined;
  #breach: Breach | undefined;

  /** `most`: bytes of one object. */
  constructor(most: number) {
    this.#most = most;
  }

  /** What the chunk completes. After a breach nothing more comes. */
  *add(chunk: Buffer): Generator<Slice | Breach> {
    if (this.#breach !== undefined) return;
    this.#take(chunk);
    while (this.#at < this.#buffer.length) {
      const found = this.#isInText ? this.#text() : this.#step();
      if (found !== undefined) yield found;
      if (this.#breach !== undefined) return;
    }
    if (this.#buffer.length - this.#mark > this.#most)
      yield this.#break(`an entry is larger than ${this.#most} bytes`);
  }

  /** To be asked at the end of the text. */
  end(): Breach | undefined {
    if (this.#breach !== undefined || (this.#depth === 0 && !this.#isInText)) return undefined;
    const { key, number } = this.#slice ?? { key: '', number: 0 };
    return this.#break(
      number === 0 ? 'the file breaks off' : `the file breaks off in number ${number} of "${key}"`,
    );
  }

  #take(chunk: Buffer): void {
    const held = this.#buffer.subarray(this.#mark);
    this.#offset += this.#mark;
    this.#at -= this.#mark;
    this.#mark = 0;
    this.#buffer = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
  }

  /** To the end of a text. Its beginning is held, so that the backslashes before its end can be counted. */
  #text(): undefined {
    const end = this.#buffer.indexOf(QUOTE, this.#at);
    if (end < 0) {
      this.#at = this.#buffer.length;
      return;
    }
    this.#at = end + 1;
    let backslashes = 0;
    while (this.#buffer[end - 1 - backslashes] === BACKSLASH) backslashes += 1;
    if (backslashes % 2 === 1) return;
    this.#isInText = false;
    if (this.#slice !== undefined) return;
    if (this.#depth === MEMBER - 1) this.#name = this.#buffer.toString('utf8', this.#mark + 1, end);
    this.#mark = this.#at;
  }

  #step(): Slice | Breach | undefined {
    const byte = this.#buffer[this.#at] ?? 0;
    if (this.#slice === undefined) this.#mark = this.#at;
    this.#at += 1;
    if (byte === QUOTE) this.#isInText = true;
    else if (byte === NEWLINE) this.#line += 1;
    else if (OPENING.has(byte)) this.#open(byte);
    else if (CLOSING.has(byte)) return this.#close();
    return undefined;
  }

  #open(byte: number): void {
    this.#depth += 1;
    if (this.#slice !== undefined) return;
    const isList = byte !== BRACE;
    if (this.#depth === MEMBER && isList) this.#list = { key: this.#name, number: 0 };
    if (isList) return;
    if (this.#depth === MEMBER) this.#begin(this.#name, 0);
    if (this.#depth === MEMBER + 1 && this.#list !== undefined) {
      this.#list.number += 1;
      this.#begin(this.#list.key, this.#list.number);
    }
  }

  #begin(key: string, number: number): void {
    this.#slice = { key, number, depth: this.#depth, line: this.#line };
  }

  #close(): Slice | Breach | undefined {
    if (this.#depth === 0) return this.#break('a bracket closes what was never opened');
    const slice = this.#slice;
    const isWhole = slice !== undefined && this.#depth === slice.depth;
    this.#depth -= 1;
    if (this.#depth === MEMBER - 1) this.#list = undefined;
    if (!isWhole) return undefined;
    const { key, number, line } = slice;
    const text = this.#buffer.toString('utf8', this.#mark, this.#at);
    const byte = this.#offset + this.#mark;
    this.#slice = undefined;
    this.#mark = this.#at;
    return { kind: 'slice', key, number, text, line, byte };
  }

  #break(reason: string): Breach {
    const byte = this.#offset + this.#mark;
    this.#breach = { kind: 'breach', line: this.#slice?.line ?? this.#line, byte, reason };
    return this.#breach;
  }
}
