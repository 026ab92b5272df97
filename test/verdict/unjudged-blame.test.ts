// Who is at fault that nothing was judged, and whether a fault of ours taints its neighbours.
import { describe, expect, it } from 'vitest';
import type { CaseDraft } from '../../src/judges/draft-case.ts';
import { exampleSubject } from '../../src/judges/example-subject.ts';
import type { OutcomeName, RawFinding } from '../../src/model/finding.ts';
import { closeCases } from '../../src/verdict/close-cases.ts';

function draft(check: string, outcome: OutcomeName, pointers: readonly string[] = []): CaseDraft {
  const source = { document: 'page', lines: [1, 1], strength: 'inferred' } as const;
  const findings = pointers.map(
    (pointer): RawFinding => ({ pointer, expected: 'this', actual: 'that', source, level: 'may' }),
  );
  const judge = check.startsWith('contract') ? 'contract' : 'checks';
  return { judge, check, title: check, level: 'may', outcome, reason: null, findings };
}

const REFUSED_US = exampleSubject({ status: 401 });
const BROKE_OFF = exampleSubject({ failure: { code: 'ECONNRESET', phase: 'body', message: 'it broke' } });

describe('the blame of a case', () => {
  it.each([
    ['errored', exampleSubject({}), 'suite'],
    ['errored', REFUSED_US, 'suite'],
    ['not-run', REFUSED_US, 'setup'],
    ['not-run', BROKE_OFF, null],
    ['not-run', exampleSubject({ status: 204 }), null],
    ['not-applicable', REFUSED_US, null],
    ['passed', REFUSED_US, null],
    ['failed', REFUSED_US, null],
  ] as const)('that is %s', (outcome, subject, blame) => {
    expect(closeCases('op/one', subject, [draft('value-echo', outcome)], [])).toMatchObject([{ blame }]);
  });
});

describe('a refusal', () => {
  const refused = exampleSubject({ status: 400 });
  const blamesOf = (drafts: readonly CaseDraft[]) =>
    closeCases('op/one', refused, drafts, []).flatMap(({ findings }) => findings.map(({ blame }) => blame));
  const status = draft('response-status', 'failed', ['response.status']);

  it('of a request that was not as documented is ours', () => {
    const request = draft('request-body-schema', 'failed', ['request.body#/name']);
    expect(blamesOf([request, status])).toEqual(['suite', 'suite']);
  });

  it('is not ours for what is wrong elsewhere', () => {
    expect(blamesOf([draft('value-echo', 'passed'), status])).toEqual(['vendor']);
    expect(blamesOf([draft('request-body-schema', 'passed'), status])).toEqual(['vendor']);
  });
});

describe('an answer that is another answer altogether', () => {
  it('explains what a contract finds in it, and nothing that is told besides it', () => {
    const status = draft('response-status', 'failed', ['response.status']);
    const found = ['response.body#/id', 'response.header.location', 'notifications.told#/id'];
    const cases = closeCases('op/one', exampleSubject({}), [status, draft('contract', 'failed', found)], []);
    expect(cases[1]?.findings.map(({ blame }) => blame)).toEqual(['document', 'document', 'undetermined']);
  });
});
