// What a reading makes of a request, and what it means.
import { describe, expect, it, test } from 'vitest';
import type { Json } from '../../src/model/json.ts';
import { patchRequest, unpatchRequest } from '../../src/model/patch-request.ts';
import type { RequestChange } from '../../src/model/request-change.ts';
import type { RequestInput } from '../../src/model/request-place.ts';

function request(parts: Partial<RequestInput> = {}): RequestInput {
  return { query: [], headers: [], body: undefined, ...parts };
}

const move = (from: string, to: string): RequestChange => ({ kind: 'move', from, to });
const turn = (at: string, into: Extract<RequestChange, { kind: 'turn' }>['into']): RequestChange => ({
  kind: 'turn',
  at,
  into,
});

const FLAT = [move('body#/message/message', 'body#/message'), move('body#/message/type', 'body#/type')];

describe('there and back', () => {
  it.each<readonly [string, readonly RequestChange[], Partial<RequestInput>, Partial<RequestInput>]>([
    ['a name', [move('body#/a', 'body#/b')], { body: { a: [1], c: 2 } }, { body: { c: 2, b: [1] } }],
    [
      'a member that takes the place of what held it',
      FLAT,
      { body: { message: { message: 'hi', type: 'note' } } },
      { body: { message: 'hi', type: 'note' } },
    ],
    [
      'a member into an object',
      [move('body#/a', 'body#/in/a')],
      { body: { a: 1, in: {} } },
      { body: { in: { a: 1 } } },
    ],
    [
      'a body into the query',
      [move('body#/id', 'query.id'), move('body#/ask', 'query.ask')],
      { body: { id: 7, ask: true } },
      {
        query: [
          ['id', '7'],
          ['ask', 'true'],
        ],
      },
    ],
    [
      'a header into the query',
      [move('header.Key', 'query.Key')],
      { headers: [['Key', 'x']] },
      { query: [['Key', 'x']] },
    ],
    ['a number as text', [turn('body#/id', 'text')], { body: { id: 7 } }, { body: { id: '7' } }],
    ['a text in quotation marks', [turn('body#/t', 'quoted')], { body: { t: 'a' } }, { body: { t: '"a"' } }],
    ['a list of one', [turn('body#/l', 'single')], { body: { l: [{ a: 1 }] } }, { body: { l: { a: 1 } } }],
  ])('%s', (_, changes, primary, other) => {
    const patched = patchRequest(request(primary), changes);
    expect(patched).toEqual(request(other));
    expect(unpatchRequest(request(other), changes)).toEqual(request(primary));
  });
});

describe('a request that is the same on the reading', () => {
  it.each<readonly [string, readonly RequestChange[], Json]>([
    ['without the place', FLAT, { id: 1 }],
    ['in that form already', FLAT, { message: 'hi', type: 'note' }],
    ['as text already', [turn('body#/id', 'text')], { id: '7' }],
    ['in quotation marks already', [turn('body#/t', 'quoted')], { t: '"a"' }],
    ['a list of several, of which none is the one', [turn('body#/l', 'single')], { l: [1, 2] }],
    ['a list of one, which is its own first', [turn('body#/l', 'first-member')], { l: [1] }],
    ['an address without a path', [turn('body#/u', 'path')], { u: 'http://localhost' }],
    ['a path already', [turn('body#/u', 'path')], { u: '/users/1' }],
    ['only one of two', [{ kind: 'omit', at: 'body#/a', beside: 'body#/b' }], { a: 1 }],
  ])('is none: %s', (_, changes, body) => {
    expect(patchRequest(request({ body }), changes)).toBeUndefined();
  });
});

test('of two that exclude each other the one that is not meant gives way', () => {
  const changes: readonly RequestChange[] = [{ kind: 'omit', at: 'body#/a', beside: 'body#/b' }];
  const both = request({ body: { a: 1, b: 2 } });
  expect(patchRequest(both, changes)?.body).toEqual({ b: 2 });
  expect(patchRequest(both, changes, 'body#/b/0')?.body).toEqual({ b: 2 });
  expect(patchRequest(both, changes, 'body#/a/0')?.body).toEqual({ a: 1 });
});

test('a copy stands beside the original, and an address loses its host', () => {
  const changes: readonly RequestChange[] = [
    { kind: 'copy', from: 'body#/from', to: 'body#/to', into: 'list' },
    turn('body#/u', 'path'),
  ];
  const sent = request({ body: { from: 'a', to: ['b'], u: 'http://localhost:80/users/1' } });
  expect(patchRequest(sent, changes)?.body).toEqual({ from: 'a', to: ['a'], u: '/users/1' });
});

test('what could have come from two places goes back to the first', () => {
  const changes = [move('query.a', 'header.a'), move('query.-a', 'header.a')];
  expect(unpatchRequest(request({ headers: [['A', 'x']] }), changes)).toEqual(
    request({ query: [['a', 'x']] }),
  );
});
