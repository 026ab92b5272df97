import type { Needle } from './needles.ts';

/** Fewer characters of base64 are found by chance in any long token. */
const SHORTEST_BASE64 = 6;

/**
 * A text as it can be met where no escape tells so: as bytes, with plus for blank, in UTF-16, in hexadecimal, and in
 * base64 wherever it begins. Escapes of single characters are undone by who looks.
 */
export function encodedForms(text: string, shown: string, isWord: boolean): readonly Needle[] {
  const bytes = Buffer.from(text, 'utf8');
  const hex = bytes.toString('hex');
  const byByte = bytes.toString('latin1');
  const withPlus = [text, byByte].map((form) => form.replaceAll(' ', '+'));
  const plain = [text, byByte, ...withPlus, [...text].join('\0')];
  return [
    ...plain.map((form) => ({ text: form, shown, isWord })),
    ...[hex, hex.toUpperCase()].map((form) => ({ text: form, shown, isWord: false })),
    ...[bytes, Buffer.from(text, 'latin1')].flatMap((form) => base64Forms(form, shown)),
  ];
}

/** Base64 of it after no byte, one and two: only the characters that hold nothing else. */
function base64Forms(bytes: Buffer, shown: string): readonly Needle[] {
  return [0, 1, 2].flatMap((offset) => {
    const whole = Buffer.concat([Buffer.alloc(offset), bytes]);
    const from = Math.ceil((offset * 8) / 6);
    const to = Math.floor((whole.length * 8) / 6);
    const shares = { before: offset > 0, after: whole.length % 3 > 0 };
    return (['base64', 'base64url'] as const)
      .map((alphabet) => whole.toString(alphabet).slice(from, to))
      .filter((text) => text.length >= SHORTEST_BASE64)
      .map((text) => ({ text, shown, shares, isWord: false }));
  });
}
