// What is made of Pact's words where they say less than usual.
import { describe, expect, it } from 'vitest';
import { ruleCases } from '../../src/judges/contract/contract-cases.ts';
import { mismatchFindings } from '../../src/judges/contract/mismatch-findings.ts';
import { type Mismatch, readVerification } from '../../src/judges/contract/read-verification.ts';
import { type ExampleParts, exampleSubject } from '../../src/judges/example-subject.ts';
import { obstacleTo } from '../../src/judges/obstacle.ts';
import type { ContractRule, RuleSubject } from '../../src/model/contract.ts';
import { INVITATION } from './pact-exchanges.ts';

const find = () => ({ document: 'page', lines: [1, 1], strength: 'shown' }) as const;

const MISMATCH: Mismatch = {
  ...{ type: 'BodyMismatch', path: '$.id', key: undefined },
  ...{ expected: '7', actual: '"7"', text: 'it differs' },
};

describe('a difference', () => {
  const said = (parts: Partial<Mismatch>) =>
    mismatchFindings({ ...MISMATCH, ...parts }, 'response.body', find).map(({ pointer, expected }) => [
      pointer,
      expected,
    ]);

  it.each<readonly [string, Partial<Mismatch>, readonly [string, string]]>([
    ['in a body names a like of what is accepted', {}, ['response.body#/id', 'like 7']],
    ['of a type in a body as well', { type: 'BodyTypeMismatch', path: '$' }, ['response.body#', 'like 7']],
    [
      'in a header names the very value',
      { type: 'HeaderMismatch', key: 'Location', expected: '/t' },
      ['response.header.location', '/t'],
    ],
    ['of the status names it', { type: 'StatusMismatch', expected: '200' }, ['response.status', '200']],
    [
      'without an expected value is told in the words of Pact',
      { expected: '' },
      ['response.body#/id', 'it differs'],
    ],
    ['without a place is one of the body', { path: undefined }, ['response.body#', 'like 7']],
    ['at a place that cannot be read is one of the body', { path: 'id' }, ['response.body#', 'like 7']],
  ])('%s', (_, parts, words) => {
    expect(said(parts)).toEqual([words]);
  });
});

describe('a result', () => {
  const interactionResults = (result: string) => [{ result }];

  it('needs no list of errors', () => {
    const json = JSON.stringify({ result: true, interactionResults: interactionResults('OK') });
    expect(readVerification(json)).toEqual({ kind: 'matched' });
  });

  it('can say little of a difference', () => {
    const mismatches = [{}, { key: 'location', path: null }];
    const errors = [{ interaction: 'd', mismatch: { type: 'mismatches', mismatches } }];
    const json = JSON.stringify({ result: false, interactionResults: interactionResults('Error'), errors });
    const nothing = { type: 'Mismatch', path: undefined, key: undefined, expected: '', actual: '', text: '' };
    expect(readVerification(json)).toEqual({
      kind: 'mismatched',
      mismatches: [nothing, { ...nothing, key: 'location' }],
    });
  });

  it.each([
    ['errors that are no list', { errors: {} }],
    ['an error about nothing', { errors: [{ mismatch: { type: 'a' } }] }],
    ['an error without what is wrong', { errors: [{ interaction: 'd' }] }],
    ['an error of no type', { errors: [{ interaction: 'd', mismatch: {} }] }],
    ['an error whose type is no text', { errors: [{ interaction: 'd', mismatch: { type: 7 } }] }],
    ['a message that is no text', { errors: [{ interaction: 'd', mismatch: { type: 'a', message: 7 } }] }],
    ['an interaction that is no text', { errors: [{ interaction: 7, mismatch: { type: 'a' } }] }],
    ['an error that is no object', { pendingErrors: ['d'] }],
    [
      'differences that are no list',
      { errors: [{ interaction: 'd', mismatch: { type: 'a', mismatches: 'x' } }] },
    ],
    [
      'a difference that is no object',
      { errors: [{ interaction: 'd', mismatch: { type: 'a', mismatches: ['x'] } }] },
    ],
    ['results that are no list', { interactionResults: 'OK' }],
    ['a result of nothing', { interactionResults: [{}] }],
    ['a result that is no text', { interactionResults: [{ result: true }] }],
    ['a result that is no object', { interactionResults: ['OK'] }],
    ['no result', { result: undefined }],
  ])('with %s is of an unknown shape', (_, parts) => {
    const whole = { result: true, interactionResults: interactionResults('OK'), ...parts };
    expect(readVerification(JSON.stringify(whole))).toEqual({
      kind: 'unverified',
      reason: 'Pact gave a result of an unknown shape',
    });
  });
});

describe('a rule', () => {
  function shown(parts: ExampleParts): RuleSubject['response'] {
    const seen: RuleSubject['response'][] = [];
    const rule: ContractRule = {
      ...{ id: 'one', title: 'it holds', why: 'it is read' },
      broken: ({ response }) => {
        seen.push(response);
        return [];
      },
    };
    const contract = {
      ...{ consumer: 'desk', vendor: 'nobody', operation: 'nobody.makeThing', file: 'desk.ts' },
      ...{ relies: [], rules: [rule], interactions: [] },
    };
    const subject = exampleSubject(parts);
    expect(ruleCases(contract, { interaction: INVITATION, subject, find })).toMatchObject([
      { level: 'must', outcome: 'passed', title: 'it holds' },
    ]);
    const [first] = seen;
    if (first === undefined) throw new Error('the rule was not asked');
    return first;
  }

  it.each<readonly [ExampleParts, RuleSubject['response']]>([
    [{ text: '{"id":1}' }, { status: 200, body: { id: 1 }, form: 'json' }],
    [
      { text: '', status: 204 },
      { status: 204, body: undefined, form: 'empty' },
    ],
    [{ text: '<p>' }, { status: 200, body: undefined, form: 'other' }],
  ])('sees of %j what form the body has', (parts, response) => {
    expect(shown(parts)).toEqual(response);
  });
});

describe('an obstacle', () => {
  const { operation, exchange } = exampleSubject({});
  const undescribed = { ...operation, responses: [] };
  const answered = (status: number, redirect?: 'other-host') => ({
    ...exchange,
    result: {
      kind: 'response',
      response: {
        ...{ status, headers: [], body: { text: '' } },
        ...(redirect === undefined ? {} : { redirect }),
      },
    } as const,
  });

  it.each([
    ['wrong-credentials', 401, undefined],
    ['no-credentials', 401, undefined],
    ['wrong-credentials', 403, undefined],
    ['no-permission', 403, undefined],
    ['no-permission', 401, 'the target did not accept the credentials (401)'],
    ['wrong-state', 401, 'the target did not accept the credentials (401)'],
    ['wrong-state', 403, 'the credentials lack a permission (403)'],
    ['wrong-state', 404, 'the target knows no such route (404)'],
    ['wrong-state', 409, undefined],
  ] as const)('to provoking %s under %i, where no refusal is documented: %s', (cause, status, reason) => {
    expect(obstacleTo(undescribed, { kind: 'refused', cause }, answered(status))).toBe(reason);
  });

  it('is whoever answers in place of the target, whatever was provoked', () => {
    for (const intent of [
      { kind: 'accepted', outcome: 'success' },
      { kind: 'refused', cause: 'wrong-state' },
    ] as const)
      expect(obstacleTo(operation, intent, answered(302, 'other-host'))).toMatch(/ \(302\)$/);
  });
});
