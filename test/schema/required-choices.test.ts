// Members of which one is enough.
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../src/model/json.ts';
import type { RequiredChoice } from '../../src/model/operation.ts';
import { requiredChoicesOf } from '../../src/schema/required-choices.ts';
import { operationOf, specOf } from '../fixtures/committed-suite.ts';
import { from, inventSpec } from '../fixtures/invented-spec.ts';

const ONE_OF_TWO = { anyOf: [{ required: ['phone'] }, { required: ['mail'] }], ...from(5, 'stated') };

function choicesOf(branch: JsonObject, body: Json): readonly RequiredChoice[] {
  const names = { phone: { type: 'string', ...from(3) }, mail: { type: 'string', ...from(4) } };
  const request = { type: 'object', ...from(3, 'stated'), properties: names, allOf: [branch] };
  const spec = inventSpec({ type: 'object' }, { request });
  const [operation] = spec.operations;
  if (operation === undefined) throw new Error('the invented spec has no operation');
  return requiredChoicesOf(spec, operation, body);
}

describe('a choice', () => {
  it('is of the members that the body has, and rests on its own lines', () => {
    expect(choicesOf(ONE_OF_TWO, { phone: '1', mail: 'a' })).toMatchObject([
      { pointers: ['/phone', '/mail'], presence: { lines: [5, 5], strength: 'stated' } },
    ]);
  });

  it.each([
    ['only one of them is there: it is a required field', ONE_OF_TWO, { phone: '1' }],
    ['there is no body', ONE_OF_TWO, null],
    [
      'a branch says something else',
      { anyOf: [{ required: ['phone'] }, { properties: {} }], ...from(5) },
      { phone: '1', mail: 'a' },
    ],
    [
      'a branch wants two at once',
      { anyOf: [{ required: ['phone', 'mail'] }, { required: ['mail'] }], ...from(5) },
      { phone: '1', mail: 'a' },
    ],
  ])('is none where %s', (_, branch, body) => {
    expect(choicesOf(branch, body)).toEqual([]);
  });

  it('of agents and departments is stated on line 7', () => {
    const operation = operationOf('acquire.inviteAgent');
    const body = { caseId: 22, department: [2, 3, 4], agentIds: [1, 11, 26] };
    expect(requiredChoicesOf(specOf('acquire'), operation, body)).toMatchObject([
      { pointers: ['/agentIds', '/department'], presence: { lines: [7, 7], strength: 'stated' } },
    ]);
  });
});
