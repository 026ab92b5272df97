import { describe, expect, test } from 'vitest';
import { isJsonObject, type Json } from '../../src/model/json.ts';
import { valueAt } from '../../src/model/json-pointer.ts';
import {
  CASE_STATES,
  chatMessageRequest,
  inviteRequest,
  joinRequest,
  mailRequest,
  smsRequest,
} from './acquire-requests.ts';
import { complaints } from './documented-specs.ts';
import { establish, runMock, send } from './mock-client.ts';

async function openCase() {
  const mock = await runMock();
  const values = establish(mock, 'acquire', [...CASE_STATES]);
  return { mock, base: mock.baseUrl('acquire'), values };
}

describe('inviteAgent', () => {
  test('answers with a receipt for each agent named, under its own id', async () => {
    const { base, values } = await openCase();
    const answer = await send(base, inviteRequest(values));
    expect(complaints('acquire.inviteAgent', answer.status, answer.body)).toEqual([]);
    const data = valueAt(answer.body, '/data');
    expect(Object.keys(isJsonObject(data) ? data : {})).toEqual((values['agentIds'] as Json[]).map(String));
    for (const [key, receipt] of Object.entries(isJsonObject(data) ? data : {}))
      expect(receipt).toMatchObject({ userId: Number(key) });
  });

  test('invites the agents of a department', async () => {
    const { base, values } = await openCase();
    const { caseId = 0, departmentIds = [] } = values;
    const answer = await send(base, {
      ...inviteRequest(values),
      body: { caseId, department: departmentIds },
    });
    expect(complaints('acquire.inviteAgent', answer.status, answer.body)).toEqual([]);
    expect(Object.keys(valueAt(answer.body, '/data') ?? {})).toHaveLength(1);
  });

  test('accepts the case id as text, as its table types it', async () => {
    const { base, values } = await openCase();
    const { caseId, agentIds = [] } = values;
    const answer = await send(base, { ...inviteRequest(values), body: { caseId: String(caseId), agentIds } });
    expect(answer.status).toBe(200);
  });

  test.each([
    ['nobody is named', { agentIds: [] }, 'ERROR_INVALID_INPUT'],
    ['an agent is unknown', { agentIds: [26] }, 'ERROR_RECORD_NOT_FOUND'],
    ['a department is unknown', { department: [2] }, 'ERROR_RECORD_NOT_FOUND'],
  ])('refuses when %s', async (_what, body, code) => {
    const { base, values } = await openCase();
    const { caseId = 0 } = values;
    const answer = await send(base, { ...inviteRequest(values), body: { caseId, ...body } });
    expect(answer).toMatchObject({ status: 400, body: { error: { code }, data: null } });
  });
});

describe('joinChat', () => {
  test('adds the key to the users, with the case beside it', async () => {
    const { base, values } = await openCase();
    const answer = await send(base, joinRequest(values));
    expect(complaints('acquire.joinChat', answer.status, answer.body)).toEqual([]);
    expect(answer.body).toMatchObject({
      data: {
        id: values['caseId'],
        contactId: values['contactId'],
        status: 'active',
        users: [
          { type: 'user', status: 'active' },
          { type: 'contact', userId: values['contactId'] },
          { type: 'user', status: 'joined', role: 'owner', case: { id: values['caseId'] } },
        ],
      },
    });
  });

  test('is refused the second time, with status 200', async () => {
    const { base, values } = await openCase();
    await send(base, joinRequest(values));
    const again = await send(base, joinRequest(values));
    expect(again).toMatchObject({
      status: 200,
      body: { error: { code: 'CHAT_ALREADY_JOINED' }, data: null },
    });
  });

  test('is a GET only', async () => {
    const { base, values } = await openCase();
    const answer = await send(base, { ...joinRequest(values), method: 'POST' });
    expect(answer.status).toBe(404);
  });
});

describe('addChatMessage', () => {
  test('appends and echoes', async () => {
    const { base, values } = await openCase();
    const answer = await send(base, chatMessageRequest(values));
    expect(complaints('acquire.addChatMessage', answer.status, answer.body)).toEqual([]);
    expect(answer.body).toMatchObject({
      data: {
        caseId: values['caseId'],
        contactId: values['contactId'],
        message: 'Good morning',
        type: 'message',
        senderType: 'user',
      },
    });
    const joined = await send(base, joinRequest(values));
    expect(valueAt(joined.body, '/data/lastMessage/message')).toBe('Good morning');
  });

  test('takes its sender from x-user-type', async () => {
    const { base, values } = await openCase();
    const sent = chatMessageRequest(values);
    const answer = await send(base, { ...sent, query: { ...sent.query, 'x-user-type': 'contact' } });
    expect(complaints('acquire.addChatMessage', answer.status, answer.body)).toEqual([]);
    expect(answer.body).toMatchObject({
      data: { senderType: 'contact', senderId: values['contactId'], sender: { id: values['contactId'] } },
    });
  });

  test('tells of a reopened case what it has been through, as it does where the case is joined', async () => {
    const mock = await runMock();
    const values = establish(mock, 'acquire', ['an API key', 'a case that was closed and is open again']);
    const base = mock.baseUrl('acquire');
    const answer = await send(base, chatMessageRequest(values));
    const joined = await send(base, joinRequest(values));
    expect(complaints('acquire.addChatMessage', answer.status, answer.body)).toEqual([]);
    expect(complaints('acquire.joinChat', joined.status, joined.body)).toEqual([]);
    for (const name of ['closedBy', 'dateClosed', 'parentId', 'queueId', 'userId']) {
      expect(valueAt(joined.body, `/data/${name}`), name).not.toBeNull();
      expect(valueAt(answer.body, `/data/case/${name}`)).toEqual(valueAt(joined.body, `/data/${name}`));
    }
    // A thread has the id of its first case; of a new case that is its own.
    expect(valueAt(joined.body, '/data/threadId')).toBe(valueAt(joined.body, '/data/parentId'));
    const others = await openCase();
    const fresh = await send(others.base, joinRequest(others.values));
    expect(fresh.body).toMatchObject({ data: { parentId: null, threadId: others.values['caseId'] } });
  });

  test('accepts the flat body of the table', async () => {
    const { base, values } = await openCase();
    const { caseId = 0 } = values;
    const body = { caseId, type: 'message', message: 'Flat' };
    const answer = await send(base, { ...chatMessageRequest(values), body });
    expect(valueAt(answer.body, '/data/message')).toBe('Flat');
  });

  test('wants the contact of the case', async () => {
    const { base, values } = await openCase();
    const answer = await send(base, { ...chatMessageRequest(values), query: { contactId: '597759' } });
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'ERROR_INVALID_INPUT' } } });
  });
});

describe('mail and text messages', () => {
  const states = ['an API key', 'an open case', 'a connected mailbox', 'a connected phone number'];

  test.each([
    ['addMailMessage', mailRequest, '<p>Good morning</p>'],
    ['sendSms', smsRequest, 'Good morning'],
  ])('%s appends to the case of its states', async (operation, requestOf, text) => {
    const mock = await runMock();
    const values = establish(mock, 'acquire', states);
    const answer = await send(mock.baseUrl('acquire'), requestOf(values));
    expect(complaints(`acquire.${operation}`, answer.status, answer.body)).toEqual([]);
    expect(valueAt(answer.body, '/data')).not.toBeNull();
    const joined = await send(mock.baseUrl('acquire'), joinRequest(values));
    expect(valueAt(joined.body, '/data/lastMessage/message')).toBe(text);
  });

  test.each([
    ['addMailMessage', mailRequest, { fromAddress: 'nobody@example.com' }],
    ['sendSms', smsRequest, { fromNumber: '+12025550000' }],
  ])('%s refuses a sender that is not connected', async (_operation, requestOf, other) => {
    const mock = await runMock();
    const values = { ...establish(mock, 'acquire', states), ...other };
    const answer = await send(mock.baseUrl('acquire'), requestOf(values));
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'ERROR_INVALID_INPUT' } } });
  });
});

const requests = {
  inviteAgent: inviteRequest,
  joinChat: joinRequest,
  addChatMessage: chatMessageRequest,
  addMailMessage: mailRequest,
  sendSms: smsRequest,
};

describe.each(Object.entries(requests))('%s refuses', (_operation, requestOf) => {
  const everything = ['an API key', 'a connected mailbox', 'a connected phone number', 'agents'];

  test('a closed case', async () => {
    const mock = await runMock();
    const values = establish(mock, 'acquire', [...everything, 'a closed case']);
    const answer = await send(mock.baseUrl('acquire'), requestOf(values));
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'ERROR_INVALID_INPUT' } } });
  });

  test('an unknown case', async () => {
    const mock = await runMock();
    const values = { ...establish(mock, 'acquire', everything), caseId: 1684, threadId: 1684 };
    const answer = await send(mock.baseUrl('acquire'), requestOf(values));
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'ERROR_RECORD_NOT_FOUND' } } });
  });

  test.each([
    ['no credentials', {}],
    ['wrong credentials', { Authorization: 'Bearer not-a-credential' }],
    ['another scheme', { Authorization: 'Basic bm86b25l' }],
  ])('%s', async (_what, headers) => {
    const mock = await runMock();
    const values = establish(mock, 'acquire', everything);
    const answer = await send(mock.baseUrl('acquire'), { ...requestOf(values), headers });
    expect(answer).toMatchObject({ status: 401, body: { error: { code: 'ERROR_UNAUTHORIZED' } } });
  });

  test('an empty body', async () => {
    const mock = await runMock();
    const values = establish(mock, 'acquire', everything);
    const answer = await send(mock.baseUrl('acquire'), { ...requestOf(values), body: {} });
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'ERROR_INVALID_INPUT' } } });
  });
});
