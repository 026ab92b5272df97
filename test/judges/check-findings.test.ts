// Place, what was documented, what came, and how strongly it binds.
import { describe, expect, it } from 'vitest';
import type { ExampleParts } from '../../src/judges/example-subject.ts';
import type { Intent } from '../../src/model/interaction.ts';
import { type Said, sayings } from './check-sayings.ts';

const WITHOUT_NAME: Intent = { kind: 'refused', cause: 'missing-field', field: 'body#/name' };
const RESET = { code: 'ECONNRESET', phase: 'response', message: 'read ECONNRESET' } as const;

describe('a finding about an answer', () => {
  it.each<readonly [string, string, ExampleParts, readonly Said[]]>([
    [
      'error-payload',
      'a mark of failure',
      { text: '{"error":"no"}' },
      [['response.body#/error', 'no mark of failure', '"no" (string)', 'should', 'shown', 1]],
    ],
    [
      'instant-order',
      'a later one that is earlier',
      { text: '{"made":"2024-03-04T09:00:00Z","changed":"2024-03-04T08:00:00Z"}' },
      [
        [
          'response.body#/changed',
          'not before "2024-03-04T09:00:00Z" (string) as /made',
          '"2024-03-04T08:00:00Z" (string)',
          'should',
          'shown',
          1,
        ],
      ],
    ],
    [
      'refusal',
      'another refusal than the documented one',
      { intent: { kind: 'refused', cause: 'no-credentials' }, status: 400 },
      [['response.status', '401', '400', 'must', 'stated', 2]],
    ],
    [
      'refusal',
      'no refusal of what no document refuses',
      { intent: WITHOUT_NAME },
      [
        [
          ...(['response.status', 'a refusal (4xx, or a mark of failure in the body)'] as const),
          ...(['200', 'may', 'stated', 2] as const),
        ],
      ],
    ],
    [
      'request-admission',
      'an answer about the account',
      { status: 403 },
      [
        [
          ...(['response', 'an answer of the operation'] as const),
          ...(['the credentials lack a permission (403)', 'may', 'inferred', 2] as const),
        ],
      ],
    ],
    [
      'response-arrival',
      'a connection that broke',
      { failure: RESET },
      [
        [
          ...(['response', 'an HTTP response'] as const),
          ...([expect.stringContaining('(ECONNRESET: read ECONNRESET)'), 'must', 'stated', 2] as const),
        ],
      ],
    ],
    [
      'response-body-syntax',
      'nothing where something is documented',
      { text: '' },
      [['response.body#', 'a JSON value', 'an empty body', 'must', 'stated', 2]],
    ],
    [
      'response-body-syntax',
      'half a value',
      { text: '{"id":' },
      [['response.body#', 'a JSON value', expect.stringMatching(/JSON/), 'must', 'stated', 2]],
    ],
    [
      'response-content-type',
      'another type',
      { headers: [['content-type', 'text/html; charset=utf-8']] },
      [
        [
          ...(['response.header.content-type', 'application/json'] as const),
          ...(['text/html; charset=utf-8', 'should', 'shown', 1] as const),
        ],
      ],
    ],
    [
      'response-content-type',
      'no type',
      { headers: [] },
      [['response.header.content-type', 'application/json', 'absent', 'should', 'shown', 1]],
    ],
    [
      'response-status',
      'another success',
      { status: 202 },
      [['response.status', '200 or 204', '202', 'must', 'stated', 2]],
    ],
    [
      'response-status',
      'a refusal of what an example allows',
      {
        status: 422,
        intent: {
          ...{ kind: 'accepted', outcome: 'success' },
          variant: { field: 'body#/name', source: { document: 'example', lines: [3, 3], strength: 'shown' } },
        },
      },
      [['response.status', '200 or 204', '422', 'should', 'shown', 3]],
    ],
    [
      'response-status',
      'a server that fails at what an example allows',
      {
        status: 500,
        intent: {
          ...{ kind: 'accepted', outcome: 'success' },
          variant: { field: 'body#/name', source: { document: 'example', lines: [3, 3], strength: 'shown' } },
        },
      },
      [['response.status', '200 or 204', '500', 'must', 'stated', 2]],
    ],
    [
      'value-agreement',
      'two ids',
      { text: '{"id":7,"copy":{"id":8}}' },
      [['response.body#/copy/id', '7 (integer) as /id', '8 (integer)', 'should', 'shown', 1]],
    ],
    [
      'value-agreement',
      'a key and its number',
      { text: '{"parts":{"2":{"no":3}}}' },
      [
        [
          'response.body#/parts/2/no',
          '"2" (string) as the key of the map',
          '3 (integer)',
          'should',
          'shown',
          1,
        ],
      ],
    ],
    [
      'value-echo',
      'another name',
      { requestBody: { name: 'a' }, text: '{"name":"b"}' },
      [
        [
          ...(['response.body#/name', '"a" (string) from $request.body#/name'] as const),
          ...(['"b" (string)', 'should', 'shown', 1] as const),
        ],
      ],
    ],
  ])('of %s names %s', (id, _, parts, said) => {
    expect(sayings(id, parts)).toEqual(said);
  });
});

describe('nothing is found', () => {
  it.each<readonly [string, string, ExampleParts]>([
    [
      'response-content-type',
      'the label is in capitals and has a blank',
      { headers: [['CONTENT-TYPE', 'Application/JSON ; charset=utf-8']] },
    ],
    ['response-status', 'the other documented success comes', { status: 204, text: '' }],
    ['value-echo', 'what was not sent comes all the same', { requestBody: {}, text: '{"name":"b"}' }],
    ['refusal', 'the lowest refusal comes', { intent: WITHOUT_NAME, status: 400 }],
    ['refusal', 'the highest refusal comes', { intent: WITHOUT_NAME, status: 499 }],
    [
      'refusal',
      'a redirect carries a mark of failure',
      { intent: WITHOUT_NAME, status: 304, text: '{"error":"no"}' },
    ],
    ['request-admission', 'no document tells of the answer', { status: 404 }],
  ])('by %s when %s', (id, _, parts) => {
    expect(sayings(id, parts)).toEqual([]);
  });
});
