// Requests that between them meet every fault, answered without a socket.
import type { Answer } from '../../src/mock/answer.ts';
import { answerRequest } from '../../src/mock/answer-request.ts';
import { steadyClock } from '../../src/mock/clock.ts';
import { selectFaults } from '../../src/mock/faults/list-faults.ts';
import { findVendor } from '../../src/mock/find-vendor.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../src/model/json.ts';
import {
  CASE_STATES,
  chatMessageRequest,
  inviteRequest,
  joinRequest,
  mailRequest,
  smsRequest,
} from './acquire-requests.ts';
import { specOf } from './documented-specs.ts';
import { inviteRequest as inviteToChat } from './genesys-requests.ts';
import type { Sent } from './mock-client.ts';
import { departmentRequest } from './rocketchat-requests.ts';

export interface Scenario {
  readonly operation: string;
  readonly title: string;
  readonly states: readonly (string | (typeof CASE_STATES)[number])[];
  readonly requestOf: (values: Readonly<Record<string, Json>>) => Sent;
}

const acquire = [...CASE_STATES, 'a connected mailbox', 'a connected phone number'];
const manager = ['a user who may manage departments', 'an agent', 'a new department name'];
const inviter = 'an agent with an active chat';

const right: readonly Scenario[] = [
  { operation: 'acquire.inviteAgent', title: 'right', states: acquire, requestOf: inviteRequest },
  { operation: 'acquire.joinChat', title: 'right', states: acquire, requestOf: joinRequest },
  {
    operation: 'acquire.addChatMessage',
    title: 'right',
    states: acquire,
    requestOf: (values) => chatMessageRequest(values),
  },
  { operation: 'acquire.addMailMessage', title: 'right', states: acquire, requestOf: mailRequest },
  { operation: 'acquire.sendSms', title: 'right', states: acquire, requestOf: smsRequest },
  {
    operation: 'rocketchat.registerDepartment',
    title: 'right',
    states: manager,
    requestOf: departmentRequest,
  },
  {
    operation: 'genesys.inviteAgentToChat',
    title: 'right',
    states: [inviter, 'an agent who can be invited'],
    requestOf: inviteToChat,
  },
];

const DEPARTMENT = {
  enabled: false,
  showOnRegistration: true,
  email: 'department@example.com',
  showOnOfflineForm: true,
} as const;

/** Requests that are right as well, or wrong in one value. */
const others: readonly Scenario[] = [
  changed('acquire.inviteAgent', 'of one department', ({ departmentIds }) => ({
    department: isJsonArray(departmentIds) ? departmentIds.slice(0, 1) : [],
  })),
  changed('acquire.inviteAgent', 'with an id that is text', ({ caseId }) => ({ caseId: String(caseId) })),
  changed('acquire.addChatMessage', 'of a note', () => ({ message: { type: 'note', message: 'For us' } })),
  unnamedSender(),
  ofTheContact(),
  {
    ...changed('acquire.addChatMessage', 'to a closed case', () => ({})),
    states: [...acquire, 'a closed case'],
  },
  {
    operation: 'acquire.addMailMessage',
    title: 'from a strange mailbox',
    states: [...acquire, 'a mailbox that is not connected'],
    requestOf: ({ strangeAddress = '', ...values }) =>
      mailRequest({ ...values, fromAddress: strangeAddress }),
  },
  {
    operation: 'acquire.sendSms',
    title: 'from a strange number',
    states: [...acquire, 'a phone number that is not connected'],
    requestOf: ({ strangeNumber = '', ...values }) => smsRequest({ ...values, fromNumber: strangeNumber }),
  },
  changed('acquire.addChatMessage', 'of an unknown type', () => ({
    message: { type: 'shout', message: 'Hello' },
  })),
  changed('rocketchat.registerDepartment', 'with a description', ({ departmentName }) => ({
    department: { ...DEPARTMENT, name: departmentName ?? '', description: 'Orders' },
  })),
  changed('rocketchat.registerDepartment', 'enabled', ({ departmentName }) => ({
    department: { ...DEPARTMENT, name: departmentName ?? '', enabled: true },
  })),
  ...right.map(
    (scenario): Scenario => ({
      ...scenario,
      title: 'with values of wrong types',
      requestOf: (values) => withWrongTypes(scenario.requestOf(values)),
    }),
  ),
];

function changed(
  operation: string,
  title: string,
  members: (values: Readonly<Record<string, Json>>) => JsonObject,
): Scenario {
  const scenario = right.find((one) => one.operation === operation);
  if (scenario === undefined) throw new Error(`no right request for ${operation}`);
  const requestOf = (values: Readonly<Record<string, Json>>): Sent => {
    const sent = scenario.requestOf(values);
    return { ...sent, body: isJsonObject(sent.body) ? { ...sent.body, ...members(values) } : {} };
  };
  return { ...scenario, title, requestOf };
}

function unnamedSender(): Scenario {
  const scenario = changed('acquire.addChatMessage', 'in nobody’s name', () => ({}));
  const requestOf = (values: Readonly<Record<string, Json>>): Sent => {
    const sent = scenario.requestOf(values);
    const query = Object.entries(sent.query ?? {}).filter(([name]) => name !== 'x-user-type');
    return { ...sent, query: Object.fromEntries(query) };
  };
  return { ...scenario, requestOf };
}

function ofTheContact(): Scenario {
  const scenario = changed('acquire.addChatMessage', 'in the name of the contact', () => ({}));
  const requestOf = (values: Readonly<Record<string, Json>>): Sent => {
    const sent = scenario.requestOf(values);
    return { ...sent, query: { ...sent.query, 'x-user-type': 'contact' } };
  };
  return { ...scenario, requestOf };
}

function withWrongTypes(sent: Sent): Sent {
  const members = isJsonObject(sent.body) ? Object.keys(sent.body) : [];
  return { ...sent, body: Object.fromEntries(members.map((name) => [name, 17.5])) };
}

export const scenarios: readonly Scenario[] = [
  ...right,
  ...others,
  {
    operation: 'genesys.inviteAgentToChat',
    title: 'unreachable agent',
    states: [inviter, 'an agent who cannot be invited'],
    requestOf: inviteToChat,
  },
  {
    operation: 'rocketchat.registerDepartment',
    title: 'without permission',
    states: ['a user without permission', 'a new department name'],
    requestOf: departmentRequest,
  },
  ...right.map(
    (scenario): Scenario => ({
      ...scenario,
      title: 'without credentials',
      requestOf: (values) => ({ ...scenario.requestOf(values), headers: {} }),
    }),
  ),
  ...right.map(
    (scenario): Scenario => ({
      ...scenario,
      title: 'with wrong credentials',
      requestOf: (values) => withWrongCredentials(scenario.requestOf(values)),
    }),
  ),
  ...right.map(
    (scenario): Scenario => ({
      ...scenario,
      title: 'with an empty body',
      requestOf: (values) => ({ ...scenario.requestOf(values), body: {} }),
    }),
  ),
];

function withWrongCredentials(sent: Sent): Sent {
  const names = Object.keys(sent.headers ?? {});
  return { ...sent, headers: Object.fromEntries(names.map((name) => [name, 'Bearer not-a-credential'])) };
}

/** The answer as drafted by a fresh vendor; equal requests get equal answers. */
export function draft(scenario: Scenario, faults: readonly string[]): Answer {
  const [vendor = ''] = scenario.operation.split('.');
  const spec = specOf(vendor);
  const baseUrl = () => `http://127.0.0.1:1/${vendor}`;
  const instance = findVendor(vendor).create({
    spec,
    clock: steadyClock(),
    baseUrl,
    readings: {},
    troubles: new Set(),
  });
  const states = scenario.states.map((state) =>
    typeof state === 'string' ? { name: state, params: {} } : state,
  );
  const resolution = instance.establish(states, {});
  if (resolution.kind === 'unavailable') throw new Error(resolution.reason);
  const { method, path, query = {}, headers = {}, body } = scenario.requestOf(resolution.values);
  const mounted = { spec, instance, readings: {}, faults: selectFaults(faults) };
  const request = {
    method,
    fullPath: `/${vendor}${path}`,
    query: Object.entries(query),
    headers: Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const),
    body,
  };
  return answerRequest(mounted, request, path).answer;
}
