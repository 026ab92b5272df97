import type { KeyStream } from './key-stream.ts';

/** What stays in a filler: elements and entities of HTML, and the scheme of an address. */
const KEPT = /<\/?[a-zA-Z][a-zA-Z0-9]*|&(?:#x?[0-9a-fA-F]+|[a-zA-Z]+);|https?:\/\//y;

/** A text of the same length in which each letter and digit is another one of its class; all else stays. */
export function fillText(text: string, stream: KeyStream): string {
  const parts: string[] = [];
  for (let at = 0; at < text.length; ) {
    KEPT.lastIndex = at;
    const kept = KEPT.exec(text)?.[0];
    const part = kept ?? String.fromCodePoint(text.codePointAt(at) ?? 0);
    parts.push(kept ?? fillCharacter(part, stream));
    at += part.length;
  }
  return parts.join('');
}

export function fillCharacter(character: string, stream: KeyStream): string {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x80) return fillForeign(character, code, stream);
  if (/[0-9]/.test(character)) return String.fromCharCode(48 + stream.below(10));
  if (/[a-z]/.test(character)) return String.fromCharCode(97 + stream.below(26));
  return /[A-Z]/.test(character) ? String.fromCharCode(65 + stream.below(26)) : character;
}

/** Letters of one alphabet stand together, so one of the same class is found in the neighbourhood. */
const NEIGHBOURHOOD = 64;
const CLASSES = [/^\p{Lu}$/u, /^\p{Ll}$/u, /^\p{Lo}$/u, /^\p{N}$/u, /^\p{Extended_Pictographic}$/u];
const neighbours = new Map<string, readonly string[]>();

function fillForeign(character: string, code: number, stream: KeyStream): string {
  const kind = CLASSES.findIndex((pattern) => pattern.test(character));
  const pattern = CLASSES[kind];
  if (pattern === undefined) return character;
  const from = code - (code % NEIGHBOURHOOD);
  const id = `${kind}/${from}`;
  const found =
    neighbours.get(id) ??
    Array.from({ length: NEIGHBOURHOOD }, (_, index) => String.fromCodePoint(from + index)).filter((one) =>
      pattern.test(one),
    );
  neighbours.set(id, found);
  return found[stream.below(found.length)] ?? character;
}
