// What is sent to be refused because a value does not fit. The expectations are read off the documents: which types
// each states, which fields it cannot do without, and which sets of values it closes.
import { describe, expect, it } from 'vitest';
import { isJsonArray, isJsonObject, type Json } from '../../src/model/json.ts';
import { valueAt } from '../../src/model/json-pointer.ts';
import type { PlannedExchange } from '../../src/model/plan.ts';
import { operations } from '../fixtures/committed-suite.ts';
import { plannedIn, planOf } from './example-target.ts';
import { differences } from './request-differences.ts';

interface Misfits {
  readonly wrongType: readonly string[];
  readonly undocumented: readonly string[];
}

const MAIL = ['htmlBody', 'subject', 'bcc', 'cc', 'from', 'to', 'contactId', 'caseId', 'attachments', 'type'];
const DEPARTMENT = ['enabled', 'showOnRegistration', 'name', 'email', 'showOnOfflineForm', 'description'];

const EXPECTED: Readonly<Record<string, Misfits>> = {
  'acquire.inviteAgent': {
    wrongType: ['body#/caseId', 'body#/department', 'body#/agentIds'],
    undocumented: [],
  },
  // askJoin is only sampled.
  'acquire.joinChat': { wrongType: ['body#/caseId'], undocumented: [] },
  'acquire.addChatMessage': {
    wrongType: [
      ...['query.contactId', 'body#/caseId', 'body#/message', 'body#/message/message', 'body#/message/type'],
      'body#/message/translateLangKey',
    ],
    undocumented: ['query.x-user-type', 'body#/message/type'],
  },
  'acquire.addMailMessage': {
    wrongType: ['body#/data', ...MAIL.map((name) => `body#/data/${name}`)],
    undocumented: ['body#/data/type'],
  },
  'acquire.sendSms': {
    wrongType: ['From', 'To', 'contactId', 'Body', 'threadId', 'timelineId'].map((name) => `body#/${name}`),
    undocumented: ['query.x-user-type'],
  },
  'genesys.inviteAgentToChat': {
    wrongType: ['body#/operationName', 'body#/targetUri'],
    undocumented: ['body#/operationName'],
  },
  'rocketchat.registerDepartment': {
    wrongType: [
      ...['body#/department', ...DEPARTMENT.map((name) => `body#/department/${name}`), 'body#/agents'],
      ...['agentId', 'count', 'order'].map((name) => `body#/agents/0/${name}`),
    ],
    undocumented: [],
  },
};

async function misfitsOf(id: string, cause: string): Promise<readonly PlannedExchange[]> {
  return plannedIn(await planOf([id])).filter(
    ({ intent }) => intent.kind === 'refused' && intent.cause === cause,
  );
}

function fieldOf({ intent }: PlannedExchange): string {
  return intent.kind === 'refused' && 'field' in intent ? intent.field : '';
}

describe.each(operations.map(({ id }) => [id] as const))('%s', (id) => {
  it('is probed once for each type its document states or cannot do without', async () => {
    const probes = await misfitsOf(id, 'wrong-type');
    expect(probes.map(fieldOf).toSorted()).toEqual(EXPECTED[id]?.wrongType.toSorted());
  });

  it('is probed once for each set of values its document closes', async () => {
    const probes = await misfitsOf(id, 'undocumented-value');
    expect(probes.map(fieldOf).toSorted()).toEqual(EXPECTED[id]?.undocumented.toSorted());
  });

  it('is sent nothing else that is wrong', async () => {
    const exchanges = plannedIn(await planOf([id]));
    for (const probe of [
      ...(await misfitsOf(id, 'wrong-type')),
      ...(await misfitsOf(id, 'undocumented-value')),
    ]) {
      const { origin } = probe;
      const base = exchanges.find((one) => origin.kind === 'probe' && one.id === `${id}/${origin.basedOn}`);
      expect(base?.intent).toEqual({ kind: 'accepted', outcome: 'success' });
      if (base !== undefined) expect(differences(base.request, probe.request)).toEqual([fieldOf(probe)]);
    }
  });

  it('is sent in a body only wrong types that no vendor makes right ones of', async () => {
    for (const probe of await misfitsOf(id, 'wrong-type')) {
      const field = fieldOf(probe);
      if (!field.startsWith('body#')) continue;
      const body: Json = JSON.parse(probe.request.body ?? 'null');
      const value = valueAt(body, field.slice('body#'.length));
      expect(isJsonObject(value) || isJsonArray(value), field).toBe(true);
      // Empty, a list and an object are the same to some vendors, and nothing at all to others.
      expect(JSON.stringify(value)).not.toMatch(/^(\{\}|\[\])$/);
    }
  });
});

describe('what an acceptance would leave behind', () => {
  const CONSEQUENCES: Readonly<Record<string, readonly RegExp[]>> = {
    'acquire.inviteAgent': [/notifies people/],
    'acquire.joinChat': [/joins as a person/, /notifies people/],
    'acquire.addChatMessage': [/creates something/, /notifies people/],
    'acquire.addMailMessage': [/creates something/, /notifies people/, /cannot be undone/],
    'acquire.sendSms': [/creates something/, /notifies people/, /costs money/, /cannot be undone/],
    'genesys.inviteAgentToChat': [/notifies people/],
    'rocketchat.registerDepartment': [/creates something/, /Register a new department/],
  };

  it.each(operations.map(({ id }) => [id] as const))('is told of every refusal of %s', async (id) => {
    const exchanges = plannedIn(await planOf([id]));
    const refused = exchanges.filter(({ intent }) => intent.kind === 'refused');
    expect(refused.length).toBeGreaterThan(2);
    for (const { risk } of refused)
      for (const consequence of CONSEQUENCES[id] ?? []) expect(risk).toMatch(consequence);
    const accepted = exchanges.filter(({ intent }) => intent.kind === 'accepted');
    expect(accepted.map(({ risk }) => risk)).toEqual(accepted.map(() => null));
  });

  it('is no more than the effects of the operation', async () => {
    const [refused] = await misfitsOf('acquire.inviteAgent', 'wrong-type');
    expect(refused?.risk).toBe('if accepted, it notifies people (Invite agents and departments to a case)');
  });
});
