import { randomBytes } from 'node:crypto';
import { createPseudonym } from './create-pseudonym.ts';
import { keyStream } from './key-stream.ts';
import type { PersonalKind } from './personal-kind.ts';

const ATTEMPTS = 40;
const WORDS = /([\p{L}\p{M}\p{N}'’]+)/u;

/** The same value has the same pseudonym throughout a run, no two have one, and no other run has it. */
export class Pseudonyms {
  readonly #key = randomBytes(32);
  readonly #byValue = new Map<string, string>();
  readonly #taken = new Set<string>();

  /** Has it been given out as a pseudonym? */
  isOne(text: string): boolean {
    return this.#taken.has(text);
  }

  of(kind: PersonalKind, value: string): string {
    if (kind === 'none' || this.#taken.has(value) || !isTelling(kind, value)) return value;
    const known = this.#byValue.get(value);
    if (known !== undefined) return known;
    // Word by word, so that a first name is the same in a full one.
    const words = kind === 'name' ? value.split(WORDS) : [];
    const pseudonym =
      words.length > 3
        ? words.map((word, at) => (at % 2 ? this.of('name', word) : word)).join('')
        : this.#fresh(kind, value);
    this.#byValue.set(value, pseudonym);
    this.#taken.add(pseudonym);
    return pseudonym;
  }

  #fresh(kind: PersonalKind, value: string): string {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const found = createPseudonym(kind, value, keyStream(this.#key, `${kind}${attempt}`, value));
      if (found !== value && !this.#taken.has(found)) return found;
    }
    // All of its length are taken: rather longer than somebody else's.
    const stream = keyStream(this.#key, `${kind}+`, value);
    return `${createPseudonym(kind, value, stream)}${createPseudonym('text', `x${this.#taken.size}`, stream)}`;
  }
}

/** Nothing is told of anybody by blanks, by a name without letters or by a number of fewer digits than a phone has. */
function isTelling(kind: PersonalKind, value: string): boolean {
  if (kind === 'phone') return value.replaceAll(/\D/g, '').length >= 5;
  return (kind === 'text' ? /[\p{L}\p{N}]/u : /\p{L}|[.:]\d/u).test(value);
}
