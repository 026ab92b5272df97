// What breaks us, kept apart from what deviates from the document.
import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../src/model/report.ts';
import { answersLine } from '../../src/reporters/answer-sentences.ts';
import { foldVerdict, joinAnswers } from '../../src/verdict/fold-verdict.ts';
import { joinDocumented, joinReliedOn } from '../../src/verdict/join-operations.ts';
import { failedCase, oneCase } from './case-parts.ts';

const EXCHANGE = 'op/described';
const NEEDED = new Set([EXCHANGE]);
const RELYING = [
  { consumer: 'desk', exchanges: NEEDED },
  { consumer: 'kiosk', exchanges: new Set(['op/other']) },
];
const holds = [
  oneCase({ check: 'response-status' }),
  oneCase({ judge: 'contract', check: 'contract' }),
  oneCase({ judge: 'contract', check: 'contract', exchange: 'op/other' }),
];

const fold = (cases: Parameters<typeof foldVerdict>[0]) =>
  foldVerdict([...holds, ...cases], NEEDED, 'example.createThing', RELYING);

describe('the answers to the two questions', () => {
  it('a deviation that nobody relies on: deviates, breaks nobody', () => {
    const folded = fold([failedCase({ level: 'should' })]);
    expect(folded).toMatchObject({
      verdict: 'deviating',
      documented: { verdict: 'deviating' },
      reliedOn: { standing: 'kept' },
    });
    expect(answersLine(folded)).toBe('deviates from the document, breaks nobody');
  });

  it('one that somebody relies on: deviates, breaks whom', () => {
    const folded = fold([
      failedCase({ level: 'should', reliedOnBy: ['desk: opens the case', 'desk: files it'] }),
    ]);
    expect(folded.verdict).toBe('nonconformant');
    expect(folded.documented.verdict).toBe('deviating');
    expect(answersLine(folded)).toBe('deviates from the document, breaks desk');
    expect(folded.reliedOn.consumers).toEqual([
      {
        consumer: 'desk',
        standing: 'broken',
        brokenBy: [
          {
            operation: 'example.createThing',
            fingerprint: '0123456789ab',
            pointer: 'response.body#/id',
            why: ['opens the case', 'files it'],
          },
        ],
      },
      { consumer: 'kiosk', standing: 'kept', brokenBy: [] },
    ]);
  });

  it('a rule of a contract broken while the document is kept: conforms, breaks whom', () => {
    const rule = failedCase(
      { level: 'must', blame: 'undetermined' },
      { judge: 'contract', check: 'contract-rule-x' },
    );
    const folded = fold([rule]);
    expect(folded.verdict).toBe('nonconformant');
    expect(answersLine(folded)).toBe('conforms to the document, breaks desk');
  });

  it('a contract that only its own consumer breaks over', () => {
    const parts = { judge: 'contract', check: 'contract', exchange: 'op/other' } as const;
    const folded = fold([failedCase({ level: 'must' }, parts)]);
    expect(folded.reliedOn.consumers.map(({ consumer, standing }) => `${consumer} ${standing}`)).toEqual([
      'desk kept',
      'kiosk broken',
    ]);
  });

  it('a must that nobody relies on: contradicts the document, breaks nobody', () => {
    const folded = fold([failedCase({ level: 'must' })]);
    expect(folded.verdict).toBe('nonconformant');
    expect(answersLine(folded)).toBe('contradicts the document, breaks nobody');
  });

  it('what stands in the way leaves both open', () => {
    const folded = foldVerdict(
      [
        oneCase({ judge: 'contract', check: 'contract', outcome: 'not-run' }),
        failedCase({ blame: 'setup', level: 'may' }, { check: 'request-admission' }),
      ],
      NEEDED,
      'example.createThing',
      RELYING,
    );
    expect(folded.documented).toMatchObject({
      verdict: 'unproven',
      because: 'the fault is in the setup: absent',
    });
    expect(folded.reliedOn).toMatchObject({ standing: 'unproven' });
    expect(folded.reliedOn.consumers.map(({ standing }) => standing)).toEqual(['unproven', 'unproven']);
  });

  it('what stands in the way of something no contract describes leaves nothing open', () => {
    const parts = { check: 'request-admission', exchange: 'op/variant' };
    expect(fold([failedCase({ blame: 'setup', level: 'may' }, parts)]).verdict).toBe('conformant');
  });

  it.each<readonly [Verdict, 'broken' | 'unproven' | 'kept' | 'none', Verdict]>([
    ...(['conformant', 'deviating', 'nonconformant', 'unproven'] as const).map(
      (documented) => [documented, 'broken', 'nonconformant'] as const,
    ),
    ['conformant', 'unproven', 'unproven'],
    ['deviating', 'unproven', 'unproven'],
    ['nonconformant', 'unproven', 'nonconformant'],
    ['unproven', 'unproven', 'unproven'],
    ...(['conformant', 'deviating', 'nonconformant', 'unproven'] as const).flatMap((documented) => [
      [documented, 'kept', documented] as const,
      [documented, 'none', documented] as const,
    ]),
  ])('%s and %s is %s', (documented, standing, verdict) => {
    expect(joinAnswers(documented, standing)).toBe(verdict);
  });
});

describe('the answers of a run', () => {
  const answered = (operation: string, cases: Parameters<typeof foldVerdict>[0]) => ({
    operation,
    ...foldVerdict([...holds, ...cases], NEEDED, operation, RELYING),
  });
  const fine = answered('example.readThing', []);
  const deviating = answered('example.createThing', [failedCase({ level: 'should' })]);
  const broken = answered('example.dropThing', [
    failedCase({ level: 'should', reliedOnBy: ['desk: reads it'] }),
  ]);

  it('are as bad as the worst operation, and name it', () => {
    expect(joinDocumented([fine, deviating])).toMatchObject({
      verdict: 'deviating',
      because: expect.stringMatching(/^example\.createThing: /),
    });
    expect(joinReliedOn([fine, deviating, broken])).toMatchObject({
      standing: 'broken',
      because: expect.stringMatching(/^example\.dropThing: .*breaks desk$/),
    });
  });

  it('name each consumer once, with all that breaks it', () => {
    const { consumers } = joinReliedOn([fine, broken, { ...broken, operation: 'example.dropThing' }]);
    expect(consumers.map(({ consumer, standing }) => `${consumer} ${standing}`)).toEqual([
      'desk broken',
      'kiosk kept',
    ]);
    expect(consumers[0]?.brokenBy).toHaveLength(2);
  });

  it('are unproven, and of no concern to anybody, when nothing was judged', () => {
    expect(joinDocumented([]).verdict).toBe('unproven');
    expect(joinReliedOn([])).toMatchObject({ standing: 'none', consumers: [] });
  });
});
