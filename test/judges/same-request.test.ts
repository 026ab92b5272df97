// An answer may only be held against a contract when it answers the contract's own request.
import { describe, expect, it } from 'vitest';
import { type AskedRequest, requestDifference } from '../../src/judges/contract/same-request.ts';
import type { SentRequest } from '../../src/model/exchange.ts';

const SENT: SentRequest = {
  method: 'POST',
  path: '/things/a%2Fb',
  query: [
    ['b', '2'],
    ['a', '1 2'],
  ],
  headers: [],
  body: { text: '{"name":"a","no":1}' },
};
const ASKED: AskedRequest = {
  method: 'POST',
  url: '/things/a%2Fb?a=1+2&b=2',
  body: '{"name":"a","no":1}',
};

const difference = (sent: Partial<SentRequest>, asked: Partial<AskedRequest> = {}) =>
  requestDifference({ ...SENT, ...sent }, { ...ASKED, ...asked });

describe('the same request', () => {
  it.each<readonly [string, Partial<SentRequest>, Partial<AskedRequest>]>([
    ['is the very one', {}, {}],
    ['may escape more of its path', { path: '/%74hings/a%2fb' }, {}],
    ['may order its query otherwise', { query: [...SENT.query].reverse() }, {}],
    ['may order its members otherwise', { body: { text: '{ "no": 1, "name": "a" }' } }, {}],
    ['may have no body', { body: undefined }, { body: '' }],
    ['may have a body that is no JSON', { body: { text: 'a=1' } }, { body: 'a=1' }],
    ['may have a body that is no text', { body: { base64: 'YT0x' } }, { body: 'a=1' }],
  ])('%s', (_, sent, asked) => {
    expect(difference(sent, asked)).toBeUndefined();
  });
});

describe('another request', () => {
  it.each<readonly [string, Partial<SentRequest>, string]>([
    ['method', { method: 'PUT' }, "the method that was sent (PUT) is not the contract's (POST)"],
    [
      'path',
      { path: '/things/a/b' },
      "the path that was sent (/things/a/b) is not the contract's (/things/a%2Fb)",
    ],
    [
      'query',
      { query: [['a', '1 2']] },
      'the query that was sent ([["a","1 2"]]) is not the contract\'s ([["a","1 2"],["b","2"]])',
    ],
    [
      'value of its query',
      { query: [...SENT.query.slice(0, 1), ['a', '12']] },
      'the query that was sent ([["a","12"],["b","2"]]) is not the contract\'s ([["a","1 2"],["b","2"]])',
    ],
    [
      'body',
      { body: { text: '{"name":"b","no":1}' } },
      'the body that was sent ({"name":"b","no":1}) is not the contract\'s ({"name":"a","no":1})',
    ],
    [
      'body that is no JSON',
      { body: { text: 'a=1' } },
      'the body that was sent (a=1) is not the contract\'s ({"name":"a","no":1})',
    ],
    [
      'body, in that it has none',
      { body: undefined },
      'the body that was sent () is not the contract\'s ({"name":"a","no":1})',
    ],
  ])('has another %s, and shows both', (_, sent, words) => {
    expect(difference(sent)).toBe(words);
  });
});
