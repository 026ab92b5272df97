// The ledger of whole runs on the embedded vendors: as they should be, and with one thing wrong.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listClaims } from '../../src/claims/list-claims.ts';
import { type PactMatcher, startPactMatcher } from '../../src/judges/contract/pact-matcher.ts';
import type { OperationReport, Report } from '../../src/model/report.ts';
import { runWithFault } from '../faults/run-with-fault.ts';
import { operationOf, specOf } from '../fixtures/committed-suite.ts';
import { carryOut } from '../run/carried-out.ts';
import { countsOfTheMock } from './counts-of-the-mock.ts';

let matcher: PactMatcher;
beforeAll(async () => {
  matcher = await startPactMatcher();
});
afterAll(() => matcher.close());

/** Every claim once, whatever a run shows of it, and the counts are those of the list. */
function assertReconciled({ operation, claims: { counts, list }, cases }: OperationReport): void {
  const listed = listClaims(specOf(operation.split('.')[0] ?? ''), operationOf(operation));
  expect(list.map(({ id }) => id)).toEqual(listed.map(({ claim }) => claim.id));
  const standing = (status: string) => list.filter((claim) => claim.status === status).length;
  expect(counts).toEqual({
    confirmed: standing('confirmed'),
    contradicted: standing('contradicted'),
    notObserved: standing('not-observed'),
    untestable: standing('untestable'),
    total: listed.length,
  });
  const fingerprints = cases.flatMap(({ findings }) => findings.map(({ fingerprint }) => fingerprint));
  const exchanges = new Set(cases.map(({ exchange }) => exchange));
  for (const claim of list) {
    if (claim.status === 'contradicted') expect(fingerprints).toContain(claim.finding);
    if (claim.status === 'confirmed' || claim.status === 'contradicted')
      expect(exchanges).toContain(claim.exchange);
  }
}

/** What a schema judge finds wrong in an answer or a notification speaks against a statement of the document. */
function findingsWithoutClaim({ cases, claims: { list } }: OperationReport): readonly string[] {
  const places = new Set(
    list.flatMap((claim) => (claim.status === 'contradicted' ? [claim.specPointer] : [])),
  );
  return cases
    .filter(({ judge, check }) => judge === 'schema' && check !== 'request-body-schema')
    .flatMap(({ findings }) => findings)
    .filter(({ specPointer }) => specPointer === null || !places.has(specPointer))
    .map(({ pointer, expected }) => `${pointer} ${expected}`);
}

test('of vendors that do as documented nothing is contradicted, and so much is confirmed', async () => {
  const { report } = await carryOut({ operations: Object.keys(countsOfTheMock) }, matcher);
  for (const operation of report.operations) {
    assertReconciled(operation);
    const { confirmed, contradicted, notObserved, untestable } = operation.claims.counts;
    expect([operation.operation, confirmed, contradicted, notObserved, untestable]).toEqual([
      operation.operation,
      ...(countsOfTheMock[operation.operation] ?? []),
    ]);
  }
});

/** Fault, operation, and one claim it has to contradict. */
const FAULTS: readonly (readonly [fault: string, operation: string, claim: string])[] = [
  ['any.status-created', 'acquire.sendSms', 'status/response.status(200)'],
  ['any.content-type', 'acquire.joinChat', 'content-type/response.header.content-type'],
  ['any.json-truncated', 'acquire.joinChat', 'content-type/response.header.content-type'],
  ['any.null-body', 'genesys.inviteAgentToChat', 'type/response.body#'],
  ['any.accepts-no-credentials', 'acquire.sendSms', 'requiredness/request.header.Authorization'],
  ['any.accepts-missing-field', 'acquire.sendSms', 'requiredness/request.body#/Body'],
  ['acquire.invite-wrong-key', 'acquire.inviteAgent', 'agreement/response.body#/data/*/userId'],
  ['acquire.invite-list', 'acquire.inviteAgent', 'type/response.body#/data'],
  ['acquire.invite-online-missing', 'acquire.inviteAgent', 'presence/response.body#/data/*/online'],
  ['acquire.join-wrong-case', 'acquire.joinChat', 'echo/response.body#/data/id'],
  ['acquire.join-date-format', 'acquire.joinChat', 'format/response.body#/data/dateCreated'],
  ['acquire.message-error-under-200', 'acquire.addChatMessage', 'failure-sign/response.body#/error'],
  [
    'acquire.message-before-case',
    'acquire.addChatMessage',
    'agreement/response.body#/data/dateCreated(not-before-/data/case/dateCreated)',
  ],
  [
    'acquire.message-user-type-ignored',
    'acquire.addChatMessage',
    'echo/response.body#/data/senderType(user)',
  ],
  [
    'acquire.message-contact-is-agent',
    'acquire.addChatMessage',
    'echo/response.body#/data/senderType(contact)',
  ],
  ['acquire.message-accepts-closed-case', 'acquire.addChatMessage', 'state/response.status(an active case)'],
  ['acquire.join-wrong-person', 'acquire.joinChat', 'agreement/response.body#/data/users/*/user/id'],
  ['acquire.join-joiner-not-joined', 'acquire.joinChat', 'limit/response.body#/data/users(contains)'],
  ['acquire.message-refuses-no-user-type', 'acquire.addChatMessage', 'optionality/request.query.x-user-type'],
  [
    'rocketchat.department-refuses-description',
    'rocketchat.registerDepartment',
    'acceptance/request.body#/department/description(string)',
  ],
  ['genesys.answer-status-code-text', 'genesys.inviteAgentToChat', 'type/response.body#/statusCode'],
  ['genesys.notifications-reordered', 'genesys.inviteAgentToChat', 'order/notifications(success)'],
  [
    'genesys.notifications-without-messages',
    'genesys.inviteAgentToChat',
    'notification/notifications.newMessages',
  ],
  [
    'genesys.told-wrong-reference',
    'genesys.inviteAgentToChat',
    'correlation/notifications.inviteFailed#/referenceId',
  ],
  [
    'genesys.told-nickname-missing',
    'genesys.inviteAgentToChat',
    'presence/notifications.participantsUpdated#/chat/participants/*/nickname',
  ],
  ['rocketchat.forbidden-success', 'rocketchat.registerDepartment', 'value/403/response.body#/success'],
  [
    'rocketchat.accepts-no-permission',
    'rocketchat.registerDepartment',
    'permission/response.status(manage-livechat-departments)',
  ],
];

describe('with the fault', () => {
  test.each(FAULTS)('%s the ledger of %s adds up and %s is contradicted', async (fault, operation, claim) => {
    const report: Report = await runWithFault(fault, operation, matcher);
    const [judged] = report.operations;
    if (judged === undefined) throw new Error(`${operation} was not judged`);
    assertReconciled(judged);
    const found = judged.claims.list.find(({ id }) => id === `${operation}/${claim}`);
    expect(found).toMatchObject({ status: 'contradicted' });
    expect(findingsWithoutClaim(judged)).toEqual([]);
  });
});
