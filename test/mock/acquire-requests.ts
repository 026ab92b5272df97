// Right requests to Acquire, as its documents write them.
import type { Json } from '../../src/model/json.ts';
import type { Sent } from './mock-client.ts';

type Values = Readonly<Record<string, Json>>;

export const CASE_STATES = [
  'an API key',
  'an open case',
  { name: 'agents', params: { count: 2 } },
  { name: 'departments', params: { count: 1 } },
] as const;

function bearer({ apiKey }: Values) {
  return { Authorization: `Bearer ${String(apiKey)}` };
}

export function inviteRequest(values: Values): Sent {
  return {
    method: 'POST',
    path: '/api/v1/crm/messenger/agent/invite-agent',
    headers: bearer(values),
    body: { caseId: values['caseId'] ?? 0, agentIds: values['agentIds'] ?? [] },
  };
}

export function joinRequest(values: Values): Sent {
  return {
    method: 'GET',
    path: '/api/v1/crm/messenger/chat/join',
    headers: bearer(values),
    body: { caseId: values['caseId'] ?? 0, askJoin: true },
  };
}

export function chatMessageRequest(values: Values, text = 'Good morning'): Sent {
  return {
    method: 'POST',
    path: '/api/v1/crm/messenger/chat/add-message',
    query: { 'x-user-type': 'user', contactId: String(values['contactId']) },
    headers: bearer(values),
    body: { caseId: values['caseId'] ?? 0, message: { type: 'message', message: text } },
  };
}

export function mailRequest(values: Values): Sent {
  return {
    method: 'POST',
    path: '/api/v1/mail/add-message',
    headers: bearer(values),
    body: {
      data: {
        htmlBody: '<p>Good morning</p>',
        type: 'message',
        subject: 'Your order',
        bcc: [],
        cc: [],
        from: values['fromAddress'] ?? '',
        to: values['toAddresses'] ?? [],
        contactId: values['contactId'] ?? 0,
        caseId: values['caseId'] ?? 0,
        attachments: [],
      },
    },
  };
}

export function smsRequest(values: Values): Sent {
  return {
    method: 'POST',
    path: '/api/v1/voip/send-sms',
    query: { 'x-user-type': 'user' },
    headers: bearer(values),
    body: {
      From: values['fromNumber'] ?? '',
      To: values['toNumber'] ?? '',
      contactId: values['contactId'] ?? 0,
      Body: 'Good morning',
      threadId: values['threadId'] ?? 0,
      timelineId: values['timelineId'] ?? 0,
    },
  };
}
