import { describe, expect, test } from 'vitest';
import type { Json } from '../../src/model/json.ts';
import { valueAt } from '../../src/model/json-pointer.ts';
import { complaints } from './documented-specs.ts';
import { establish, runMock, type Sent, send } from './mock-client.ts';
import { departmentRequest } from './rocketchat-requests.ts';

const OPERATION = 'rocketchat.registerDepartment';
const STATES = ['a user who may manage departments', 'an agent', 'a new department name'];

async function register(change: (sent: Sent) => Sent = (sent) => sent, states: readonly string[] = STATES) {
  const mock = await runMock();
  const values = establish(mock, 'rocketchat', states);
  const answer = await send(mock.baseUrl('rocketchat'), change(departmentRequest(values)));
  return { values, answer };
}

describe('registerDepartment', () => {
  test('answers with the department and its agents', async () => {
    const { values, answer } = await register();
    expect(complaints(OPERATION, answer.status, answer.body)).toEqual([]);
    expect(answer.contentType).toBe('application/json');
    expect(answer.body).toMatchObject({
      department: {
        name: values['departmentName'],
        enabled: false,
        showOnRegistration: true,
        numAgents: 1,
      },
      agents: [{ agentId: values['agentId'], count: 0, order: 0 }],
      success: true,
    });
  });

  test('gives every department an id of its own', async () => {
    const mock = await runMock();
    const values = establish(mock, 'rocketchat', STATES);
    const base = mock.baseUrl('rocketchat');
    const first = await send(base, departmentRequest(values));
    const second = await send(base, departmentRequest(values));
    expect(valueAt(first.body, '/department/_id')).not.toBe(valueAt(second.body, '/department/_id'));
  });

  test('leaves out an agent it does not know', async () => {
    const { answer } = await register((sent) =>
      withMember(sent, 'agents', [{ agentId: 'SQafHvoFPuB57NmBD' }]),
    );
    expect(answer.body).toMatchObject({ department: { numAgents: 0 }, agents: [], success: true });
  });

  test('works without agents', async () => {
    const { answer } = await register((sent) => withMember(sent, 'agents', undefined));
    expect(complaints(OPERATION, answer.status, answer.body)).toEqual([]);
  });
});

describe('refusals are the documented ones', () => {
  const UNAUTHORIZED = { status: 'error', message: 'You must be logged in to do this.' };

  test.each([
    ['no headers', {}],
    ['no user id', { 'X-Auth-Token': 'mockToken' }],
    ['wrong headers', { 'X-Auth-Token': 'not-a-credential', 'X-User-Id': 'not-a-credential' }],
  ])('%s: 401', async (_what, headers) => {
    const { answer } = await register((sent) => ({ ...sent, headers }));
    expect(answer).toMatchObject({ status: 401, body: UNAUTHORIZED });
  });

  test('the token of another user: 401', async () => {
    const mock = await runMock();
    const mine = establish(mock, 'rocketchat', STATES);
    const others = establish(mock, 'rocketchat', STATES);
    const sent = departmentRequest({ ...mine, userId: others['userId'] ?? '' });
    expect(await send(mock.baseUrl('rocketchat'), sent)).toMatchObject({ status: 401, body: UNAUTHORIZED });
  });

  test('a user without permission: 403', async () => {
    const { answer } = await register(undefined, ['a user without permission', 'a new department name']);
    expect(complaints(OPERATION, 403, answer.body)).toEqual([]);
    expect(answer).toMatchObject({
      status: 403,
      body: {
        success: false,
        error: 'User does not have the permissions required for this action [error-unauthorized]',
      },
    });
  });

  test.each(['name', 'email', 'enabled', 'showOnRegistration', 'showOnOfflineForm'])(
    'no %s: 400',
    async (name) => {
      const { answer } = await register((sent) =>
        withMember(sent, 'department', without(valueAt(sent.body, '/department'), name)),
      );
      expect(answer).toMatchObject({
        status: 400,
        body: {
          success: false,
          error: `must have required property '${name}' [invalid-params]`,
          errorType: 'invalid-params',
        },
      });
    },
  );

  test('no department: 400', async () => {
    const { answer } = await register((sent) => ({ ...sent, body: {} }));
    expect(answer).toMatchObject({
      status: 400,
      body: { error: "must have required property 'department' [invalid-params]" },
    });
  });

  test('a bad body is refused before a missing permission', async () => {
    const { answer } = await register(
      (sent) => ({ ...sent, body: {} }),
      ['a user without permission', 'a new department name'],
    );
    expect(answer.status).toBe(400);
  });
});

function withMember(sent: Sent, name: string, value: Json | undefined): Sent {
  const { [name]: _, ...others } = Object(sent.body);
  return { ...sent, body: value === undefined ? others : { ...others, [name]: value } };
}

function without(value: Json | undefined, name: string): Json {
  const { [name]: _, ...others } = Object(value);
  return others;
}
