import { describe, expect, it } from 'vitest';
import { createSubject } from '../../src/judges/create-subject.ts';
import type { CaseDraft } from '../../src/judges/draft-case.ts';
import { judgeBySchema } from '../../src/judges/judge-by-schema.ts';
import { withMember } from '../../src/model/edit-json.ts';
import type { Exchange } from '../../src/model/exchange.ts';
import type { Intent } from '../../src/model/interaction.ts';
import type { Json } from '../../src/model/json.ts';
import { operationOf, specOf } from '../fixtures/committed-suite.ts';
import { answered } from '../fixtures/exchange-parts.ts';
import {
  documentedAnswer,
  documentedNotification,
  INVITATION,
  INVITATION_VALUES,
  joinExchange,
  recorded,
} from './pact-exchanges.ts';

const ACCEPTED: Intent = { kind: 'accepted', outcome: 'success' };
const REFUSED: Intent = { kind: 'refused', cause: 'missing-field', field: 'body#/caseId' };

function judge(exchange: Exchange, intent = ACCEPTED): Readonly<Record<string, CaseDraft>> {
  const operation = operationOf(exchange.operation);
  const drafts = judgeBySchema(createSubject(operation, intent, exchange), specOf(operation.vendor));
  return Object.fromEntries(drafts.map((draft) => [draft.check, draft]));
}

describe('the body of a response', () => {
  it('passes when it is as its document prints it', () => {
    expect(judge(joinExchange())['response-body-schema']).toMatchObject({
      outcome: 'passed',
      level: 'should',
    });
  });

  it('fails at the place that differs, with the line that shows it', () => {
    const exchange = joinExchange({ change: ['/data/users/1/role', 7] });
    expect(judge(exchange)['response-body-schema']).toMatchObject({
      outcome: 'failed',
      findings: [
        {
          pointer: 'response.body#/data/users/1/role',
          expected: 'type string',
          actual: '7 (integer)',
          source: { document: 'acquire-join-chat', lines: [64, 64], strength: 'shown' },
          level: 'should',
        },
      ],
    });
  });

  it.each<readonly [string, Exchange['result'], string]>([
    ['credentials were refused', answered(401, {}), 'not-run'],
    ['no body is documented', answered(204, {}), 'not-applicable'],
    [
      'it is no JSON',
      { kind: 'response', response: { status: 200, headers: [], body: { text: '<p>' } } },
      'not-run',
    ],
    ['nothing came', { kind: 'failure', failure: { code: 'X', phase: 'response', message: 'x' } }, 'not-run'],
  ])('is not judged where %s', (_, result, outcome) => {
    expect(judge({ ...joinExchange(), result })['response-body-schema']).toMatchObject({
      outcome,
      findings: [],
    });
  });
});

describe('the body of a refusal', () => {
  const refusal = { error: { code: 'ERROR_INVALID_INPUT' } };

  it('need not look like a success where it comes under the status of one', () => {
    const exchange = { ...joinExchange(), result: answered(200, refusal) };
    expect(judge(exchange, REFUSED)['response-body-schema']).toMatchObject({
      outcome: 'not-applicable',
      findings: [],
    });
  });

  it.each<readonly [string, Json, Intent]>([
    ['a body without any mark of failure', {}, REFUSED],
    ['a failure where a success was asked for', refusal, ACCEPTED],
  ])('is no excuse for %s', (_, body, intent) => {
    const exchange = { ...joinExchange(), result: answered(200, body) };
    expect(judge(exchange, intent)['response-body-schema']).toMatchObject({
      outcome: 'failed',
      findings: [{ pointer: 'response.body#/data', expected: 'it to be there' }],
    });
  });
});

describe('the body of our own request', () => {
  it('must itself be as documented when it is to be accepted', () => {
    const exchange = joinExchange();
    const request = { ...exchange.request, body: { text: '{"caseId":"1684"}' } };
    expect(judge({ ...exchange, request })['request-body-schema']).toMatchObject({
      outcome: 'failed',
      findings: [{ pointer: 'request.body#/caseId', expected: 'type integer' }],
    });
    expect(judge(exchange)['request-body-schema']?.outcome).toBe('passed');
  });

  it('may be anything when it is to be refused', () => {
    const exchange = joinExchange();
    const request = { ...exchange.request, body: { text: '{}' } };
    expect(judge({ ...exchange, request }, REFUSED)['request-body-schema']?.outcome).toBe('not-applicable');
  });
});

describe('notifications', () => {
  const OPERATION = 'genesys.inviteAgentToChat';
  const sent = recorded(INVITATION, INVITATION_VALUES, answered(200, documentedAnswer(OPERATION)));
  const heard = (...messages: readonly Json[]): Exchange => ({
    ...sent,
    notifications: messages.map((data) => ({ channel: '/v2/me/chats', data, afterMs: 1 })),
    notificationWait: { kind: 'complete', afterMs: 1 },
  });
  const participants = documentedNotification(OPERATION, 'participantsUpdated');
  const messages = documentedNotification(OPERATION, 'newMessages');
  const outcomesOf = (exchange: Exchange) =>
    Object.values(judge(exchange))
      .filter(({ check }) => check.startsWith('notification-body-schema-'))
      .map(({ check, outcome }) => `${check.replace('notification-body-schema-', '')} ${outcome}`);

  it('are judged one by one, those of the outcome that was provoked', () => {
    expect(outcomesOf(heard(participants, messages))).toEqual([
      'participantsUpdated passed',
      'newMessages passed',
    ]);
    expect(outcomesOf(heard(participants))).toEqual(['participantsUpdated passed', 'newMessages not-run']);
  });

  it('fail when any of a kind does', () => {
    const broken = withMember(participants, '/chat/state', 7);
    const found = judge(heard(participants, broken, messages))[
      'notification-body-schema-participantsUpdated'
    ];
    expect(found).toMatchObject({
      outcome: 'failed',
      findings: [{ pointer: 'notifications.participantsUpdated#/chat/state', source: { lines: [82, 82] } }],
    });
  });

  it('of another chat are nobody’s concern here', () => {
    const foreign = withMember(withMember(participants, '/chat/id', 'other'), '/chat/state', 7);
    expect(outcomesOf(heard(foreign, participants, messages))).toEqual([
      'participantsUpdated passed',
      'newMessages passed',
    ]);
  });
});
