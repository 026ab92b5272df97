import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/model/json.ts';
import { locate } from '../../src/model/json-pointer.ts';
import { isOwnNotification } from '../../src/model/notification-matching.ts';
import type { Echo } from '../../src/model/operation.ts';
import { brokenRelations, sameFact } from '../../src/model/relation-holds.ts';
import type { ExpressionScope } from '../../src/model/runtime-expression.ts';
import { operationOf } from '../fixtures/committed-suite.ts';

function broken(relation: Echo['relation'], at: string, answer: Json, value: Json): readonly string[] {
  const source = { document: 'page', lines: [1, 1], strength: 'shown' } as const;
  const echo: Echo = { at, relation, value: '$request.body#/value', source };
  return brokenRelations(echo, locate(answer, at), value).map(
    ({ pointer, actual }) => `${pointer} ${JSON.stringify(actual)}`,
  );
}

describe('sameFact', () => {
  it.each([
    [1, '1', true],
    ['1', 1, true],
    [1, 1, true],
    [true, 'true', false],
    [null, 'null', false],
    [{ a: 1 }, { a: 1 }, true],
    ['a', 'A', false],
    [1, '01', false],
  ] as const)('%j and %j: %s', (left, right, same) => {
    expect(sameFact(left, right)).toBe(same);
  });
});

describe('brokenRelations', () => {
  it('of "equals" are the places where something else stands', () => {
    const answer = { users: [{ caseId: 7 }, { caseId: '7' }, { caseId: 8 }, {}] };
    expect(broken('equals', '/users/*/caseId', answer, 7)).toEqual(['/users/2/caseId 8']);
  });

  it('of "ends-with-segment" are the addresses that end in something else', () => {
    const answer = { a: 'http://h/chats/c1', b: 'http://h/chats/xc1', c: 'c1', d: 7, e: 'http://h/c1/' };
    expect(
      ['/a', '/b', '/c', '/d', '/e'].flatMap((at) => broken('ends-with-segment', at, answer, 'c1')),
    ).toEqual(['/b "http://h/chats/xc1"', '/d 7', '/e "http://h/c1/"']);
  });

  it('of "includes-each" are the values that stand nowhere', () => {
    const answer = { data: { '1': { userId: 1 }, '26': { userId: '26' } } };
    expect(broken('includes-each', '/data/*/userId', answer, [1, 11, 26])).toEqual([
      '/data/*/userId [1,"26"]',
    ]);
    expect(broken('includes-each', '/data/*/userId', answer, 1)).toEqual([]);
    expect(broken('includes-each', '/data/*/userId', { data: {} }, [])).toEqual([]);
  });
});

describe('isOwnNotification', () => {
  const { notifications, path } = operationOf('genesys.inviteAgentToChat');
  const scope: ExpressionScope = {
    method: 'POST',
    path: '/api/v2/me/chats/c1',
    pathTemplate: path,
    ...{ query: [], requestHeaders: [], responseHeaders: [] },
    ...{ requestBody: undefined, responseBody: undefined, status: undefined },
  };
  const isOwn = (name: string, data: Json) => {
    const kind = notifications?.kinds.find((candidate) => candidate.name === name);
    return kind !== undefined && isOwnNotification(kind, data, scope);
  };

  it.each([
    ['participantsUpdated', { chat: { id: 'c1' } }, true],
    ['participantsUpdated', { chat: { id: 'c2' } }, false],
    ['newMessages', { chatUri: 'http://h/api/v2/chats/c1' }, true],
    ['newMessages', { chatUri: 'http://h/api/v2/chats/c2' }, false],
    ['inviteFailed', { chat: { id: 'c1' } }, true],
    ['inviteFailed', { chat: { id: 'c2' } }, false],
  ] as const)('%s about %j: %s', (name, data, own) => {
    expect(isOwn(name, data)).toBe(own);
  });

  it('leaves what names no call at all to whoever awaits one', () => {
    expect(isOwn('participantsUpdated', { chat: {} })).toBe(true);
  });

  it('does not go by what only should agree, such as an address or a number', () => {
    expect(isOwn('participantsUpdated', { chat: { id: 'c1', uri: 'http://h/chats/c9' } })).toBe(true);
    expect(isOwn('inviteFailed', { chat: { id: 'c1' }, referenceId: 99 })).toBe(true);
  });
});
