// Ids by counting, apart from every id the documents print.
export type IdSequence = () => number;

export function countFrom(first: number): IdSequence {
  let next = first;
  return () => next++;
}

/** A number in base 36, left-padded with zeros, after a prefix: `paddedId('mockAgent', 7, 17)`. */
export function paddedId(prefix: string, value: number, length: number): string {
  return prefix + value.toString(36).padStart(length - prefix.length, '0');
}

/** A number in upper-case hexadecimal digits of a fixed length. */
export function hexId(value: number, length: number): string {
  return value.toString(16).toUpperCase().padStart(length, '0');
}
