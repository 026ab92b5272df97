import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/model/json.ts';
import { levelOf } from '../../src/model/source.ts';
import { requiredFieldsOf } from '../../src/schema/required-fields.ts';
import { operationOf, specOf } from '../fixtures/committed-suite.ts';
import { from, inventSpec, sourceOf, thereBy } from '../fixtures/invented-spec.ts';

function required(id: string, body: Json): Readonly<Record<string, string>> {
  const operation = operationOf(id);
  return Object.fromEntries(
    requiredFieldsOf(specOf(operation.vendor), operation, body).map(({ pointer, presence }) => [
      pointer,
      `${presence.lines.join('-')} ${levelOf(presence.strength)}`,
    ]),
  );
}

describe('requiredFieldsOf', () => {
  it('finds what a chat message needs at both of its levels', () => {
    const message = { type: 'message', message: 'Hey', translateLangKey: 'fr' };
    expect(required('acquire.addChatMessage', { caseId: 1, message })).toEqual({
      '/caseId': '53-53 must',
      '/message': '71-75 must',
      '/message/type': '9-9 must',
      '/message/message': '9-9 must',
    });
  });

  it('finds what a chat message needs when it is written in the other ways the page can be read', () => {
    expect(
      Object.keys(required('acquire.addChatMessage', { caseId: 1, type: 'message', message: 'Hey' })),
    ).toEqual(['/caseId', '/type', '/message']);
    const inside = { caseId: 1, type: 'message', message: 'Hey' };
    expect(Object.keys(required('acquire.addChatMessage', { message: inside }))).toEqual([
      '/message',
      '/message/caseId',
      '/message/type',
      '/message/message',
    ]);
  });

  it('finds neither of two members of which one is enough', () => {
    expect(required('acquire.inviteAgent', { caseId: 22, department: [2], agentIds: [1] })).toEqual({
      '/caseId': '23-23 must',
    });
  });

  it('finds the last of them when it is alone', () => {
    expect(required('acquire.inviteAgent', { caseId: 22, agentIds: [1] })).toEqual({
      '/caseId': '23-23 must',
      '/agentIds': '7-7 must',
    });
  });

  it('finds nothing required of what the document leaves open', () => {
    const fields = required('rocketchat.registerDepartment', {
      department: {
        enabled: true,
        showOnRegistration: true,
        name: 'n',
        email: 'e',
        showOnOfflineForm: true,
        description: 'd',
      },
      agents: [{ agentId: 'a', count: 0, order: 0 }],
    });
    expect(Object.keys(fields).toSorted()).toEqual([
      '/department',
      '/department/email',
      '/department/enabled',
      '/department/name',
      '/department/showOnOfflineForm',
      '/department/showOnRegistration',
    ]);
    expect(new Set(Object.values(fields).map((text) => text.split(' ')[1]))).toEqual(new Set(['must']));
  });

  it('tells nothing of a body that is itself not as documented', () => {
    expect(required('acquire.inviteAgent', { caseId: true, agentIds: [1] })).toEqual({});
  });

  it('tells nothing of an operation without a documented body', () => {
    const operation = { ...operationOf('acquire.inviteAgent'), requestSchemaPointer: undefined };
    expect(requiredFieldsOf(specOf('acquire'), operation, { caseId: 1, agentIds: [1] })).toEqual([]);
  });

  it('rests on what states the presence, not on what states the type', () => {
    const request = {
      type: 'object',
      ...from(5, 'stated'),
      required: ['name'],
      properties: { name: { type: 'string', ...from(6, 'stated'), ...thereBy(7, 'inferred') } },
    };
    const spec = inventSpec({ type: 'object', ...from(4) }, { request });
    const [operation] = spec.operations;
    if (operation === undefined) throw new Error('no operation');
    expect(requiredFieldsOf(spec, operation, { name: 'a' })).toEqual([
      { pointer: '/name', presence: sourceOf(7, 'inferred') },
    ]);
  });
});
