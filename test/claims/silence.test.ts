// Nothing is confirmed by what did not happen, and nothing is contradicted by what may have another cause.
import { describe, expect, it } from 'vitest';
import { ACCEPTED, claimIn, judgedCall, weigh } from './evidence-parts.ts';

const join = 'acquire.joinChat';
const register = 'rocketchat.registerDepartment';

function ofJoining(claim: string, answerEdits: Record<string, never[] | undefined | null>) {
  return claimIn(weigh(join, judgedCall(join, { answerEdits })), `${join}/${claim}`);
}

describe('an answer', () => {
  it('with an empty list tells nothing of its members', () => {
    const { list } = weigh(join, judgedCall(join, { answerEdits: { '/data/users': [] } }));
    const below = list.filter(({ place }) => place.startsWith('response.body#/data/users/*'));
    expect(below.length).toBeGreaterThan(80);
    expect(new Set(below.map(({ status }) => status))).toEqual(new Set(['not-observed']));
    expect(ofJoining('type/response.body#/data/users/*', { '/data/users': [] })).toMatchObject({
      reason: '/data/users was empty wherever it was seen',
    });
  });

  it('tells that a member is there by the object that has to hold it', () => {
    expect(ofJoining('presence/response.body#/data/meta/queues', {})).toMatchObject({ status: 'confirmed' });
    const gone = ofJoining('presence/response.body#/data/meta/queues', { '/data/meta': undefined });
    expect(gone).toMatchObject({ status: 'not-observed', reason: '/data/meta was never there' });
  });

  it('tells of a branch only where the branch applies', () => {
    const ofAgents = 'type/response.body#/data/users/*/user/photo(type-is-user)';
    expect(ofJoining(ofAgents, {})).toMatchObject({ status: 'confirmed' });
    const { list } = weigh(
      join,
      judgedCall(join, {
        answerEdits: {
          '/data/users/2': undefined,
          '/data/users/0': undefined,
        },
      }),
    );
    const claim = list.find(({ id }) => id === `${join}/${ofAgents}`);
    expect(claim).toMatchObject({ status: 'not-observed' });
  });

  it('tells of either of two members by the one that is there', () => {
    const [withCase, withId] = ['case', 'caseId'].map((name) =>
      weigh(join, judgedCall(join)).list.find(({ id }) =>
        id.startsWith(`${join}/presence/response.body#/data/users/*/${name}(`),
      ),
    );
    expect([withCase?.status, withId?.status]).toEqual(['confirmed', 'confirmed']);
  });

  it('of another status tells nothing of this one', () => {
    const { list } = weigh(register, judgedCall(register, { status: 201 }));
    const ofBody = list.filter(
      ({ place, kind }) => place.startsWith('response.body#') && kind !== 'failure-sign',
    );
    expect(ofBody.filter(({ status }) => status === 'confirmed')).toEqual([]);
    expect(
      claimIn({ list, counts: weigh(register).counts }, `${register}/status/response.status(200)`),
    ).toMatchObject({
      status: 'contradicted',
    });
  });
});

describe('a request', () => {
  it('that was refused as a whole contradicts none of its fields', () => {
    const { list } = weigh(
      register,
      judgedCall(register, { status: 400, answer: { success: false, error: '', errorType: '' } }),
    );
    const taken = list.filter(({ kind }) => kind === 'acceptance');
    expect(taken.filter(({ status }) => status === 'contradicted')).toEqual([]);
    expect(
      claimIn({ list, counts: weigh(register).counts }, `${register}/acceptance/request.body#/agents(array)`),
    ).toMatchObject({
      reason: 'the request that holds it was refused, and nothing tells for which part',
    });
  });

  it('that the vendor broke down on contradicts nothing of what it may hold', () => {
    const broken = judgedCall(register, {
      id: 'more',
      requestEdits: { '/agents/0/count': 1 },
      status: 500,
      answer: {},
    });
    const claim = claimIn(
      weigh(register, judgedCall(register), broken),
      `${register}/acceptance/request.body#/agents/*/count(integer)`,
    );
    expect(claim).toMatchObject({ status: 'not-observed' });
  });

  it('that is refused for one list it adds contradicts the list, not what is in it', () => {
    const bare = judgedCall(register, { requestEdits: { '/agents': undefined } });
    const added = judgedCall(register, {
      id: 'agents',
      status: 400,
      answer: { success: false, error: '', errorType: '' },
    });
    const ledger = weigh(register, bare, added);
    const status = (place: string) => claimIn(ledger, `${register}/acceptance/request.body#${place}`).status;
    expect([
      status('/agents(array)'),
      status('/agents/*(object)'),
      status('/agents/*/agentId(string)'),
    ]).toEqual(['contradicted', 'not-observed', 'not-observed']);
  });

  it('without either of two credentials tells not which of them is needed', () => {
    const intent = { kind: 'refused', cause: 'no-credentials' } as const;
    const answer = { status: 'error', message: '' };
    const neither = judgedCall(register, { intent, status: 401, answer, headers: [] });
    const without = judgedCall(register, { intent, status: 401, answer, headers: [['X-Auth-Token', 't']] });
    const user = `${register}/requiredness/request.header.X-User-Id`;
    expect(claimIn(weigh(register, neither), user)).toMatchObject({
      status: 'not-observed',
      reason: 'it was only left out together with others',
    });
    expect(claimIn(weigh(register, neither, without), user)).toMatchObject({ status: 'confirmed' });
  });

  it('that was not sent leaves its reason with everything it would have shown', () => {
    const { counts, list } = weigh(join, { kind: 'unsent', intent: ACCEPTED, reason: 'no case is open' });
    expect(counts).toMatchObject({ confirmed: 0, contradicted: 0 });
    const answers = list.filter(
      ({ place, kind }) =>
        place.startsWith('response.body#') || (place === 'response.status' && kind !== 'refusal'),
    );
    expect(new Set(answers.map((claim) => ('reason' in claim ? claim.reason : '')))).toEqual(
      new Set(['no case is open']),
    );
  });
});

it.each([
  ['genesys.inviteAgentToChat/feature/response.status(api-multimedia)', 'not-observed'],
  ['genesys.inviteAgentToChat/requiredness/request.path.id', 'untestable'],
  ['genesys.inviteAgentToChat/effect/(notifies-people)', 'untestable'],
  ['rocketchat.registerDepartment/history/(1.0.0)', 'untestable'],
])('%s is %s whatever was seen', (id, status) => {
  const operation = id.split('/')[0] ?? '';
  expect(claimIn(weigh(operation, judgedCall(operation)), id)).toMatchObject({ status });
  expect(claimIn(weigh(operation), id)).toMatchObject({ status });
});
