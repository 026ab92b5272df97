// A case in each of its outcomes, before anybody is blamed.
import { describe, expect, it } from 'vitest';
import { applies, notApplicable, notRun, responseHeader, statusOf } from '../../src/judges/applicability.ts';
import {
  type CaseHeading,
  erroredCase,
  inapplicableCase,
  judgedCase,
  unjudgedCase,
} from '../../src/judges/draft-case.ts';
import { exampleSubject } from '../../src/judges/example-subject.ts';
import { parseBody } from '../../src/judges/parse-body.ts';
import { setupTroubleOf, troubleOf } from '../../src/judges/setup-trouble.ts';
import type { RawFinding } from '../../src/model/finding.ts';

const HEADING: CaseHeading = {
  ...{ judge: 'checks', check: 'value-echo', title: 'it holds', failureTitle: 'it breaks', level: 'should' },
} as const;
const KEPT = { judge: 'checks', check: 'value-echo', title: 'it holds', level: 'should' } as const;
const FINDING: RawFinding = {
  ...{ pointer: 'response.status', expected: '200', actual: '201', level: 'must' },
  source: { document: 'page', lines: [1, 1], strength: 'stated' },
};
const RESET = { code: 'ECONNRESET', phase: 'response', message: 'it broke' } as const;

describe('a case', () => {
  it('passes without findings and fails with any', () => {
    expect(judgedCase(HEADING, [])).toEqual({ ...KEPT, outcome: 'passed', reason: null, findings: [] });
    expect(judgedCase(HEADING, [FINDING])).toEqual({
      ...KEPT,
      ...{ title: 'it breaks', outcome: 'failed', reason: null, findings: [FINDING] },
    });
  });

  it('that was not judged says why', () => {
    expect(unjudgedCase(HEADING, 'not-run', 'no answer')).toEqual({
      ...KEPT,
      ...{ outcome: 'not-run', reason: 'no answer', findings: [] },
    });
    expect(inapplicableCase(HEADING, notRun('a'))).toMatchObject({ outcome: 'not-run', reason: 'a' });
    expect(inapplicableCase(HEADING, notApplicable('b'))).toMatchObject({ outcome: 'not-applicable' });
    expect(inapplicableCase(HEADING, applies('must'))).toBeUndefined();
    expect(inapplicableCase(HEADING, undefined)).toBeUndefined();
  });

  it.each([
    [new Error('out of order'), 'the rule: out of order'],
    ['out of order', 'the rule: out of order'],
  ])('whose judge threw %s says so', (error, reason) => {
    expect(erroredCase(HEADING, 'the rule', error)).toEqual({
      ...KEPT,
      ...{ outcome: 'errored', reason, findings: [] },
    });
  });
});

describe('the answer', () => {
  it('has the status and the headers that came, under any letter case', () => {
    const subject = exampleSubject({
      status: 202,
      headers: [
        ['X-Other', 'a'],
        ['Retry-After', '7'],
      ],
    });
    expect(statusOf(subject)).toBe(202);
    expect(responseHeader(subject, 'retry-after')).toBe('7');
    expect(responseHeader(subject, 'location')).toBeUndefined();
  });

  it('has neither when none came', () => {
    const subject = exampleSubject({ failure: RESET });
    expect(statusOf(subject)).toBe(0);
    expect(responseHeader(subject, 'content-type')).toBeUndefined();
    expect(subject.body).toBeUndefined();
    expect(subject.documented).toBeUndefined();
  });

  it.each([
    [{ text: '{"a":1}' }, { kind: 'json', value: { a: 1 } }],
    [{ text: 'null' }, { kind: 'json', value: null }],
    [{ text: '' }, { kind: 'empty' }],
    [{ text: ' \r\n' }, { kind: 'empty' }],
    [{ text: '{' }, { kind: 'unparseable', problem: expect.stringMatching(/JSON/) }],
    [{ base64: '/w==' }, { kind: 'unparseable', problem: '1 bytes that are no UTF-8 text' }],
  ] as const)('with the body %j is read as it is', (body, read) => {
    expect(parseBody(body)).toEqual(read);
  });
});

const DISPUTED = {
  field: 'body#/name',
  source: { document: 'page', lines: [1, 1], strength: 'shown' },
  disputed: 'example.thing',
} as const;

describe('what stood in the way', () => {
  const trouble = (parts: Parameters<typeof exampleSubject>[0]) => {
    const subject = exampleSubject(parts);
    return [troubleOf(subject)?.id, setupTroubleOf(subject)?.id];
  };
  const without = (cause: 'no-permission' | 'no-credentials') => ({ kind: 'refused', cause }) as const;

  it.each<readonly [string, Parameters<typeof exampleSubject>[0], readonly (string | undefined)[]]>([
    ['credentials', { status: 401 }, ['credentials-refused', 'credentials-refused']],
    ['a permission', { status: 403 }, ['permission-lacking', 'permission-lacking']],
    ['the moment', { status: 429 }, ['rate-limited', 'rate-limited']],
    ['a connection that broke, nobody knows why', { failure: RESET }, ['connection-reset', undefined]],
    ['nothing', {}, [undefined, undefined]],
    [
      'another reading, which may refuse as it likes',
      { status: 400, intent: { kind: 'accepted', outcome: 'success', variant: DISPUTED } },
      [undefined, undefined],
    ],
    [
      'nothing but the refusal asked for',
      { intent: without('no-credentials'), status: 401 },
      [undefined, undefined],
    ],
    [
      'the account, as a probe asked for something else',
      { intent: without('no-permission'), status: 401 },
      ['credentials-refused', 'credentials-refused'],
    ],
  ])('is %s', (_, parts, ids) => {
    expect(trouble(parts)).toEqual(ids);
  });
});
