import { describe, expect, it } from 'vitest';
import type { InteractionRequest } from '../../src/model/interaction.ts';
import { namesIn, wantedValues } from '../../src/model/wanted-values.ts';
import { buildRequest } from '../../src/plan/build-request.ts';
import { inject } from '../../src/plan/inject-state.ts';

describe('inject', () => {
  it.each([
    [22, 22],
    ['22', '22'],
    [true, true],
    [
      [1, 11],
      [1, 11],
    ],
    [{ a: 1 }, { a: 1 }],
    [0, 0],
    ['', ''],
  ] as const)('keeps the type of %j when the expression is nothing but its name', (value, injected) => {
    expect(inject(`\${value}`, { value })).toEqual(injected);
  });

  it('makes text of what stands within a text', () => {
    expect(inject(`Bearer \${apiKey}`, { apiKey: 'k1' })).toBe('Bearer k1');
    expect(inject(`\${a}-\${b}/\${a}`, { a: 1, b: 'x' })).toBe('1-x/1');
    expect(inject(`is \${flag}`, { flag: false })).toBe('is false');
  });

  it('takes a value as it is, whatever it looks like', () => {
    expect(inject(`Bearer \${apiKey}`, { apiKey: `$& \${other}`, other: 'no' })).toBe(`Bearer $& \${other}`);
  });

  it('leaves a text without names alone', () => {
    expect(inject('plain $ {text}', {})).toBe('plain $ {text}');
  });
});

describe('namesIn', () => {
  it('finds every name', () => {
    expect(namesIn(`/a/\${x}/b/\${y}`)).toEqual(['x', 'y']);
    expect(namesIn('nothing')).toEqual([]);
  });
});

describe('wantedValues', () => {
  it('takes the example of a whole value as it is', () => {
    const injections = [{ at: 'body#/agentIds', expression: `\${agentIds}`, example: [1, 11, 26] }];
    expect(wantedValues(injections)).toEqual({ agentIds: [1, 11, 26] });
  });

  it('takes of an example text what stands in the place of the name', () => {
    const injections = [
      { at: 'header.Authorization', expression: `Bearer \${apiKey}`, example: 'Bearer 0a1b' },
      { at: 'path', expression: `/api/v2/me/chats/\${chatId}`, example: '/api/v2/me/chats/0000Na' },
      { at: 'body#/targetUri', expression: `\${base}/users/u1`, example: 'http://h/users/u1' },
    ];
    expect(wantedValues(injections)).toEqual({ apiKey: '0a1b', chatId: '0000Na', base: 'http://h' });
  });

  it('takes the whole example where the expression does not fit it', () => {
    const injections = [{ at: 'header.x', expression: `Bearer \${apiKey}`, example: 'Basic abc' }];
    expect(wantedValues(injections)).toEqual({ apiKey: 'Basic abc' });
  });
});

const REQUEST: InteractionRequest = {
  method: 'POST',
  path: '/chats/documented',
  query: [
    ['contactId', '597759'],
    ['x-user-type', 'user'],
  ],
  headers: [
    ['Authorization', 'Bearer documented'],
    ['Content-Type', 'application/json'],
  ],
  body: { caseId: 22, agentIds: [1], note: 'as is' },
  injections: [
    { at: 'path', expression: `/chats/\${chatId}`, example: '/chats/documented' },
    { at: 'query.contactId', expression: `\${contactId}`, example: '597759' },
    { at: 'header.Authorization', expression: `Bearer \${apiKey}`, example: 'Bearer documented' },
    { at: 'body#/caseId', expression: `\${caseId}`, example: 22 },
    { at: 'body#/agentIds', expression: `\${agentIds}`, example: [1] },
  ],
};
const VALUES = { chatId: 'c1', contactId: 7, apiKey: 'k1', caseId: 40, agentIds: [5, 6] };

describe('buildRequest', () => {
  it('puts each value in its place, in its type, and leaves the rest', () => {
    expect(buildRequest(REQUEST, VALUES)).toEqual({
      method: 'POST',
      path: '/chats/c1',
      query: [
        ['contactId', '7'],
        ['x-user-type', 'user'],
      ],
      headers: [
        ['Authorization', 'Bearer k1'],
        ['Content-Type', 'application/json'],
      ],
      body: '{"caseId":40,"agentIds":[5,6],"note":"as is"}',
    });
  });

  it.each([
    ['a/b', 'a%2Fb'],
    ['x?y#z', 'x%3Fy%23z'],
    ['ü 1', '%C3%BC%201'],
    ['100%', '100%25'],
  ])('encodes %s in a path, so that it stays one segment', (chatId, encoded) => {
    expect(buildRequest(REQUEST, { ...VALUES, chatId }).path).toBe(`/chats/${encoded}`);
  });

  it('sends no body where the contract has none', () => {
    const request = { ...REQUEST, body: undefined, injections: [] };
    expect(buildRequest(request, VALUES).body).toBeUndefined();
  });
});
