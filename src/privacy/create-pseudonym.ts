import { fillText } from './fill-text.ts';
import type { KeyStream } from './key-stream.ts';
import type { PersonalKind } from './personal-kind.ts';

const MAIL = /^[^\s@<>"]+@[^\s@<>"]+$/;

/** Of very short names there are too few to give everybody one that nobody bears. */
const SHORT = 4;
const PADDED = 5;

/** What stands for a value of one kind; of the same form, and nobody's. */
export function createPseudonym(kind: PersonalKind, value: string, stream: KeyStream): string {
  switch (kind) {
    case 'mail':
      return MAIL.test(value) ? mail(value, stream) : fillText(value, stream);
    case 'phone':
      return phone(value, stream);
    case 'ip':
      return ip(value, stream);
    case 'url':
      return url(value, stream);
    case 'name':
      return fillText(value.length < SHORT ? value.padEnd(PADDED, 'x') : value, stream);
    case 'text':
    case 'address':
    case 'agent':
      return fillText(value, stream);
    case 'none':
      return value;
    default:
      return kind satisfies never;
  }
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

function letters(count: number, stream: KeyStream): string {
  return Array.from({ length: count }, () => LETTERS[stream.below(26)] ?? 'x').join('');
}

/** Lengths of a local part that are told apart; 64 is the longest there is (RFC 5321, 4.5.3.1.1). */
const LENGTH_CLASSES = [8, 16, 32, 64];

/** An address under a domain that is reserved for examples (RFC 2606). */
function mail(value: string, stream: KeyStream): string {
  const local = value.indexOf('@');
  const length = LENGTH_CLASSES.find((most) => local <= most) ?? local;
  return `${letters(length, stream)}@${letters(6, stream)}.example.com`;
}

/**
 * A number with the digits where they were. Of the numbers kept for fiction: 555-01xx in North America and 07700
 * 900xxx in Britain; where a country keeps none, its code is 999, which no country has (ITU-T E.164).
 */
function phone(value: string, stream: KeyStream): string {
  const prefix = /^\s*00/.test(value) ? '00' : '';
  const digits = value.replaceAll(/\D/g, '').slice(prefix.length);
  const isFull = prefix !== '' || /^\s*\+/.test(value);
  const body = isFull ? international(digits, stream) : national(digits, stream);
  let at = -1;
  return fillText(value, stream).replaceAll(/\d/g, () => {
    at += 1;
    return `${prefix}${body}`.charAt(at);
  });
}

function international(number: string, stream: KeyStream): string {
  if (/^1\d{10}$/.test(number))
    return `1${2 + stream.below(8)}${digitsOf(2, stream)}55501${digitsOf(2, stream)}`;
  if (/^44\d{10}$/.test(number)) return `447700900${digitsOf(3, stream)}`;
  return `999${digitsOf(Math.max(number.length - 3, 0), stream)}`;
}

function national(number: string, stream: KeyStream): string {
  return number.startsWith('0') ? `0${digitsOf(number.length - 1, stream)}` : digitsOf(number.length, stream);
}

function digitsOf(count: number, stream: KeyStream): string {
  return Array.from({ length: count }, () => stream.below(10)).join('');
}

/** Networks kept for documentation (RFC 5737, RFC 3849). */
const TEST_NETWORKS = ['192.0.2', '198.51.100', '203.0.113'];

function ip(value: string, stream: KeyStream): string {
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(value))
    return `${TEST_NETWORKS[stream.below(3)] ?? '192.0.2'}.${1 + stream.below(254)}`;
  const group = () => stream.below(0x10000).toString(16);
  return value.includes(':') ? `2001:db8::${group()}:${group()}:${group()}` : fillText(value, stream);
}

function url(value: string, stream: KeyStream): string {
  const [, scheme, rest] = /^([a-z][a-z0-9+.-]*:\/\/)[^/?#]*(.*)$/is.exec(value) ?? [];
  if (scheme === undefined || rest === undefined) return fillText(value, stream);
  // Escapes stay escapes.
  const filled = rest
    .split(/(%[0-9a-f]{2})/i)
    .map((part, index) => (index % 2 ? '%20' : fillText(part, stream)));
  return `${scheme}${letters(8, stream)}.example.com${filled.join('')}`;
}
