import { HTML_ENTITIES } from './html-entities.ts';

/** A text with its escapes undone. Character `i` comes from `starts[i]` up to `starts[i + 1]` of the original. */
export interface Unfolded {
  readonly text: string;
  readonly starts: Uint32Array;
}

/** How deep escapes may lie in escapes: JSON in a text in JSON in a page. */
export const DEEPEST = 4;

const ESCAPE =
  /\\u([0-9a-f]{4})|\\u\{([0-9a-f]{1,6})\}|\\x([0-9a-f]{2})|%u([0-9a-f]{4})|%([0-9a-f]{2})|&#x0*([0-9a-f]{1,6});?|&#0*([0-9]{1,7});?|&([a-z][a-z0-9]{1,15});/iy;

/** What a backslash and one character mean; the commonest escapes by far. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ...['"', "'", '`', '/', '\\'].map((character) => [character, character] as const),
  ...([
    ['b', '\b'],
    ['f', '\f'],
    ['n', '\n'],
    ['r', '\r'],
    ['t', '\t'],
  ] as const),
]);

interface Escape {
  readonly length: number;
  readonly character: string;
}

/**
 * Undoes one layer of the escapes of JSON, of URLs and of HTML, wherever they stand; undefined where there are none.
 * Percent escapes become one character a byte.
 */
export function unfold(text: string): Unfolded | undefined {
  const starts = new Uint32Array(text.length + 1);
  let length = 0;
  const unfolded = unfoldText(text, (from, to, escapes) => {
    if (escapes === undefined) for (let at = from; at < to; at += 1, length += 1) starts[length] = at;
    // Of a pair of surrogates the second half takes no room of its own.
    else for (let half = 0; half < escapes; half += 1, length += 1) starts[length] = half === 0 ? from : to;
  });
  if (unfolded === undefined) return undefined;
  starts[length] = text.length;
  return { text: unfolded, starts: starts.subarray(0, length + 1) };
}

/** Told of each part of the original in its order; of an escape, with how many characters it means. */
type OnPart = (from: number, to: number, escapes: number | undefined) => void;

/** The same without the places, which take most of the time. */
export function unfoldText(text: string, onPart: OnPart = () => {}): string | undefined {
  const parts: string[] = [];
  let done = 0;
  for (const { index } of text.matchAll(/[\\%&]/g)) {
    const found = index < done ? undefined : escapeAt(text, index);
    if (found === undefined) continue;
    parts.push(text.slice(done, index), found.character);
    onPart(done, index, undefined);
    done = index + found.length;
    onPart(index, done, found.character.length);
  }
  if (done === 0) return undefined;
  parts.push(text.slice(done));
  onPart(done, text.length, undefined);
  return parts.join('');
}

/** The next layer of what was unfolded from an original, whose places it keeps. */
export function unfoldDeeper(text: string, outer?: Unfolded): Unfolded | undefined {
  const layer = unfold(text);
  if (layer === undefined || outer === undefined) return layer;
  return { text: layer.text, starts: layer.starts.map((at) => outer.starts[at] ?? 0) };
}

function escapeAt(text: string, at: number): Escape | undefined {
  const short = text.charAt(at) === '\\' ? SHORT.get(text.charAt(at + 1)) : undefined;
  if (short !== undefined) return { length: 2, character: short };
  ESCAPE.lastIndex = at;
  const match = ESCAPE.exec(text);
  const character = match === null ? undefined : meant(match);
  return match === null || character === undefined ? undefined : { length: match[0].length, character };
}

function meant(match: RegExpExecArray): string | undefined {
  const [, unicode, braced, byte, wide, percent, hex, decimal, name] = match;
  if (name !== undefined) return HTML_ENTITIES.get(name);
  const digits = unicode ?? braced ?? byte ?? wide ?? percent ?? hex;
  const code = digits === undefined ? Number(decimal) : Number.parseInt(digits, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
