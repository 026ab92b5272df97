import { encodedForms } from './encoded-forms.ts';
import { replaceHidden } from './find-hidden.ts';
import { Needles, SHORTEST_NEEDLE } from './needles.ts';
import { secretParts } from './secret-parts.ts';

/** Up to this length it takes a word of its own to be sure in a whole report that it is the secret. */
const LONG = 8;
/** What may be a word; an id made of letters alone is longer. */
const ORDINARY = /^[\p{L}_-]{1,15}$/u;

/** What stands in place of a secret, in what was masked before: it hides one and is none. */
const SHOWN = /^\[secret:[^[\]]*\]$/;

/** Every secret of a run, its parts and what answers have shown of sessions. In memory only. */
export class KnownSecrets {
  readonly #masked = new Needles();
  readonly #scanned = new Needles();
  /** Too short, or too ordinary a word, to be replaced inside of other texts. */
  readonly #whole = new Map<string, string>();
  readonly #words: ReadonlySet<string>;
  readonly #seen = new Set<string>();
  readonly #warnings = new Set<string>();

  /** `words` are those of what the product itself says: they stand in every report. */
  constructor(words: ReadonlySet<string>) {
    this.#words = words;
  }

  get warnings(): readonly string[] {
    return [...this.#warnings];
  }

  /** `shown` is what stands in its place. */
  add(secret: string, shown: string): void {
    if (this.#seen.has(secret) || SHOWN.test(secret)) return;
    this.#seen.add(secret);
    for (const part of secretParts(secret)) this.#addPart(part, shown);
  }

  #addPart(part: string, shown: string): void {
    if (part.length < SHORTEST_NEEDLE || this.#isOrdinary(part)) {
      if (!this.#whole.has(part)) this.#whole.set(part, shown);
      this.#warnings.add(
        `${shown} is so short, or so ordinary a word, that it is replaced only where it is a whole value`,
      );
      return;
    }
    for (const needle of encodedForms(part, shown, false)) this.#masked.add(needle);
    for (const needle of encodedForms(part, shown, part.length < LONG)) this.#scanned.add(needle);
  }

  #isOrdinary(part: string): boolean {
    return this.#words.has(part) && ORDINARY.test(part);
  }

  /** With every secret replaced, in whatever encoding it stands. */
  mask(text: string): string {
    const whole = this.#isOrdinary(text) ? undefined : this.#whole.get(text);
    return whole ?? replaceHidden(text, this.#masked);
  }

  /** Likewise at a place for secrets, where also an ordinary word is one. */
  maskCredential(text: string): string {
    const bare = /^((?:basic|bearer|token|digest)\s+)(\S.*)$/i.exec(text);
    const whole = this.#whole.get(text);
    if (whole !== undefined) return whole;
    const inner = this.#whole.get(bare?.[2] ?? '');
    return inner === undefined ? this.mask(text) : `${bare?.[1] ?? ''}${inner}`;
  }

  /** What is looked for in whatever is about to be written. */
  get scanned(): Needles {
    return this.#scanned;
  }
}
