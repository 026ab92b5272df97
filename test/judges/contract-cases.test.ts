// What becomes of a verification, of messages and of rules, in every outcome a case can have.
import { describe, expect, it } from 'vitest';
import { messageCase, responseCase, ruleCases } from '../../src/judges/contract/contract-cases.ts';
import { mismatchFindings } from '../../src/judges/contract/mismatch-findings.ts';
import type { Mismatch, Verification } from '../../src/judges/contract/read-verification.ts';
import { type ExampleParts, exampleSubject } from '../../src/judges/example-subject.ts';
import type { Contract, ContractRule } from '../../src/model/contract.ts';
import type { Source } from '../../src/model/source.ts';
import { INVITATION } from './pact-exchanges.ts';

const SOURCE: Source = { document: 'page', lines: [1, 1], strength: 'shown' };
const find = () => SOURCE;

const MISMATCH: Mismatch = {
  type: 'BodyMismatch',
  path: '$.data[0].id',
  key: undefined,
  expected: '7',
  actual: '"7"',
  text: "Expected '7' (String) to be an integer number",
};
const MATCHED: Verification = { kind: 'matched' };
const MISMATCHED: Verification = { kind: 'mismatched', mismatches: [MISMATCH] };
const UNVERIFIED: Verification = { kind: 'unverified', reason: 'Pact is gone' };

function held(parts: ExampleParts = {}) {
  return { interaction: INVITATION, subject: exampleSubject(parts), find };
}

describe('responseCase', () => {
  it.each([
    [MATCHED, 'passed', null],
    [MISMATCHED, 'failed', null],
    [UNVERIFIED, 'errored', 'Pact is gone'],
  ] as const)('of %j is %s', (verification, outcome, reason) => {
    expect(responseCase(held(), verification)).toMatchObject({
      judge: 'contract',
      check: 'contract',
      outcome,
      reason,
    });
  });

  it('has nothing to say where no document describes the refusal, unless a brought pact relies on it', () => {
    const undescribed = held({ intent: { kind: 'refused', cause: 'wrong-state' }, status: 409 });
    for (const verification of [MATCHED, MISMATCHED])
      expect(responseCase(undescribed, verification)).toMatchObject({
        outcome: 'not-applicable',
        reason: expect.stringContaining('no document describes this refusal'),
      });
    const described = held({ intent: { kind: 'refused', cause: 'no-credentials' }, status: 401 });
    expect(responseCase(described, MISMATCHED)).toMatchObject({ outcome: 'failed' });
    const interaction = { ...INVITATION, brought: { from: 'a.json', returned: [] } };
    expect(responseCase({ ...undescribed, interaction }, MISMATCHED)).toMatchObject({ outcome: 'failed' });
    expect(responseCase({ ...undescribed, interaction }, MATCHED)).toMatchObject({ outcome: 'passed' });
  });

  it.each<readonly [string, ExampleParts, string]>([
    ['credentials were refused', { status: 401 }, '(401)'],
    ['there were too many requests', { status: 429 }, '(429)'],
    ['nothing came', { failure: { code: 'ECONNRESET', phase: 'response', message: 'reset' } }, 'ECONNRESET'],
  ])('is not run where %s, whatever Pact says', (_, parts, reason) => {
    for (const verification of [MATCHED, MISMATCHED, UNVERIFIED])
      expect(responseCase(held(parts), verification)).toMatchObject({
        outcome: 'not-run',
        reason: expect.stringContaining(reason),
        findings: [],
      });
  });

  it('has findings that bind, with the place and its source', () => {
    expect(responseCase(held(), MISMATCHED).findings).toEqual([
      {
        pointer: 'response.body#/data/0/id',
        expected: 'like 7',
        actual: '"7"',
        source: SOURCE,
        level: 'must',
      },
    ]);
  });

  it('has its findings in one order, in whichever Pact names them', () => {
    const places = ['$.a', '$.B', '$.data[0].id'].map((path) => ({ ...MISMATCH, path }));
    for (const mismatches of [places, places.toReversed()])
      expect(
        responseCase(held(), { kind: 'mismatched', mismatches }).findings.map(({ pointer }) => pointer),
      ).toEqual(['response.body#/a', 'response.body#/B', 'response.body#/data/0/id']);
  });
});

describe('mismatchFindings', () => {
  it.each<readonly [string, Partial<Mismatch>, string]>([
    ['the status', { type: 'StatusMismatch', path: undefined }, 'response.status'],
    [
      'a header',
      { type: 'HeaderMismatch', path: undefined, key: 'Content-Type' },
      'response.header.content-type',
    ],
    ['the body as a whole', { path: '$' }, 'response.body#'],
    ['a member with a name of its own', { path: "$['x-y'].z" }, 'response.body#/x-y/z'],
  ])('point at %s', (_, parts, pointer) => {
    expect(
      mismatchFindings({ ...MISMATCH, ...parts }, 'response.body', find).map((found) => found.pointer),
    ).toEqual([pointer]);
  });

  it('name each member that is not there', () => {
    const text = 'Actual map is missing the following keys: contactId, a/b';
    const found = mismatchFindings({ ...MISMATCH, path: '$.data', text }, 'response.body', find);
    expect(found.map(({ pointer, actual }) => [pointer, actual])).toEqual([
      ['response.body#/data/contactId', 'absent'],
      ['response.body#/data/a~1b', 'absent'],
    ]);
  });
});

describe('messageCase', () => {
  const [message] = INVITATION.notifications;
  if (message === undefined) throw new Error('the contract has no message');
  const check = `contract-${message.notification}`;

  it.each([
    [MATCHED, 'passed'],
    [MISMATCHED, 'failed'],
    [UNVERIFIED, 'errored'],
    ['not-received', 'failed'],
  ] as const)('of %j is %s', (verification, outcome) => {
    expect(messageCase(held(), message, verification)).toMatchObject({ check, outcome });
  });

  it('points at the notification', () => {
    const pointers = ([MISMATCHED, 'not-received'] as const).map(
      (verification) => messageCase(held(), message, verification).findings[0]?.pointer,
    );
    const place = `notifications.${message.notification}`;
    expect(pointers).toEqual([`${place}#/data/0/id`, place]);
  });

  it.each<readonly [string, ExampleParts, string]>([
    ['nothing was listened to', { wait: { kind: 'not-awaited' } }, 'not-run'],
    [
      'listening failed',
      { wait: { kind: 'failed', failure: { code: 'X', phase: 'notifications', message: 'refused' } } },
      'not-run',
    ],
    ['the request was not taken', { status: 500 }, 'not-run'],
    ['none is documented', { withoutNotifications: true }, 'not-applicable'],
  ])('blames nobody where %s', (_, parts, outcome) => {
    expect(messageCase(held(parts), message, 'not-received')).toMatchObject({ outcome, findings: [] });
  });
});

describe('ruleCases', () => {
  const rule = (broken: ContractRule['broken']): Contract => ({
    ...{ consumer: 'desk', vendor: 'example', operation: 'example.createThing', file: 'f', relies: [] },
    interactions: [],
    rules: [{ id: 'one', title: 'One is one', why: 'it counts', broken }],
  });
  const difference = { pointer: 'response.body#/id', expected: '1', actual: '7' };

  it.each<readonly [string, ContractRule['broken'], object]>([
    ['holds', () => [], { outcome: 'passed', title: 'One is one' }],
    [
      'is broken',
      () => [difference],
      { outcome: 'failed', findings: [{ ...difference, level: 'must', source: SOURCE }] },
    ],
    [
      'has nothing to say',
      () => ({ silent: 'no list came' }),
      { outcome: 'not-applicable', reason: 'no list came' },
    ],
    [
      'fails itself',
      () => {
        throw new Error('out of order');
      },
      { outcome: 'errored', reason: 'the rule itself failed: out of order' },
    ],
  ])('of a rule that %s', (_, broken, expected) => {
    expect(ruleCases(rule(broken), held())).toMatchObject([
      { check: 'contract-rule-one', judge: 'contract', ...expected },
    ]);
  });

  it('show the rule what was sent and what came', () => {
    const seen: unknown[] = [];
    const parts = { requestBody: { name: 'x' }, text: '{"id":1}', notifications: [{ kind: 'made' }] };
    const watching = rule((subject) => {
      seen.push(subject);
      return [];
    });
    ruleCases(watching, held(parts));
    expect(seen).toEqual([
      {
        request: { path: '/things/9', query: {}, body: { name: 'x' } },
        response: { status: 200, body: { id: 1 }, form: 'json' },
        notifications: [{ kind: 'made' }],
      },
    ]);
  });

  it('do not show the rule what is told of other calls', () => {
    const own = { kind: 'made', thing: '9' };
    const ofAnother = { kind: 'made', thing: '8' };
    const undocumented = { thing: '8' };
    const seen: unknown[] = [];
    const watching = rule(({ notifications }) => {
      seen.push(...notifications);
      return [];
    });
    ruleCases(watching, held({ notifications: [ofAnother, own, undocumented] }));
    expect(seen).toEqual([own, undocumented]);
  });

  it.each([
    [{ status: 500 }, 'not-run'],
    [{ status: 401 }, 'not-run'],
    [{ intent: { kind: 'refused', cause: 'no-credentials' }, status: 401 }, 'not-applicable'],
  ] as const)('do not run on %j', (parts, outcome) => {
    expect(
      ruleCases(
        rule(() => [difference]),
        held(parts),
      ),
    ).toMatchObject([{ outcome, findings: [] }]);
  });
});
