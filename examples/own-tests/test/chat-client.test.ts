// The team's own tests against the vendor as it is documented: no tenant, no network, a mock of its own for each test.
import { judgeExchange, loadSuite, type MockVendors } from 'livechat-conformance';
import { test } from 'livechat-conformance/fixture';
import { describe, expect } from 'vitest';
import { postMessage } from '../src/chat-client.ts';

/** An account and an open case, which exist in the mock from now on. */
function prepare(vendors: MockVendors) {
  const states = ['an API key', 'an open case'];
  const wanted = { apiKey: 'key', caseId: 1, contactId: 2 };
  const { apiKey, caseId, contactId } = vendors.establish('acquire', states, wanted);
  return {
    account: { baseUrl: vendors.baseUrl('acquire'), apiKey: String(apiKey) },
    message: { caseId: Number(caseId), contactId: Number(contactId), text: 'Good morning' },
  };
}

describe('the matcher', () => {
  test('an answer is what the document says and what we rely on', async ({ vendors }) => {
    const { account, message } = prepare(vendors);
    await expect(await postMessage(account, message)).toConformTo('acquire.addChatMessage');
    // The log of the mock has what our client really sent.
    expect(vendors.requests.map(({ method, body }) => ({ method, body }))).toEqual([
      {
        method: 'POST',
        body: { caseId: message.caseId, message: { type: 'message', message: 'Good morning' } },
      },
    ]);
  });

  test('notices when the vendor misbehaves', async ({ vendors }) => {
    vendors.setFaults(['acquire.message-wrong-sender-type']);
    const { account, message } = prepare(vendors);
    await expect(await postMessage(account, message)).not.toConformTo('acquire.addChatMessage');
  });
});

describe('judgeExchange', () => {
  test('tells what differs, which line says otherwise and who relies on it', async ({ vendors }) => {
    vendors.setFaults(['acquire.message-wrong-sender-type']);
    const { account, message } = prepare(vendors);
    const response = await postMessage(account, message);
    const judged = await judgeExchange(await loadSuite(), { response });
    expect(judged).toMatchObject({ kind: 'judged', operation: 'acquire.addChatMessage', gate: 'not-met' });
    if (judged.kind !== 'judged') return;
    expect(judged.findings[0]).toMatchObject({
      pointer: 'response.body#/data/senderType',
      blame: 'vendor',
      source: { document: 'acquire-send-message' },
      reliedOnBy: ['support-desk: puts the message on the side of its sender'],
    });
  });

  test('judges what was recorded elsewhere, without Pact and without a socket', async () => {
    const suite = await loadSuite();
    const request = {
      method: 'POST',
      url: 'https://tenant.example.com/api/v1/crm/messenger/agent/invite-agent',
    };
    const response = { status: 401, headers: { 'content-type': 'application/json' }, body: {} };
    const judged = await judgeExchange(suite, { request, response }, { contract: 'none' });
    expect(judged).toMatchObject({ kind: 'judged', operation: 'acquire.inviteAgent' });
  });
});

test('a client that has lost its key is turned away', async ({ vendors }) => {
  const { account, message } = prepare(vendors);
  const response = await postMessage({ ...account, apiKey: 'lost' }, message);
  expect(response.status).toBe(401);
});
