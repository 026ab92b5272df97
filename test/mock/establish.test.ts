import { expect, test } from 'vitest';
import { establish, runMock } from './mock-client.ts';

/** Every state of the contracts, with the values it owes. */
const STATES = [
  ['acquire', 'an API key', ['apiKey']],
  ['acquire', 'an open case', ['caseId', 'contactId']],
  ['acquire', 'a case that was closed and is open again', ['caseId', 'contactId']],
  ['acquire', 'a closed case', ['caseId', 'contactId']],
  ['acquire', 'agents', ['agentIds']],
  ['acquire', 'departments', ['departmentIds']],
  ['acquire', 'a connected mailbox', ['fromAddress', 'toAddresses']],
  ['acquire', 'a mailbox that is not connected', ['strangeAddress']],
  ['acquire', 'several recipients', ['recipientAddresses']],
  ['acquire', 'recipients of copies', ['ccAddresses', 'bccAddresses']],
  ['acquire', 'a phone number that is not connected', ['strangeNumber']],
  ['acquire', 'a connected phone number', ['fromNumber', 'toNumber', 'threadId', 'timelineId']],
  ['rocketchat', 'a user who may manage departments', ['authToken', 'userId']],
  ['rocketchat', 'a user without permission', ['authToken', 'userId']],
  ['rocketchat', 'an agent', ['agentId']],
  ['rocketchat', 'a second agent', ['secondAgentId']],
  ['rocketchat', 'a new department name', ['departmentName', 'departmentEmail']],
  ['genesys', 'an agent with an active chat', ['authorization', 'chatId']],
  ['genesys', 'an agent who can be invited', ['targetUri']],
  ['genesys', 'an agent who cannot be invited', ['targetUri']],
] as const;

test.each(STATES)('%s, %s: fresh values each time', async (vendor, state, names) => {
  const mock = await runMock();
  const first = establish(mock, vendor, [state]);
  const second = establish(mock, vendor, [state]);
  for (const name of names) {
    expect(first[name]).toBeDefined();
    expect(second[name]).not.toEqual(first[name]);
  }
});

test.each(STATES)('%s, %s: the same values in every run', async (vendor, state) => {
  const [one, other] = [await runMock(), await runMock()];
  const withoutPort = (value: unknown) => JSON.stringify(value).replaceAll(/:\d{4,5}\//g, ':PORT/');
  expect(withoutPort(establish(one, vendor, [state]))).toBe(withoutPort(establish(other, vendor, [state])));
});

test('states of one call speak of one case', async () => {
  const mock = await runMock();
  const values = establish(mock, 'acquire', [
    'a connected phone number',
    'a connected mailbox',
    'an open case',
  ]);
  expect(values['threadId']).toBe(values['caseId']);
  expect(values['fromAddress']).toContain(String(values['caseId']));
});

test('so many as asked for, else as many as the example has', async () => {
  const mock = await runMock();
  expect(establish(mock, 'acquire', [{ name: 'agents', params: { count: 4 } }])['agentIds']).toHaveLength(4);
  expect(establish(mock, 'acquire', ['agents'], { agentIds: [1, 11, 26] })['agentIds']).toHaveLength(3);
});

test.each([
  ['acquire', 'a parrot', {}, /no state 'a parrot'/],
  ['acquire', 'an API key', { caseId: 22 }, /no value for caseId/],
  ['zendesk', 'an API key', {}, /no vendor 'zendesk'/],
])('%s, %s: unavailable', async (vendor, name, wanted, reason) => {
  const mock = await runMock();
  const resolution = mock.establish(vendor, [{ name, params: {} }], wanted);
  expect(resolution).toMatchObject({ kind: 'unavailable', reason: expect.stringMatching(reason) });
});
