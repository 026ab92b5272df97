/** A text that must not be found in what is written, in one of its encodings. */
export interface Needle {
  readonly text: string;
  /** What stands in its place. */
  readonly shown: string;
  /** Base64 shares characters with its neighbours; those that hold a part of it go with it. */
  readonly shares?: { readonly before: boolean; readonly after: boolean };
  /** Only where it is a word of its own. */
  readonly isWord: boolean;
}

/** Where a needle was found; `to` is exclusive. */
export interface Hit {
  readonly from: number;
  readonly to: number;
  readonly shown: string;
}

/** What is found by fewer characters is found everywhere. */
export const SHORTEST_NEEDLE = 4;

/** So many that the needles of thousands of people leave most of them empty. */
const GRAMS = 1 << 21;

/** Finds any of many needles in one pass: only where four characters in a row begin one of them is it compared. */
export class Needles {
  readonly #begins = new Uint8Array(GRAMS);
  readonly #byGram = new Map<number, Needle[]>();
  readonly #known = new Set<string>();
  #longest = 0;

  get longest(): number {
    return this.#longest;
  }

  add(needle: Needle): void {
    const { text } = needle;
    if (text.length < SHORTEST_NEEDLE || this.#known.has(text)) return;
    this.#known.add(text);
    this.#longest = Math.max(this.#longest, text.length);
    const gram = gramOf(pairAt(text, 0), pairAt(text, 2));
    this.#begins[gram] = 1;
    const alike = this.#byGram.get(gram) ?? [];
    alike.push(needle);
    // The longest first: of one that begins with another no tail may be left.
    this.#byGram.set(
      gram,
      alike.toSorted((left, right) => right.text.length - left.text.length),
    );
  }

  find(text: string): readonly Hit[] {
    const hits: Hit[] = [];
    const begins = this.#begins;
    const last = this.#longest === 0 ? -1 : text.length - SHORTEST_NEEDLE;
    // Bytes are read several times as fast as characters.
    const bytes = Buffer.from(text, 'utf16le');
    const units = new Uint16Array(bytes.buffer, bytes.byteOffset, text.length);
    // Two characters each; of the next place they are one further, so that each character is read once.
    let first = pairAt(text, 0);
    let second = pairAt(text, 2);
    for (let at = 0, free = 0; at <= last; at += 1) {
      const gram = gramOf(first, second);
      if (begins[gram] === 1 && at >= free) {
        const needle = this.#byGram.get(gram)?.find((one) => stands(one, text, at));
        if (needle !== undefined) {
          const hit = hitOf(needle, text, at);
          hits.push(hit);
          free = hit.to;
        }
      }
      first = (first >>> 16) | (second << 16);
      second = (second >>> 16) | ((units[at + 4] ?? 0) << 16);
    }
    return hits;
  }
}

function pairAt(text: string, at: number): number {
  return text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16);
}

function gramOf(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 11;
}

const WORD = /[\p{L}\p{N}]/u;

function stands({ text: wanted, isWord }: Needle, text: string, at: number): boolean {
  if (!text.startsWith(wanted, at)) return false;
  if (!isWord) return true;
  const before = text.charAt(at - 1);
  return !WORD.test(before) && !WORD.test(text.charAt(at + wanted.length));
}

function hitOf({ text: wanted, shown, shares }: Needle, text: string, at: number): Hit {
  const end = at + wanted.length;
  if (shares === undefined) return { from: at, to: end, shown };
  const from = shares.before && isBase64(text.charAt(at - 1)) ? at - 1 : at;
  const to = shares.after && isBase64(text.charAt(end)) ? end + 1 : end;
  return { from, to, shown };
}

function isBase64(character: string): boolean {
  return /^[A-Za-z0-9+/_-]$/.test(character);
}
