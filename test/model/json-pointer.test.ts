import { describe, expect, it } from 'vitest';
import {
  escapeToken,
  jsonEqual,
  locate,
  pointerMatches,
  tokensOf,
  typeOf,
  valueAt,
} from '../../src/model/json-pointer.ts';

/** The document and the pointers of RFC 6901, section 5. */
const DOCUMENT = {
  foo: ['bar', 'baz'],
  '': 0,
  'a/b': 1,
  'c%d': 2,
  'e^f': 3,
  'g|h': 4,
  'i\\j': 5,
  'k"l': 6,
  ' ': 7,
  'm~n': 8,
};

describe('valueAt', () => {
  it.each([
    ['', DOCUMENT],
    ['/foo', ['bar', 'baz']],
    ['/foo/0', 'bar'],
    ['/', 0],
    ['/a~1b', 1],
    ['/c%d', 2],
    ['/e^f', 3],
    ['/g|h', 4],
    ['/i\\j', 5],
    ['/k"l', 6],
    ['/ ', 7],
    ['/m~0n', 8],
  ])('finds what RFC 6901 shows at "%s"', (pointer, value) => {
    expect(valueAt(DOCUMENT, pointer)).toEqual(value);
  });

  it.each(['/nowhere', '/foo/2', '/foo/-', '/foo/01', '/foo/0/1', '/toString', '/foo/length'])(
    'finds nothing at "%s"',
    (pointer) => {
      expect(valueAt(DOCUMENT, pointer)).toBeUndefined();
    },
  );

  it('tells a null from nothing', () => {
    expect(valueAt({ a: null }, '/a')).toBeNull();
  });
});

describe('pointer tokens', () => {
  it('undo the escapes in the order that keeps "~01" a tilde and a one', () => {
    expect(tokensOf('/~01/~10')).toEqual(['~1', '/0']);
  });

  it.each(['a/b', 'm~n', '~1', '/~', '', 'plain'])('come back from "%s" escaped', (token) => {
    expect(tokensOf(`/${escapeToken(token)}`)).toEqual([token]);
  });
});

describe('locate', () => {
  const value = { users: [{ id: 1 }, { id: 2 }, { name: 'x' }], map: { 'a/b': { id: 3 } } };

  it('stands * for every member of a list, with the pointer of each', () => {
    expect(locate(value, '/users/*/id')).toEqual([
      { pointer: '/users/0/id', value: 1 },
      { pointer: '/users/1/id', value: 2 },
    ]);
  });

  it('stands * for every member of an object, with its key escaped', () => {
    expect(locate(value, '/map/*/id')).toEqual([{ pointer: '/map/a~1b/id', value: 3 }]);
  });

  it('finds the whole at the empty pattern, and nothing of nothing', () => {
    expect(locate('x', '')).toEqual([{ pointer: '', value: 'x' }]);
    expect(locate(undefined, '')).toEqual([]);
    expect(locate('x', '/*')).toEqual([]);
  });
});

describe('pointerMatches', () => {
  it.each([
    ['/a/0/b', '/a/*/b', true],
    ['/a/0/b', '/a/0/b', true],
    ['/a/0/c', '/a/*/b', false],
    ['/a/0', '/a/*/b', false],
    ['/a/0/b/c', '/a/*/b', false],
  ])('%s at %s: %s', (pointer, pattern, matches) => {
    expect(pointerMatches(pointer, pattern)).toBe(matches);
  });
});

describe('JSON values', () => {
  it.each([
    [null, 'null'],
    [true, 'boolean'],
    [1, 'integer'],
    [-0, 'integer'],
    [1e3, 'integer'],
    [1.5, 'number'],
    ['1', 'string'],
    [[], 'array'],
    [{}, 'object'],
  ] as const)('the type of %j is %s', (value, type) => {
    expect(typeOf(value)).toBe(type);
  });

  it.each([
    [{ a: 1, b: [2] }, { b: [2], a: 1 }, true],
    [[1, 2], [2, 1], false],
    [{ a: 1 }, { a: 1, b: 1 }, false],
    [{ a: 1 }, { b: 1 }, false],
    [1, '1', false],
    [null, {}, false],
    [[], {}, false],
    [{ a: null }, {}, false],
  ] as const)('%j equals %j: %s', (left, right, equal) => {
    expect(jsonEqual(left, right)).toBe(equal);
  });
});
