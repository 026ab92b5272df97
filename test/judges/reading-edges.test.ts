// Readings that nothing tells apart, and answers at the edge of being one.
import { describe, expect, it } from 'vitest';
import { exampleSubject } from '../../src/judges/example-subject.ts';
import { observeReading, type ReadingEvidence } from '../../src/judges/observe-reading.ts';
import type { Reading } from '../../src/model/reading.ts';
import { ambiguity, evidence, reading, seenAs } from './reading-parts.ts';

const RESET = { code: 'ECONNRESET', phase: 'response', message: 'it broke' } as const;
const elsewhere = (parts: Partial<Reading['request']>) =>
  reading('other', { request: { method: undefined, path: undefined, changes: [], ...parts } });
const OTHER = { reading: { ambiguity: 'example.thing', reading: 'other' } };

const followed = (readings: readonly Reading[], ...seen: readonly ReadingEvidence[]) =>
  observeReading(ambiguity(...readings), seen);

describe('the assumed form', () => {
  it('is what the target follows where another reading has another method', () => {
    const readings = [reading('assumed', { primary: true }), elsewhere({ method: 'PUT' })];
    expect(followed(readings, evidence({}))).toEqual({
      follows: 'assumed',
      evidence: 'POST /things/9 was taken',
    });
  });

  it.each<readonly [string, readonly Reading[]]>([
    ['no reading is assumed', [reading('one'), elsewhere({ path: '/t' })]],
    [
      'the assumed one is to be seen in the answer',
      [
        reading('assumed', { primary: true, ...seenAs('response.body#/x', { kind: 'present' }) }),
        elsewhere({ path: '/t' }),
      ],
    ],
    [
      'the assumed one is to be seen in what is taken',
      [
        reading('assumed', { primary: true, admits: { at: 'body#/x', differs: undefined, taken: false } }),
        elsewhere({ path: '/t' }),
      ],
    ],
    ['no reading has another form', [reading('assumed', { primary: true }), reading('other')]],
  ])('says nothing where %s', (_, readings) => {
    expect(followed(readings, evidence({}))).toEqual({
      follows: null,
      evidence: 'nothing observed tells the readings apart',
    });
  });
});

describe('another form', () => {
  const readings = [reading('assumed', { primary: true }), elsewhere({ path: '/t' })];

  it('is followed when it was taken, whatever became of the assumed one', () => {
    const says = 'POST /things/9 was taken';
    const failed = exampleSubject({ failure: RESET }).exchange;
    expect(followed(readings, evidence({}, OTHER)).evidence).toBe(says);
    expect(followed(readings, evidence({}, { ...OTHER, superseded: [failed] })).evidence).toBe(says);
  });

  it.each([299, 300, 400])('is taken below 300 alone: %i', (status) => {
    const own = { ...OTHER.reading, reading: 'form' };
    const form = reading('form', { request: { method: undefined, path: '/t', changes: [] } });
    const told = followed(
      [reading('assumed', { primary: true, ...seenAs('response.body#/x', { kind: 'present' }) }), form],
      evidence({ status }, { reading: own }),
    );
    expect(told.follows).toBe(status < 300 ? 'form' : null);
  });
});

describe('what is refused', () => {
  it('is not shown by an answer that never came', () => {
    const admits = { at: 'body#/name', differs: 'plain', taken: false } as const;
    const readings = [reading('assumed', { primary: true }), reading('strict', { admits })];
    expect(followed(readings, evidence({ failure: RESET })).follows).toBeNull();
    expect(followed(readings, evidence({ status: 400 })).follows).toBe('strict');
  });
});

describe('what is seen', () => {
  const seen = (at: string, is: Parameters<typeof seenAs>[1], one: ReadingEvidence) =>
    followed([reading('plain', { primary: true }), reading('shown', seenAs(at, is))], one).follows;

  it('can be a body as a whole', () => {
    expect(seen('response.body', { kind: 'type', type: 'object' }, evidence({}))).toBe('shown');
    expect(seen('response.body', { kind: 'type', type: 'array' }, evidence({}))).toBeNull();
  });

  it('is a number only where it is one', () => {
    const text = '{"a":"1","b":1.5}';
    expect(seen('response.body#/a', { kind: 'type', type: 'number' }, evidence({ text }))).toBeNull();
    expect(seen('response.body#/b', { kind: 'type', type: 'number' }, evidence({ text }))).toBe('shown');
  });

  it('is not what lacks in a body that was not sent, or in news that did not come', () => {
    const one = evidence({ notifications: [{ kind: 'made' }] });
    const { exchange } = one.subject;
    const request = { ...exchange.request, body: undefined };
    const bodiless = { ...one, subject: { ...one.subject, exchange: { ...exchange, request } } };
    expect(seen('request.body#/x', { kind: 'absent' }, one)).toBe('shown');
    expect(seen('request.body#/x', { kind: 'absent' }, bodiless)).toBeNull();
    expect(seen('notification.told#/x', { kind: 'absent' }, one)).toBeNull();
    expect(seen('notification.made#/x', { kind: 'absent' }, one)).toBe('shown');
  });
});
