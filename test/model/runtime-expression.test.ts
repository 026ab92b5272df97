import { describe, expect, it } from 'vitest';
import {
  type ExpressionScope,
  evaluateExpression,
  isRuntimeExpression,
  pathParameters,
} from '../../src/model/runtime-expression.ts';

const SCOPE: ExpressionScope = {
  method: 'POST',
  path: '/chats/a%2F1/users/x',
  pathTemplate: '/chats/{id}/users/{user}',
  query: [
    ['contactId', '597759'],
    ['x-user-type', 'user'],
  ],
  requestHeaders: [['x-user-id', 'u1']],
  requestBody: { caseId: 22, agentIds: [1, 11], agents: [{ agentId: 'a' }, { agentId: 'b' }], 'a/b': true },
  status: 200,
  responseHeaders: [['location', '/there']],
  responseBody: { referenceId: 35, nothing: null },
};

describe('evaluateExpression', () => {
  it.each([
    ['$request.body#/caseId', 22],
    ['$request.body#/agentIds', [1, 11]],
    ['$request.body#/agents/*/agentId', ['a', 'b']],
    ['$request.body#/a~1b', true],
    ['$request.body', SCOPE.requestBody],
    ['$request.query.contactId', '597759'],
    ['$request.query.x-user-type', 'user'],
    ['$request.path.id', 'a/1'],
    ['$request.path.user', 'x'],
    ['$request.header.X-User-Id', 'u1'],
    ['$response.body#/referenceId', 35],
    ['$response.body#/nothing', null],
    ['$response.header.Location', '/there'],
  ])('%s', (expression, value) => {
    expect(evaluateExpression(expression, SCOPE)).toEqual(value);
  });

  it.each([
    '$request.body#/nowhere',
    '$request.body#/nobody/*/id',
    '$request.query.nothing',
    '$request.query',
    '$request.path.other',
    '$request.header.authorization',
    '$response.header.x-user-id',
    'caseId',
  ])('%s has no value', (expression) => {
    expect(evaluateExpression(expression, SCOPE)).toBeUndefined();
  });

  it('has no value in a body that did not come', () => {
    expect(evaluateExpression('$response.body#/id', { ...SCOPE, responseBody: undefined })).toBeUndefined();
  });

  it('has no path parameter when the path is of another template', () => {
    const scope = { ...SCOPE, pathTemplate: '/me/chats/{id}/users/{user}' };
    expect(evaluateExpression('$request.path.id', scope)).toBeUndefined();
  });
});

describe('isRuntimeExpression', () => {
  it.each([
    ['$request.body#/a', true],
    ['$response.header.x', true],
    ['$url', false],
    ['$request.cookie.x', false],
    ['request.body#/a', false],
  ])('%s: %s', (text, is) => {
    expect(isRuntimeExpression(text)).toBe(is);
  });
});

describe('pathParameters', () => {
  it('decodes each value', () => {
    expect(pathParameters('/a/{x}/b/{y}', '/a/1%2F2/b/%C3%A9')).toEqual({ x: '1/2', y: 'é' });
  });

  it('keeps what cannot be decoded as it is', () => {
    expect(pathParameters('/a/{x}', '/a/100%')).toEqual({ x: '100%' });
  });

  it('has none where the template has none', () => {
    expect(pathParameters('/a', '/a')).toEqual({});
  });

  it.each([
    ['/a/{x}', '/a'],
    ['/a/{x}', '/a/1/2'],
    ['/a/{x}', '/b/1'],
    ['/a/{x}', '/A/1'],
  ])('%s does not fit %s', (template, path) => {
    expect(pathParameters(template, path)).toBeUndefined();
  });
});
