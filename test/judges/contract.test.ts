// Recorded exchanges before Pact's own verifier, in its own process.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mismatchFindings } from '../../src/judges/contract/mismatch-findings.ts';
import { type PactMatcher, startPactMatcher } from '../../src/judges/contract/pact-matcher.ts';
import type { Verification } from '../../src/judges/contract/read-verification.ts';
import { withMember } from '../../src/model/edit-json.ts';
import type { Source } from '../../src/model/source.ts';
import { answered } from '../fixtures/exchange-parts.ts';
import {
  documentedNotification,
  INVITATION,
  JOIN,
  JOIN_VALUES,
  type JoinAnswer,
  joinExchange,
  recorded,
} from './pact-exchanges.ts';

let matcher: PactMatcher;
beforeAll(async () => {
  matcher = await startPactMatcher();
});
afterAll(() => matcher.close());

const match = (answer: JoinAnswer) => matcher.matchExchange(JOIN, joinExchange(answer), JOIN_VALUES);

const SOMEWHERE: Source = { document: 'page', lines: [1, 1], strength: 'shown' };

function pointersOf(verification: Verification, place = 'response.body'): readonly string[] {
  if (verification.kind !== 'mismatched') throw new Error(JSON.stringify(verification));
  return verification.mismatches
    .flatMap((mismatch) => mismatchFindings(mismatch, place, () => SOMEWHERE))
    .map(({ pointer }) => pointer);
}

describe('an answer', () => {
  it('that is as documented matches', async () => {
    expect(await match({})).toEqual({ kind: 'matched' });
  });

  it('that has more than anybody relies on matches', async () => {
    expect(await match({ change: ['/data/unheardOf', [1]] })).toEqual({ kind: 'matched' });
  });

  it.each<readonly [string, JoinAnswer, readonly string[]]>([
    ['another status', { status: 201 }, ['response.status']],
    [
      'another type of content',
      { headers: [['content-type', 'application/x-other+json']] },
      ['response.header.content-type'],
    ],
    ['text for a number', { change: ['/data/id', '1684'] }, ['response.body#/data/id']],
    ['no such member', { change: ['/data/contactId', undefined] }, ['response.body#/data/contactId']],
    [
      'a broken item of a list',
      { change: ['/data/users/1/userId', null] },
      ['response.body#/data/users/1/userId'],
    ],
  ])('with %s is told apart, by its place', async (_, answer, pointers) => {
    expect(pointersOf(await match(answer))).toEqual(pointers);
  });

  it('that redirects is judged as it is, and nobody is asked further', async () => {
    const headers = [['location', 'http://127.0.0.1:1/elsewhere']] as const;
    const redirect = recorded(JOIN, JOIN_VALUES, answered(307, null, headers));
    expect(pointersOf(await matcher.matchExchange(JOIN, redirect, JOIN_VALUES))).toContain('response.status');
  });
});

describe('an exchange of another request than that of the contract', () => {
  const sent = joinExchange();

  it.each([
    ['path', { ...sent.request, path: '/api/v1/crm/messenger/chat/leave' }],
    ['method', { ...sent.request, method: 'POST' }],
    ['query', { ...sent.request, query: [['x-user-type', 'user']] }],
    ['body', { ...sent.request, body: { text: '{"askJoin":true,"caseId":7}' } }],
    ['body', { ...sent.request, body: undefined }],
  ] as const)('is not verified: the %s differs', async (part, request) => {
    const verification = await matcher.matchExchange(JOIN, { ...sent, request }, JOIN_VALUES);
    expect(verification).toMatchObject({
      kind: 'unverified',
      reason: expect.stringContaining(`the ${part} that was sent`),
    });
  });

  it('is not verified where the states were given other values', async () => {
    expect(await matcher.matchExchange(JOIN, sent, { ...JOIN_VALUES, caseId: 5 })).toMatchObject({
      kind: 'unverified',
      reason: expect.stringContaining('"caseId":5'),
    });
  });

  it('is verified where only the order of its members is another', async () => {
    const request = { ...sent.request, body: { text: '{ "caseId": 1684, "askJoin": true }' } };
    expect(await matcher.matchExchange(JOIN, { ...sent, request }, JOIN_VALUES)).toEqual({ kind: 'matched' });
  });
});

describe('a message', () => {
  const [message] = INVITATION.notifications.filter(({ notification }) => notification === 'newMessages');
  const data = documentedNotification('genesys.inviteAgentToChat', 'newMessages');
  const matchMessage = (given = data) => {
    if (message === undefined) throw new Error('the contract has no such message');
    return matcher.matchMessage(INVITATION, message, given);
  };

  it('that is as documented matches', async () => {
    expect(await matchMessage()).toEqual({ kind: 'matched' });
  });

  it.each([
    ['/notificationType', 'OldMessages'],
    ['/messages/0/from/nickname', 7],
    ['/messages/0/timestamp', undefined],
  ] as const)('that differs at %s is told apart', async (pointer, next) => {
    const found = pointersOf(
      await matchMessage(withMember(data, pointer, next)),
      'notifications.newMessages',
    );
    expect(found).toEqual([`notifications.newMessages#${pointer}`]);
  });
});
