// A right invitation to a Genesys chat, and the session its outcome is told to.
import type { Mock } from '../../src/mock/start-mock.ts';
import type { Json } from '../../src/model/json.ts';
import type { Sent } from './mock-client.ts';
import { openSession, type Session } from './notification-session.ts';

export function inviteRequest(values: Readonly<Record<string, Json>>): Sent {
  return {
    method: 'POST',
    path: `/api/v2/me/chats/${String(values['chatId'])}`,
    headers: { Authorization: String(values['authorization']) },
    body: { operationName: 'Invite', targetUri: values['targetUri'] ?? '' },
  };
}

export function agentSession(
  mock: Mock,
  authorization: Json | undefined,
  channel = '/v2/me/chats',
): Promise<Session> {
  const url = `${mock.baseUrl('genesys')}/api/v2/notifications`;
  return openSession(url, { Authorization: String(authorization) }, channel);
}
