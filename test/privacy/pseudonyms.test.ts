import { describe, expect, it } from 'vitest';
import { Pseudonyms } from '../../src/privacy/pseudonyms.ts';

const one = new Pseudonyms();

describe('a pseudonym', () => {
  it.each([
    ['mail', 'ann.lee@bank.test', /^[a-z]{8}@[a-z]{6}\.example\.com$/],
    ['mail', 'not an address', /^[a-z]{3} [a-z]{2} [a-z]{7}$/],
    ['phone', '+1 (212) 867-5309', /^\+1 \([2-9]\d{2}\) 555-01\d{2}$/],
    ['phone', '+447911123456', /^\+447700900\d{3}$/],
    ['phone', '+49 1511 2345678', /^\+99 9\d{3} \d{7}$/],
    ['phone', '0301234567', /^0\d{9}$/],
    ['ip', '84.17.3.2', /^(?:192\.0\.2|198\.51\.100|203\.0\.113)\.\d{1,3}$/],
    ['ip', '2a02:8071::1', /^2001:db8::[0-9a-f:]+$/],
    ['name', "Zoë O'Hara", /^[A-Z]\p{Ll}[^\p{ASCII}][a-z]{2} [A-Z]'[A-Z][a-z]{3}$/u],
    ['name', 'Иван', /^\p{Lu}\p{Ll}{3}$/u],
    ['text', '<p>Call me at 9!</p>', /^<p>[A-Z][a-z]{3} [a-z]{2} [a-z]{2} \d!<\/p>$/],
    [
      'url',
      'https://cdn.bank.test/u/ann.png?s=1',
      /^https:\/\/[a-z]{8}\.example\.com\/[a-z]\/[a-z]{3}\.[a-z]{3}\?[a-z]=\d$/,
    ],
  ] as const)('of a %s has its form: %s', (kind, value, form) => {
    const pseudonym = one.of(kind, value);
    expect(pseudonym).toMatch(form);
    expect(pseudonym).not.toBe(value);
    expect(one.of(kind, value)).toBe(pseudonym);
    expect(one.of(kind, pseudonym)).toBe(pseudonym);
  });

  it.each(['', ' ', '#597752'])('is not needed by %j', (value) => expect(one.of('name', value)).toBe(value));

  it('of a first name is the same in a full name', () => {
    expect(one.of('name', 'Marianne Vogelmann').split(' ')).toEqual([
      one.of('name', 'Marianne'),
      one.of('name', 'Vogelmann'),
    ]);
  });

  it('is nobody else’s, however few there are of its length', () => {
    const names = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at));
    expect(new Set(names.map((name) => one.of('name', name))).size).toBe(26);
  });

  it('is another one in another run', () => {
    expect(new Pseudonyms().of('name', 'Marianne Vogelmann')).not.toBe(one.of('name', 'Marianne Vogelmann'));
  });
});
