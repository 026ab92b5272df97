// Pacts as three other implementations write them, judged beside our own contract on the embedded vendors.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PactMatcher, startPactMatcher } from '../../src/judges/contract/pact-matcher.ts';
import type { ReliedOnStanding, Report } from '../../src/model/report.ts';
import { readPact } from '../../src/pacts/read-pact.ts';
import { tiePacts } from '../../src/pacts/tie-pacts.ts';
import { planRun } from '../../src/plan/plan-run.ts';
import { documentedInput } from '../../src/run/documented-input.ts';
import mockTarget from '../../src/targets/mock.target.ts';
import { operations, suite } from '../fixtures/committed-suite.ts';
import { fixture, judgeWith, tied } from './judge-pacts.ts';

const ACQUIRE = ['chat-bot-acquire.v2.json', 'supervisor-acquire.v4.json'];
const GENESYS = ['wallboard-genesys.v4.json', 'audit-trail-genesys.v3-messages.json'];
const ROCKETCHAT = ['staff-planner-rocketchat.v3.json'];
const ALL = [...ACQUIRE, ...GENESYS, ...ROCKETCHAT];

const OF_ACQUIRE = ['acquire.joinChat', 'acquire.inviteAgent'];
const OF_GENESYS = ['genesys.inviteAgentToChat'];
const OF_ROCKETCHAT = ['rocketchat.registerDepartment'];

let matcher: PactMatcher;
beforeAll(async () => {
  matcher = await startPactMatcher();
});
afterAll(() => matcher.close());

function standings({ reliedOn }: Report): Readonly<Record<string, ReliedOnStanding>> {
  return Object.fromEntries(reliedOn.consumers.map(({ consumer, standing }) => [consumer, standing]));
}

describe('a vendor that does as its document says', () => {
  it('keeps every consumer, each in a column of its own', async () => {
    const judged = [...OF_ACQUIRE, ...OF_GENESYS, ...OF_ROCKETCHAT];
    const report = await judgeWith(tied(ALL), judged, [], matcher);
    expect(standings(report)).toEqual({
      'support-desk': 'kept',
      'Chat Bot': 'kept',
      supervisor: 'kept',
      wallboard: 'kept',
      'audit trail': 'kept',
      'staff-planner': 'kept',
    });
    expect(report.verdict).toBe('conformant');
  });
});

describe('a vendor that deviates breaks whoever relies on the place', () => {
  it.each([
    // The case that was asked for is expected back by its example: what is expected is what was sent.
    ['acquire.join-wrong-case', ['acquire.joinChat'], ACQUIRE, ['support-desk', 'Chat Bot']],
    ['acquire.invite-sent-number', ['acquire.inviteAgent'], ACQUIRE, ['support-desk', 'supervisor']],
    // No document describes this refusal; our contract takes any, and so does not mind which.
    ['acquire.message-accepts-closed-case', ['acquire.addChatMessage'], ACQUIRE, ['supervisor']],
    ['genesys.told-failure-text-missing', OF_GENESYS, GENESYS, ['support-desk', 'audit trail']],
    ['rocketchat.department-id-missing', OF_ROCKETCHAT, ROCKETCHAT, ['support-desk', 'staff-planner']],
  ])('%s', async (fault, judged, pacts, broken) => {
    const report = await judgeWith(tied(pacts), judged, [fault], matcher);
    const found = Object.entries(standings(report)).filter(([, standing]) => standing === 'broken');
    expect(found.map(([consumer]) => consumer).toSorted()).toEqual(broken.toSorted());
  });
});

describe('what a pact comes to', () => {
  it('tells what is relied on though no document says it', () => {
    const notes = tied(ALL).reported.flatMap((one) => one.notes.filter(({ kind }) => kind !== 'taken-as'));
    expect(notes.map(({ kind, place }) => [kind, place])).toEqual([
      ['not-documented', '/interactions/2'],
      ['pending', ''],
    ]);
  });

  it('sends no example: ids and credentials are those that the target supplies', async () => {
    const own = tied(ALL);
    const whole = { ...suite, contracts: own.contracts };
    const target = await mockTarget.open({ specs: suite.specs, timeoutMs: 800, faults: [], readings: {} });
    const plan = await planRun(whole, operations, target, documentedInput(whole)).finally(target.close);
    const planned = plan.exchanges.filter((one) => one.kind === 'planned');
    const sent = JSON.stringify(planned.map(({ request }) => request));
    expect(planned.filter(({ origin }) => origin.kind === 'contract')).toHaveLength(10);
    for (const example of [
      '1684',
      'secret-of-the-bot',
      'PLANNER00',
      'planner-token',
      '00WB',
      'd2FsbGJ',
      ':41,',
    ])
      expect(sent).not.toContain(example);
  });

  it('is not sent where nobody can tell what would make the target answer so', () => {
    const own = tied(['supervisor-acquire.v4.json'], {});
    const reasons = own.contracts.flatMap(({ interactions }) =>
      interactions.flatMap((one) => one.brought?.obstacle ?? []),
    );
    expect(reasons).toEqual([
      'nothing tells what makes the target answer 400; say with --states what "a chat that is over" is in our words',
    ]);
  });

  it('leaves our own pact out when it comes back, and refuses somebody who goes by its name', () => {
    const [ours] = suite.contracts;
    if (ours === undefined) throw new Error('no contract');
    const choices = { providers: {}, mapping: {} };
    const stranger = { ...Object(fixture('chat-bot-acquire.v2.json')), consumer: { name: ours.consumer } };
    expect(() => tiePacts([readPact('stranger.json', stranger)], suite, choices)).toThrow(/support-desk/);
  });

  it('is of a vendor whatever its provider is called, once that is said', () => {
    const pact = { ...Object(fixture('chat-bot-acquire.v2.json')), provider: { name: 'the chat' } };
    const read = [readPact('bot.json', pact)];
    expect(() => tiePacts(read, suite, { providers: {}, mapping: {} })).toThrow(/"the chat"/);
    const { reported } = tiePacts(read, suite, { providers: { 'the chat': 'acquire' }, mapping: {} });
    expect(reported.map(({ vendor, judged, unjudged }) => [vendor, judged, unjudged])).toEqual([
      ['acquire', 2, 1],
    ]);
  });
});
