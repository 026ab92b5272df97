import { isPromise } from '../model/promise.ts';
import type { PersonalKind } from './personal-kind.ts';
import { DEEPEST, type Unfolded, unfoldDeeper } from './unfold.ts';

/** Forms that tell by themselves what they are, wherever they stand. */
const FORMS: readonly (readonly [PersonalKind, RegExp])[] = [
  ['mail', /[\p{L}\p{N}.!#$%&'*+/=?^_{|}~-]+@[\p{L}\p{N}](?:[\p{L}\p{N}-]*\.)+[\p{L}]{2,}/gu],
  ['phone', /(?<![\p{L}\p{N}+])\+[1-9](?:[ ().-]{0,2}\d){7,14}(?!\d)/gu],
  // A version of four numbers has the same form; what stands before it tells.
  [
    'ip',
    /(?<![\d.]|version\W{0,6})(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.]*\d)/gi,
  ],
  ['ip', /(?<![\p{L}\p{N}:.])(?:[0-9a-f]{1,4}:){2,7}(?::?[0-9a-f]{1,4}){1,6}(?![\p{L}\p{N}:])/giu],
];

export interface Detected {
  readonly kind: PersonalKind;
  readonly value: string;
}

/** Nobody's: what is reserved for examples, for this machine and for documentation. */
const NOBODYS = [
  /@(?:[^@]*\.)?(?:example\.(?:com|net|org)|example|invalid|localhost)$/i,
  /^(?:127\.|0\.0\.0\.0$|192\.0\.2\.|198\.51\.100\.|203\.0\.113\.)|^2001:db8:/i,
];
/** Numbers kept for fiction, and those of a country code that no country has; pseudonyms are of these. */
const FICTIONAL = /^(?:\+|00)(?:1\d{3}55501\d{2}|447700900\d{3}|999\d+)$/;

export function isNobodys(value: string): boolean {
  const isFictional = NOBODYS.some((pattern) => pattern.test(value)) || FICTIONAL.test(digitsOf(value));
  return isFictional || isPromise(value);
}

function digitsOf(value: string): string {
  return value.replaceAll(/[ ().-]/g, '');
}

/** The cheapest sign of any of the forms. */
const SIGN = /[@+:]|\d\.\d/;

/** Replaces what looks like a mail address, a phone number or an IP address. */
export function replaceDetected(text: string, replace: (found: Detected) => string): string {
  if (!SIGN.test(text)) return text;
  return FORMS.reduce(
    (changed, [kind, pattern]) =>
      changed.replaceAll(pattern, (value) =>
        isNobodys(value) || isTime(value) ? value : replace({ kind, value }),
      ),
    text,
  );
}

export interface DetectedAt extends Detected {
  readonly from: number;
  readonly to: number;
}

/** What shows the forms only once escapes are undone, and where it stands, escapes and all. */
export function detectEscaped(text: string): readonly DetectedAt[] {
  const found: DetectedAt[] = [];
  let layer: Unfolded | undefined = unfoldDeeper(text);
  for (let depth = 1; layer !== undefined && depth <= DEEPEST; depth += 1) {
    found.push(...detectIn(layer));
    layer = unfoldDeeper(layer.text, layer);
  }
  return found;
}

function detectIn({ text, starts }: Unfolded): readonly DetectedAt[] {
  if (!SIGN.test(text)) return [];
  return FORMS.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].flatMap(({ 0: value, index }): readonly DetectedAt[] => {
      const [from = 0, to = 0] = [starts[index], starts[index + value.length]];
      const isPlain = to - from === value.length;
      return isPlain || isNobodys(value) || isTime(value) ? [] : [{ kind, value, from, to }];
    }),
  );
}

/** Hours, minutes and seconds look like the end of an IP address. */
function isTime(value: string): boolean {
  return /^\d{1,2}(?::\d{2}){1,2}(?:[.:]\d+)?$/.test(value);
}
