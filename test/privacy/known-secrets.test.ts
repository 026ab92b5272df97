import { describe, expect, it } from 'vitest';
import { shownIn } from '../../src/privacy/find-hidden.ts';
import { KnownSecrets } from '../../src/privacy/known-secrets.ts';
import { ENCODINGS, SECRET } from './canaries.ts';

const SHOWN = '[secret:apiKey]';
const known = new KnownSecrets(new Set(['message', 'user']));
known.add(SECRET, SHOWN);

const foundIn = ({ scanned }: KnownSecrets, text: string) =>
  shownIn(text, [scanned]).flatMap((shown) => [...shown]);

describe('a secret', () => {
  it.each(Object.entries(ENCODINGS))('is replaced and found in this encoding: %s', (_, encode) => {
    const encoded = encode(SECRET);
    const text = `before(${encoded})after`;
    const masked = known.mask(text);
    expect(masked).toContain(SHOWN);
    expect(masked).not.toContain(encoded);
    // The rests of base64 hold bits of what stood beside it, so only the frame is sure.
    expect(masked).toMatch(/^before\(.{0,8}\[secret:apiKey\].{0,4}\)after$/);
    expect(foundIn(known, text)).toEqual([SHOWN]);
    expect(foundIn(known, masked)).toEqual([]);
  });

  it('is not found where it is not', () => {
    const text = JSON.stringify({ a: '[secret:apiKey]', b: 'cnry', c: 'Key+9' });
    expect(known.mask(text)).toBe(text);
    expect(foundIn(known, text)).toEqual([]);
  });

  it('is not what stands in its place in something that was masked before', () => {
    const masked = new KnownSecrets(new Set());
    masked.add('[secret:authorization]', '[secret:authorization]');
    masked.add('Zq7tulip88Kw', '[secret:other]');
    expect(foundIn(masked, 'Bearer [secret:authorization]')).toEqual([]);
    expect(masked.mask('[secret:authorization], Zq7tulip88Kw')).toBe(
      '[secret:authorization], [secret:other]',
    );
  });

  it('is found across the pieces a large text is looked through in', () => {
    for (const before of [2 ** 20 - 5, 2 ** 20, 2 ** 21 - 1]) {
      const text = `${'x'.repeat(before)}${encodeURIComponent(SECRET)}`;
      expect(foundIn(known, text)).toEqual([SHOWN]);
      expect(known.mask(text)).toBe(`${'x'.repeat(before)}${SHOWN}`);
    }
  });

  it('is found between escapes that lie far apart, and right behind one', () => {
    const far = 'x '.repeat(2000);
    for (const encode of Object.values(ENCODINGS))
      expect(
        foundIn(known, `${far}\\n${far}${JSON.stringify(JSON.stringify(encode(SECRET)))}${far}%20`),
        encode.toString(),
      ).toEqual([SHOWN]);
    const short = new KnownSecrets(new Set());
    short.add('q7z9w1', SHOWN);
    expect(foundIn(short, `${far}\\nq7z9w1\\n${far}`)).toEqual([SHOWN]);
    expect(foundIn(short, `${far}%6Eq7z9w1${far}`)).toEqual([]);
  });

  it('has parts that are secrets as well', () => {
    const basic = new KnownSecrets(new Set());
    basic.add(`Basic ${Buffer.from('agent-smith:pass-w0rd').toString('base64')}`, SHOWN);
    expect(basic.mask('user agent-smith, password pass-w0rd')).toBe(`user ${SHOWN}, password ${SHOWN}`);
  });

  it('that is short or an ordinary word is replaced as a whole value only, and told', () => {
    const weak = new KnownSecrets(new Set(['message', 'user']));
    weak.add('k9', '[secret:pin]');
    weak.add('user', '[secret:name]');
    expect(weak.mask('k9')).toBe('[secret:pin]');
    expect(weak.mask('talk9 user message')).toBe('talk9 user message');
    expect(weak.mask('user')).toBe('user');
    expect(weak.maskCredential('Bearer user')).toBe('Bearer [secret:name]');
    expect(weak.warnings).toHaveLength(2);
    expect(foundIn(weak, 'k9 user')).toEqual([]);
  });
});
