// A tenant file in which a test plants something.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

/** Every section there is, with values that are right. */
export const TENANT_TEXT = `name: full
environment: sandbox
budget:
  requests: 40
  messages: 5
  money:
    currency: USD
    most: 0.5
    prices:
      acquire.sendSms: 0.02
vendors:
  acquire:
    baseUrl: https://acquire.example.com
    credentials:
      apiKey: env:ACQUIRE_API_KEY
    states:
      an open case:
        caseId: 22
        contactId: 7
      agents:
        agentIds: [1, 11, 26]
      a connected phone number:
        fromNumber: "+12025550100"
    allow:
      effects: [creates]
      sendings: [contract, probe]
      operations: [joinChat, acquire.sendSms]
      only:
        case: [22]
      readings: true
    capabilities:
      permissions: [all]
      features: [chat]
      channels: [chat]
      version: "2.0"
      edition: full
    tls:
      ca: ca.pem
      certificate: client.pem
      key: file:client-key.pem
    proxy:
      url: http://proxy.example.com:3128
      username: env:PROXY_USERNAME
      password: env:PROXY_PASSWORD
    timeouts:
      connectSeconds: 1.5
      answerSeconds: 20
      notificationsSeconds: 5
    pace:
      perMinute: 30
      operations:
        joinChat: 6
      longestWaitSeconds: 10
      retries: 0
    notifications:
      transport: websocket
      endpoint: /api/v2/notifications
      channel: /v2/me/chats
  rocketchat:
    baseUrl: https://chat.example.com/team
    states:
      a user without permission:
        authToken: file:outsider-token
        userId: env:OUTSIDER_ID
`;

/** The text with one place changed; throws where there is no such place, so that something is always planted. */
export function edited(found: string, planted: string, text = TENANT_TEXT): string {
  if (text.split(found).length !== 2) throw new Error(`the tenant holds ${JSON.stringify(found)} not once`);
  return text.replace(found, () => planted);
}

export function writeTenant(text: string, folder = temporaryFolder(), name = 'tenant.yaml'): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}
