// What is sent to be refused. The expectations are read off the documents: what each marks as required.
import { describe, expect, it } from 'vitest';
import type { Intent } from '../../src/model/interaction.ts';
import { isInputCause } from '../../src/model/operation.ts';
import type { PlannedExchange } from '../../src/model/plan.ts';
import { deriveProbes } from '../../src/plan/derive-probes.ts';
import { interactionOf, operationOf, operations } from '../fixtures/committed-suite.ts';
import { input, plannedIn, planOf } from './example-target.ts';
import { differences } from './request-differences.ts';

const CREDENTIALS = ['no-credentials', 'wrong-credentials'];

const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  // caseId is starred; of agents and departments one has to be there, and the request names both.
  'acquire.inviteAgent': [...CREDENTIALS, 'body#/caseId', 'body#'],
  // The prose wants caseId in the body.
  'acquire.joinChat': [...CREDENTIALS, 'body#/caseId'],
  // contactId is starred in the query; type, message and caseId are required keys of the body.
  'acquire.addChatMessage': [
    ...CREDENTIALS,
    'query.contactId',
    'body#/caseId',
    'body#/message',
    'body#/message/message',
    'body#/message/type',
  ],
  // Every row is starred, and the mail is read as one data object.
  'acquire.addMailMessage': [
    ...CREDENTIALS,
    'body#/data',
    ...['attachments', 'bcc', 'caseId', 'cc', 'contactId', 'from', 'htmlBody', 'subject', 'to', 'type'].map(
      (name) => `body#/data/${name}`,
    ),
  ],
  // Nothing is starred: what no text message can do without. The contact is known by the number it goes to.
  'acquire.sendSms': [
    ...CREDENTIALS,
    ...['Body', 'From', 'To', 'threadId', 'timelineId'].map((name) => `body#/${name}`),
  ],
  // The table lists two parameters and marks neither.
  'genesys.inviteAgentToChat': [...CREDENTIALS, 'body#/operationName', 'body#/targetUri'],
  // Two credentials and five members of department are required; who is not logged in, whose token is wrong, who may
  // not, and the two missing fields of the examples are described by the contract already.
  'rocketchat.registerDepartment': [
    ...['no-credentials x-auth-token', 'no-credentials x-user-id'],
    ...['wrong-credentials', 'wrong-credentials x-user-id'],
    ...['email', 'enabled', 'showOnOfflineForm', 'showOnRegistration'].map(
      (name) => `body#/department/${name}`,
    ),
  ],
};

/** What our contract describes of refusals besides. */
const DESCRIBED: Readonly<Record<string, readonly string[]>> = {
  'acquire.addChatMessage': ['wrong-state'],
  'acquire.addMailMessage': ['no-feature'],
  'acquire.sendSms': ['no-feature'],
  'rocketchat.registerDepartment': [
    'no-credentials',
    'wrong-credentials x-auth-token',
    'no-permission',
    'body#/department',
    'body#/department/name',
  ],
};

function provoked({ id, intent }: { readonly id: string; readonly intent: Intent }): string {
  if (intent.kind === 'accepted') return 'accepted';
  if ('field' in intent) return intent.field;
  // The contract describes a wrong token in its own words.
  const header = id.endsWith('-with-a-wrong-token') ? 'x-auth-token' : intent.header;
  return header === undefined ? intent.cause : `${intent.cause} ${header}`;
}

/** Values that do not fit are told by variants-misfits.test.ts. */
function lacksSomething({ intent }: PlannedExchange): boolean {
  return intent.kind === 'refused' && (intent.cause === 'missing-field' || !isInputCause(intent.cause));
}

describe.each(operations.map(({ id }) => [id] as const))('%s', (id) => {
  it('is probed for what its document requires, and for nothing else', async () => {
    const probes = plannedIn(await planOf([id])).filter(
      (one) => one.origin.kind === 'probe' && lacksSomething(one),
    );
    expect(probes.map(provoked).toSorted()).toEqual(EXPECTED[id]?.toSorted());
  });

  it('is sent no refusal twice', async () => {
    const refused = plannedIn(await planOf([id])).filter(lacksSomething);
    const provocations = refused.map(provoked);
    expect(new Set(provocations).size).toBe(provocations.length);
    const described = DESCRIBED[id] ?? [];
    expect(provocations.toSorted()).toEqual([...(EXPECTED[id] ?? []), ...described].toSorted());
  });

  it('is sent probes that differ from a good request in one thing only', async () => {
    const exchanges = plannedIn(await planOf([id]));
    for (const { origin, request, intent, id: name } of exchanges) {
      if (origin.kind !== 'probe') continue;
      const base = exchanges.find((other) => other.id === `${id}/${origin.basedOn}`);
      expect(base?.intent).toEqual({ kind: 'accepted', outcome: 'success' });
      if (base !== undefined)
        expect(differences(base.request, request).toSorted(), name).toEqual(placesOf(intent, id));
    }
  });
});

/** The places that a refusal is provoked by. */
function placesOf(intent: Intent, id: string): readonly string[] {
  if (intent.kind === 'accepted') return [];
  if ('field' in intent)
    return intent.field === 'body#' ? ['body#/agentIds', 'body#/department'] : [intent.field];
  if (intent.header !== undefined) return [headerNamed(intent.header, id)];
  return operationOf(id)
    .parameters.filter(({ credential }) => credential)
    .map(({ name }) => `header.${name}`);
}

function headerNamed(lowerCase: string, id: string): string {
  const found = operationOf(id).parameters.find(({ name }) => name.toLowerCase() === lowerCase);
  return `header.${found?.name ?? ''}`;
}

describe('credentials', () => {
  it('that are wrong keep the form of their scheme', async () => {
    const wrong = plannedIn(await planOf(operations.map(({ id }) => id))).filter(
      (one) => one.origin.kind === 'probe' && provoked(one) === 'wrong-credentials',
    );
    const sent = wrong.flatMap(({ request }) => request.headers.filter(([name]) => name === 'Authorization'));
    expect(sent.length).toBe(6);
    for (const [, value] of sent) {
      const [scheme, token = ''] = value.split(' ');
      if (scheme === 'Basic') expect(Buffer.from(token, 'base64').toString()).toMatch(/^[^:]+:.+$/);
      else expect(value).toMatch(/^Bearer [\w-]+$/);
    }
  });

  it('that are wrong stand where the right ones stood', async () => {
    const exchanges = plannedIn(await planOf(['acquire.joinChat']));
    const namesIn = (slug: string) =>
      exchanges.find(({ id }) => id.endsWith(slug))?.request.headers.map(([name]) => name);
    expect(namesIn('/probe-wrong-credentials')).toEqual(namesIn('/a-request-to-join-an-open-case'));
  });

  it('of two headers are also left out one at a time', () => {
    const id = 'rocketchat.registerDepartment';
    const probes = deriveProbes(operationOf(id), interactionOf(id, 'a new department with one agent'), input);
    const headersOf = (slug: string) =>
      probes.find((probe) => probe.slug === slug)?.request.headers.map(([name]) => name);
    expect(headersOf('probe-without-x-auth-token')).toEqual(['Content-Type', 'X-User-Id']);
    expect(headersOf('probe-without-x-user-id')).toEqual(['Content-Type', 'X-Auth-Token']);
    expect(headersOf('probe-no-credentials')).toEqual(['Content-Type']);
  });

  it('are not asked of the states of a probe that goes without them', () => {
    const id = 'acquire.joinChat';
    const probes = deriveProbes(operationOf(id), interactionOf(id, 'a request to join an open case'), input);
    const places = probes.map(({ slug, request }) => [slug, request.injections.map(({ at }) => at)]);
    expect(Object.fromEntries(places)).toEqual({
      'probe-no-credentials': ['body#/caseId'],
      'probe-wrong-credentials': ['body#/caseId'],
      'probe-missing-caseid': ['header.Authorization'],
    });
  });
});
