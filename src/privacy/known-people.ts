import { isRunMark } from '../model/run-mark.ts';
import { type Detected, detectEscaped, isNobodys, replaceDetected } from './detect-personal.ts';
import { encodedForms } from './encoded-forms.ts';
import { joined, replaceAt, replaceHidden } from './find-hidden.ts';
import { Needles, SHORTEST_NEEDLE } from './needles.ts';
import type { PersonalKind } from './personal-kind.ts';
import { Pseudonyms } from './pseudonyms.ts';

/** A shorter text is as likely somebody else's. */
const SHORTEST_TEXT = 16;

/** Two words, or a letter without cases: not all such scripts part words by blanks. */
const FREE_TEXT = /\p{L}\s+\p{L}|\p{Lo}/u;

/** Everybody whom a run has come across, and by what they go. In memory only. */
export class KnownPeople {
  readonly #pseudonyms = new Pseudonyms();
  readonly #byValue = new Map<string, string>();
  readonly #index = new Needles();
  readonly #scanned = new Needles();
  readonly #words: ReadonlySet<string>;
  readonly #own: ReadonlySet<string>;

  /** `own` are the texts that we send ourselves; `words` are those of what the product says. */
  constructor(words: ReadonlySet<string>, own: ReadonlySet<string>) {
    this.#words = words;
    this.#own = own;
  }

  /** The pseudonym of a value of that kind, which is known from now on wherever it stands. */
  meet(kind: PersonalKind, value: string): string {
    if (kind === 'none' || this.#own.has(value) || isNobodys(value) || isRunMark(value)) return value;
    const known = this.#byValue.get(value);
    if (known !== undefined) return known;
    const pseudonym = this.#pseudonyms.of(kind, value);
    if (pseudonym === value) return value;
    this.#byValue.set(value, pseudonym);
    this.#remember(kind, value, pseudonym);
    return pseudonym;
  }

  #remember(kind: PersonalKind, value: string, pseudonym: string): void {
    const parts = kind === 'name' ? value.split(/\s+/) : [];
    if (parts.length > 1) for (const part of parts) this.meet('name', part);
    if (value.length < (kind === 'text' ? SHORTEST_TEXT : SHORTEST_NEEDLE) || this.#words.has(value)) return;
    const forms = encodedForms(value, pseudonym, kind === 'name' || kind === 'phone');
    for (const form of forms) this.#index.add(form);
    // A nickname in small letters could be any word of a report.
    if (kind !== 'name' || /\P{Ll}/u.test(value)) for (const form of forms) this.#scanned.add(form);
  }

  /**
   * The pseudonym of what somebody may have written, in a field of which nobody tells what it holds. It is not looked for
   * elsewhere: it may as well be a sentence of the vendor's.
   */
  suspect(value: string): string {
    return FREE_TEXT.test(value) && !this.#words.has(value) && !isRunMark(value)
      ? this.#pseudonyms.of('text', value)
      : value;
  }

  /** The value itself where it is somebody's, else with everybody replaced who is known in it or looks like one. */
  replaceIn(text: string): string {
    if (this.#pseudonyms.isOne(text)) return text;
    const whole = this.#byValue.get(text);
    // A short name is a name only where names are told.
    if (whole !== undefined && text.length >= SHORTEST_NEEDLE && !this.#words.has(text)) return whole;
    const known = replaceHidden(text, this.#index, inEncodingOf);
    const plain = replaceDetected(known, (found) => this.#detected(found));
    const hits = detectEscaped(plain).map((found) => ({ ...found, shown: this.#detected(found) }));
    return replaceAt(plain, joined(hits), inEncodingOf);
  }

  /** The pseudonym of a value that was met as a whole, however short it is. */
  knownAs(text: string): string | undefined {
    return this.#byValue.get(text);
  }

  #detected({ kind, value }: Detected): string {
    return this.#pseudonyms.isOne(value) ? value : this.meet(kind, value);
  }

  /** What is looked for in whatever is about to be written. */
  get scanned(): Needles {
    return this.#scanned;
  }
}

/** Where percent escapes stood, they stand again. */
function inEncodingOf(shown: string, raw: string): string {
  return /%[0-9a-f]{2}/i.test(raw) ? encodeURIComponent(shown) : shown;
}
