import { describe, expect, test } from 'vitest';
import { valueAt } from '../../src/model/json-pointer.ts';
import { complaints } from './documented-specs.ts';
import { agentSession, inviteRequest } from './genesys-requests.ts';
import { establish, runMock, send } from './mock-client.ts';
import { departmentRequest } from './rocketchat-requests.ts';

const INVITE = ['an agent with an active chat', 'an agent who can be invited'];

describe('the path of a reading', () => {
  test.each([
    [{}, '/api/v2/me/chats/', '/api/v2/chats/'],
    [{ 'genesys.invite-path': 'sample-path' }, '/api/v2/chats/', '/api/v2/me/chats/'],
  ])('%o routes %s and not %s', async (readings, routed, other) => {
    const mock = await runMock({ readings });
    const values = establish(mock, 'genesys', INVITE);
    const base = mock.baseUrl('genesys');
    const sent = inviteRequest(values);
    const wrong = await send(base, { ...sent, path: `${other}${String(values['chatId'])}` });
    expect(wrong).toMatchObject({ status: 404, body: { statusCode: 6 } });
    const answer = await send(base, { ...sent, path: `${routed}${String(values['chatId'])}` });
    expect(complaints('genesys.inviteAgentToChat', answer.status, answer.body)).toEqual([]);
  });
});

describe('what shows a reading', () => {
  test('a value of the answer', async () => {
    const mock = await runMock({ readings: { 'rocketchat.agent-count-moment': 'before-attaching' } });
    const values = establish(mock, 'rocketchat', [
      'a user who may manage departments',
      'an agent',
      'a new department name',
    ]);
    const answer = await send(mock.baseUrl('rocketchat'), departmentRequest(values));
    expect(valueAt(answer.body, '/department/numAgents')).toBe(0);
    expect(valueAt(answer.body, '/agents')).toHaveLength(1);
  });

  test('a value of a notification, taken from the answer', async () => {
    const mock = await runMock({ readings: { 'genesys.success-correlation': 'by-reference' } });
    const values = establish(mock, 'genesys', INVITE);
    const session = await agentSession(mock, values['authorization']);
    const answer = await send(mock.baseUrl('genesys'), inviteRequest(values));
    const [first] = await session.receive(2);
    expect(valueAt(first, '/referenceId')).toBe(valueAt(answer.body, '/referenceId'));
    await session.end();
  });
});

test.each([
  ['genesys.invite-path', 'no-such-reading'],
  ['genesys.no-such-ambiguity', 'sample-path'],
])('a reading nobody knows is refused: %s %s', async (ambiguity, reading) => {
  await expect(runMock({ readings: { [ambiguity]: reading } })).rejects.toThrow(reading);
});
