import type { Errand } from '../../src/effects/errand.ts';
import type { Terms } from '../../src/effects/judge-errand.ts';
import type { Operation } from '../../src/model/operation.ts';
import type { OutgoingRequest, PlannedExchange } from '../../src/model/plan.ts';
import type { Tenant, TenantVendor } from '../../src/model/tenant.ts';

/** A tenant in which the errand below may be run, and not much else. */
export const VENDOR: TenantVendor = {
  vendor: 'example',
  baseUrl: 'https://example.test',
  credentials: {},
  stateCredentials: {},
  states: { 'an open case': { caseId: 7, watchers: [8, 9] } },
  allow: {
    effects: ['creates', 'notifies-people'],
    sendings: ['contract'],
    operations: undefined,
    only: {},
    readings: false,
    credentialsInAddress: false,
  },
  capabilities: {
    permissions: undefined,
    features: undefined,
    channels: undefined,
    version: undefined,
    edition: undefined,
  },
  tls: { ca: undefined, certificate: undefined, key: undefined },
  proxy: undefined,
  timeouts: { connectMs: 1000, answerMs: 1000, notificationsMs: 1000 },
  pace: { perMinute: undefined, operations: {}, longestWaitMs: 0, retries: 0 },
  notifications: { transport: 'long-polling', endpoint: undefined, channel: undefined },
};

export const TENANT: Tenant = {
  name: 'acme',
  file: 'acme.yaml',
  environment: 'staging',
  budget: { requests: 3, messages: 2, money: undefined },
  vendors: [VENDOR],
};

export const TERMS: Terms = {
  tenant: TENANT,
  vendor: VENDOR,
  productionWord: undefined,
  made: [],
  left: { requests: 3, messages: 2, money: 0 },
};

export const ERRAND: Errand = {
  purpose: 'operation',
  says: 'a message to the case',
  operation: 'example.addMessage',
  sending: 'contract',
  effects: ['creates', 'notifies-people'],
  names: [{ kind: 'case', value: 7 }],
  isReading: false,
};

export const REQUEST: OutgoingRequest = {
  method: 'POST',
  path: '/cases/7/messages',
  query: [['as', 'user']],
  headers: [['content-type', 'application/json']],
  body: '{"caseId":7,"to":["8"],"text":"hello"}',
};

const SOURCE = { document: 'page', lines: [1, 1], strength: 'stated' } as const;

export const OPERATION: Operation = {
  id: 'example.addMessage',
  vendor: 'example',
  title: 'Add a message',
  method: 'POST',
  path: '/cases/{id}/messages',
  pathSource: SOURCE,
  source: SOURCE,
  effects: ['creates', 'notifies-people'],
  requirements: [],
  touches: [
    { at: 'path.id', kind: 'case', source: SOURCE },
    { at: 'body#/caseId', kind: 'case', source: SOURCE },
    { at: 'body#/to/*', kind: 'recipient', source: SOURCE },
    { at: 'query.as', kind: 'role', source: SOURCE },
    { at: 'header.X-Agent', kind: 'agent', source: SOURCE },
  ],
  history: [],
  parameters: [],
  requestSchemaPointer: undefined,
  responses: [],
  failureSigns: [],
  notifications: undefined,
};

export const PLANNED: PlannedExchange = {
  kind: 'planned',
  id: 'example.addMessage/a-message',
  vendor: 'example',
  operation: 'example.addMessage',
  title: 'a message to the case',
  origin: { kind: 'contract', consumer: 'desk', interaction: 'a-message' },
  intent: { kind: 'accepted', outcome: 'success' },
  effects: OPERATION.effects,
  risk: null,
  states: [],
  request: REQUEST,
  alternatives: [],
  masks: [],
  stateValues: {},
};
