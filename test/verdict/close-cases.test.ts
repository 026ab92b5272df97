// Blame, fingerprint, consumers and next step of findings, each rule with a planted fault of its kind.
import { describe, expect, it } from 'vitest';
import type { CaseDraft } from '../../src/judges/draft-case.ts';
import { exampleSubject } from '../../src/judges/example-subject.ts';
import type { Subject } from '../../src/model/check.ts';
import type { Contract } from '../../src/model/contract.ts';
import type { TransportFailure } from '../../src/model/exchange.ts';
import { type Case, type Finding, OUTCOMES, type RawFinding } from '../../src/model/finding.ts';
import { levelOf } from '../../src/model/source.ts';
import { closeCases } from '../../src/verdict/close-cases.ts';
import { countTotals } from '../../src/verdict/count-totals.ts';
import { oneCase } from './case-parts.ts';

function raw(parts: Partial<RawFinding> = {}): RawFinding {
  const source = parts.source ?? { document: 'page', lines: [1, 1], strength: 'shown' };
  return {
    pointer: 'response.body#/id',
    expected: 'type integer',
    actual: '"7" (string)',
    source,
    level: levelOf(source.strength),
    specPointer: '/schema/properties/id',
    ...parts,
  };
}

function draft(check: string, findings: readonly RawFinding[]): CaseDraft {
  const judge = check.startsWith('contract') ? 'contract' : 'schema';
  return { judge, check, title: check, level: 'should', outcome: 'failed', reason: null, findings };
}

const INFERRED = { document: 'page', lines: [1, 1], strength: 'inferred' } as const;
const STATED = { document: 'page', lines: [1, 1], strength: 'stated' } as const;
const ANSWERED = exampleSubject({});

function close(
  drafts: readonly CaseDraft[],
  subject: Subject = ANSWERED,
  contracts: readonly Contract[] = [],
) {
  return closeCases('example.createThing/one', subject, drafts, contracts);
}

function firstFinding(cases: readonly Case[]): Finding {
  const [found] = cases.flatMap(({ findings }) => findings);
  if (found === undefined) throw new Error('no finding');
  return found;
}

function broken(failure: Partial<TransportFailure>): Subject {
  return exampleSubject({
    failure: { code: 'ECONNRESET', phase: 'response', message: 'it broke', ...failure },
  });
}

describe('blame', () => {
  it.each<readonly [string, CaseDraft, Subject, string]>([
    [
      'our own request differs',
      draft('request-body-schema', [raw({ pointer: 'request.body#/id' })]),
      ANSWERED,
      'suite',
    ],
    [
      'nothing could be reached',
      draft('response-arrival', [raw()]),
      broken({ phase: 'connect', code: 'ETIMEDOUT' }),
      'setup',
    ],
    ['the host has no name', draft('response-arrival', [raw()]), broken({ code: 'ENOTFOUND' }), 'setup'],
    [
      'the certificate has expired',
      draft('response-arrival', [raw()]),
      broken({ code: 'CERT_HAS_EXPIRED' }),
      'setup',
    ],
    ['the connection broke in the middle', draft('response-arrival', [raw()]), broken({}), 'undetermined'],
    ['an example is not kept to', draft('response-body-schema', [raw()]), ANSWERED, 'vendor'],
    ['a sentence is not kept to', draft('response-status', [raw({ source: STATED })]), ANSWERED, 'vendor'],
    ['nobody says so', draft('response-content-type', [raw({ source: INFERRED })]), ANSWERED, 'document'],
    [
      'a server fails',
      draft('response-status', [raw({ source: INFERRED })]),
      exampleSubject({ status: 500 }),
      'vendor',
    ],
    [
      'nobody but our contract says so',
      draft('contract', [raw({ source: INFERRED })]),
      ANSWERED,
      'undetermined',
    ],
    [
      'nobody but our contract is against what is shown',
      draft('contract', [raw()]),
      ANSWERED,
      'undetermined',
    ],
  ])('where %s', (_, one, subject, blame) => {
    const found = firstFinding(close([one], subject));
    expect(found.blame).toBe(blame);
    expect(found.next).toMatch(/\.$/);
  });

  it.each([
    ['the same place', 'response.body#/id', 'vendor'],
    ['a place inside', 'response.body#/id/part', 'vendor'],
    ['the body as a whole', 'response.body#', 'vendor'],
    ['another place', 'response.body#/idea', 'undetermined'],
    ['the status, which makes it another answer', 'response.status', 'vendor'],
    ['the type of the content', 'response.header.content-type', 'vendor'],
    ['another header', 'response.header.location', 'undetermined'],
    ['another body as a whole', 'notifications.told#', 'undetermined'],
  ])('of what only our contract says, when another judge is against %s', (_, pointer, blame) => {
    const contract = draft('contract', [raw({ source: INFERRED })]);
    expect(firstFinding(close([contract, draft('response-body-schema', [raw({ pointer })])])).blame).toBe(
      blame,
    );
  });

  it('is not confirmed by the contract itself', () => {
    const rule = draft('contract-rule-x', [raw()]);
    expect(firstFinding(close([draft('contract', [raw({ source: INFERRED })]), rule])).blame).toBe(
      'undetermined',
    );
  });

  it('names another next step for each', () => {
    const inferred = draft('response-content-type', [raw({ source: INFERRED })]);
    const found = [
      close([draft('a-b', [raw()])]),
      close([inferred]),
      close([draft('contract', [raw({ source: INFERRED })])]),
      close([draft('a-b', [raw({ pointer: 'request.body#' })])]),
      close([draft('a-b', [raw()])], broken({ phase: 'connect' })),
    ].map((cases) => firstFinding(cases).next);
    expect(new Set(found).size).toBe(5);
  });
});

describe('the fingerprint', () => {
  const of = (parts: Partial<RawFinding>, check = 'response-body-schema', operation?: string) => {
    const subject =
      operation === undefined
        ? ANSWERED
        : { ...ANSWERED, operation: { ...ANSWERED.operation, id: operation } };
    return firstFinding(close([draft(check, [raw(parts)])], subject)).fingerprint;
  };

  it('is twelve hexadecimal digits', () => {
    expect(of({})).toMatch(/^[0-9a-f]{12}$/);
  });

  it('is the same whatever came instead, and whichever item shows it', () => {
    expect(of({ actual: 'null' })).toBe(of({ actual: '9.5 (number)' }));
    expect(of({ pointer: 'response.body#/users/0/id' })).toBe(of({ pointer: 'response.body#/users/12/id' }));
    expect(of({ pointer: 'response.body#/data/26' })).toBe(of({ pointer: 'response.body#/data/11' }));
  });

  it('is another for another field, check, operation or constraint', () => {
    const all = [
      of({}),
      of({ pointer: 'response.body#/name' }),
      of({ pointer: 'response.body#/id/0' }),
      of({ pointer: 'response.status' }),
      of({}, 'value-echo'),
      of({}, 'response-body-schema', 'example.changeThing'),
      of({ specPointer: '/schema/properties/id/allOf/0' }),
    ];
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('a closed case', () => {
  it('has the id of its exchange and check, and keeps what it was', () => {
    const [one] = close([draft('response-body-schema', [raw()])]);
    expect(one).toMatchObject({
      id: 'example.createThing/one/response-body-schema',
      exchange: 'example.createThing/one',
      outcome: 'failed',
      findings: [
        { pointer: 'response.body#/id', check: 'response-body-schema', specPointer: '/schema/properties/id' },
      ],
    });
  });

  it('has null where no constraint of a spec was broken', () => {
    const { specPointer: _, ...plain } = raw();
    expect(firstFinding(close([draft('a-b', [plain])])).specPointer).toBeNull();
  });
});

describe('countTotals', () => {
  it('adds up, each outcome apart', () => {
    const cases = OUTCOMES.flatMap((outcome, index) =>
      Array.from({ length: index + 1 }, () => oneCase({ outcome })),
    );
    expect(countTotals(cases)).toEqual({
      ...{ passed: 1, failed: 2, waived: 3, 'not-applicable': 4, 'not-run': 5, errored: 6 },
      planned: 21,
    });
    expect(countTotals([]).planned).toBe(0);
  });
});
