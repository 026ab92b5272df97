import { describe, expect, it } from 'vitest';
import { maskJson, maskText } from '../../src/model/mask-text.ts';

const KEY = { secret: 'k-123456', shown: '[secret:apiKey]' };

describe('maskText', () => {
  it('replaces every occurrence', () => {
    expect(maskText('Bearer k-123456, again k-123456', [KEY])).toBe(
      'Bearer [secret:apiKey], again [secret:apiKey]',
    );
  });

  it('takes a secret as text, not as a pattern', () => {
    const mask = { secret: 'a.b$(c', shown: '$&[x]' };
    expect(maskText('a.b$(c and axb$(c', [mask])).toBe('$&[x] and axb$(c');
  });

  it('leaves no tail of a secret that begins with another one', () => {
    const short = { secret: 'user', shown: '[a]' };
    const long = { secret: 'user-token-9', shown: '[b]' };
    expect(maskText('user-token-9 user', [short, long])).toBe('[b] [a]');
  });

  it('does not look for what would be found in the middle of words', () => {
    expect(maskText('an abc', [{ secret: 'abc', shown: '[x]' }])).toBe('an abc');
    expect(maskText('an abcd', [{ secret: 'abcd', shown: '[x]' }])).toBe('an [x]');
  });
});

describe('maskJson', () => {
  it('reaches keys and members at every depth and leaves the rest as it is', () => {
    const value = { list: ['k-123456', 1, null, { 'k-123456': true }], text: 'the key is k-123456.' };
    expect(maskJson(value, [KEY])).toEqual({
      list: ['[secret:apiKey]', 1, null, { '[secret:apiKey]': true }],
      text: 'the key is [secret:apiKey].',
    });
  });
});
