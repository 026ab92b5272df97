import { describe, expect, test } from 'vitest';
import type { Json } from '../../src/model/json.ts';
import { valueAt } from '../../src/model/json-pointer.ts';
import { complaints, operationOf, schemaComplaints } from './documented-specs.ts';
import { agentSession, inviteRequest } from './genesys-requests.ts';
import { establish, runMock, send } from './mock-client.ts';

const OPERATION = 'genesys.inviteAgentToChat';
const STATES = ['an agent with an active chat', 'an agent who can be invited'];
const UNREACHABLE = ['an agent with an active chat', 'an agent who cannot be invited'];

function kindComplaints(name: string, data: Json | undefined): readonly string[] {
  const kind = operationOf(OPERATION).notifications?.kinds.find((candidate) => candidate.name === name);
  return kind === undefined ? [`no kind ${name}`] : schemaComplaints('genesys', kind.schemaPointer, data);
}

describe('inviteAgentToChat', () => {
  test('is taken on, then told in the documented order', async () => {
    const mock = await runMock();
    const values = establish(mock, 'genesys', STATES);
    const session = await agentSession(mock, values['authorization']);
    const answer = await send(mock.baseUrl('genesys'), inviteRequest(values));
    expect(complaints(OPERATION, answer.status, answer.body)).toEqual([]);
    expect(answer.body).toMatchObject({ statusCode: 0 });
    const [first, second] = await session.receive(2);
    expect(kindComplaints('participantsUpdated', first)).toEqual([]);
    expect(kindComplaints('newMessages', second)).toEqual([]);
    expect(first).toMatchObject({ notificationType: 'ParticipantsUpdated', chat: { id: values['chatId'] } });
    expect(valueAt(first, '/chat/participants')).toHaveLength(3);
    expect(valueAt(second, '/messages/0/type')).toBe('ParticipantJoined');
    expect(valueAt(second, '/messages/0/from')).toEqual(valueAt(first, '/chat/participants/2'));
    expect(valueAt(second, '/chatUri')).toBe(valueAt(first, '/chat/uri'));
    await session.end();
  });

  test('fails with the reference id of its answer', async () => {
    const mock = await runMock();
    const values = establish(mock, 'genesys', UNREACHABLE);
    const session = await agentSession(mock, values['authorization']);
    const answer = await send(mock.baseUrl('genesys'), inviteRequest(values));
    const [told] = await session.receive(1);
    expect(kindComplaints('inviteFailed', told)).toEqual([]);
    expect(told).toMatchObject({ notificationType: 'Error', chat: { id: values['chatId'] } });
    expect(valueAt(told, '/referenceId')).toBe(valueAt(answer.body, '/referenceId'));
    await session.end();
  });

  test('tells nobody but the inviting agent, and only where subscribed', async () => {
    const mock = await runMock();
    const values = establish(mock, 'genesys', STATES);
    const others = establish(mock, 'genesys', STATES);
    const stranger = await agentSession(mock, others['authorization']);
    const elsewhere = await agentSession(mock, values['authorization'], '/v2/me/calls');
    const everywhere = await agentSession(mock, values['authorization'], '/**');
    await send(mock.baseUrl('genesys'), inviteRequest(values));
    await everywhere.receive(2);
    // What is his own reaches the stranger; had he been told of the other chat, it would stand before it.
    await send(mock.baseUrl('genesys'), inviteRequest(others));
    const told = await stranger.receive(2);
    expect(told.map((data) => valueAt(data, '/chat/id'))).toEqual([others['chatId'], undefined]);
    expect(elsewhere.received).toEqual([]);
    await Promise.all([stranger.end(), elsewhere.end(), everywhere.end()]);
  });
});

describe('refusals', () => {
  test.each([
    ['no credentials', {}],
    ['wrong credentials', { Authorization: `Basic ${btoa('not-a-user:not-a-password')}` }],
  ])('%s', async (_what, headers) => {
    const mock = await runMock();
    const values = establish(mock, 'genesys', STATES);
    const answer = await send(mock.baseUrl('genesys'), { ...inviteRequest(values), headers });
    expect(answer).toMatchObject({ status: 401, body: { statusCode: 20 } });
  });

  test.each(['operationName', 'targetUri'])('no %s', async (name) => {
    const mock = await runMock();
    const values = establish(mock, 'genesys', STATES);
    const sent = inviteRequest(values);
    const body = Object.fromEntries(Object.entries(Object(sent.body)).filter(([key]) => key !== name));
    const answer = await send(mock.baseUrl('genesys'), { ...sent, body: body as Record<string, Json> });
    expect(answer).toMatchObject({ status: 400, body: { statusCode: 1 } });
  });

  test('the chat of another agent', async () => {
    const mock = await runMock();
    const values = establish(mock, 'genesys', STATES);
    const { chatId = '' } = establish(mock, 'genesys', STATES);
    const answer = await send(mock.baseUrl('genesys'), inviteRequest({ ...values, chatId }));
    expect(answer).toMatchObject({ status: 404, body: { statusCode: 6 } });
  });

  test('a session of a stranger', async () => {
    const mock = await runMock();
    await expect(agentSession(mock, 'Basic bm9ib2R5')).rejects.toThrow();
  });
});
