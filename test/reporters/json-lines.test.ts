import { describe, expect, it } from 'vitest';
import { jsonLines } from '../../src/reporters/json-lines.ts';

function print(text: string): string | undefined {
  return jsonLines(text)
    ?.map(({ depth, key, text: value }) => `${'  '.repeat(depth)}${key === '' ? '' : `${key}: `}${value}`)
    .join('\n');
}

describe('jsonLines', () => {
  it.each([
    { data: { '1': { userId: 1, online: true, sent: true } } },
    { department: [2, 3, 4], empty: {}, none: [], text: 'a "quoted", {braced} \\ text', nothing: null },
    [[[]], [{}], [1, [2]]],
    'text',
    14,
  ])('prints like JSON.stringify: %j', (value) => {
    expect(print(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2));
  });

  it('keeps numbers, escapes and doubled keys as they were written', () => {
    expect(print(String.raw`{"a":2.0,"id":12345678901234567890,"a":"\u0041"}`)).toBe(
      '{\n  "a": 2.0,\n  "id": 12345678901234567890,\n  "a": "\\u0041"\n}',
    );
  });

  it('tells the pointer of each value', () => {
    const lines = jsonLines('{"data":{"a/b":[1,{"~":2}]},"x":[]}') ?? [];
    expect(lines.map(({ pointer }) => pointer).filter((pointer) => pointer !== undefined)).toEqual([
      '',
      '/data',
      '/data/a~1b',
      '/data/a~1b/0',
      '/data/a~1b/1',
      '/data/a~1b/1/~0',
      '/x',
    ]);
  });

  it.each(['', '{', "{'a': 1}", '{"a":1}x', 'undefined'])('refuses %j', (text) => {
    expect(jsonLines(text)).toBeUndefined();
  });
});
