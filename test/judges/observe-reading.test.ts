import { describe, expect, it } from 'vitest';
import type { ExampleParts } from '../../src/judges/example-subject.ts';
import { observeReading } from '../../src/judges/observe-reading.ts';
import type { ReadingObservation } from '../../src/model/reading.ts';
import { ambiguity, evidence, reading, seenAs } from './reading-parts.ts';

const BY_TYPE = ambiguity(
  reading('number', { primary: true, ...seenAs('response.body#/order', { kind: 'type', type: 'integer' }) }),
  reading('null', seenAs('response.body#/order', { kind: 'type', type: 'null' })),
);

describe('what an answer shows', () => {
  it.each([
    ['{"order":3}', 'number', 'response.body#/order is 3 (integer)'],
    ['{"order":null}', 'null', 'response.body#/order is null'],
  ])('%s is the reading "%s"', (text, follows, says) => {
    expect(observeReading(BY_TYPE, [evidence({ text })])).toEqual({ follows, evidence: says });
  });

  it.each(['{"order":"3"}', '{}', 'no json'])('%s is neither', (text) => {
    expect(observeReading(BY_TYPE, [evidence({ text })])).toEqual({
      follows: null,
      evidence: 'nothing observed tells the readings apart',
    });
  });

  it('is both when one answer shows the one and another the other', () => {
    const both = [evidence({ text: '{"order":3}' }), evidence({ text: '{"order":null}' })];
    expect(observeReading(BY_TYPE, both)).toEqual({
      follows: null,
      evidence: 'both were seen: number, null',
    });
  });

  it('does not count where the request was not accepted', () => {
    const failure = { code: 'ECONNRESET', phase: 'response', message: 'reset' } as const;
    const none = [evidence({ text: '{"order":3}', status: 400 }), evidence({ failure })];
    expect(observeReading(BY_TYPE, none).follows).toBeNull();
  });

  it.each<readonly [string, string, ReadingObservation['is'], ExampleParts]>([
    ['a value', 'response.body#/kind', { kind: 'equals', value: 'a' }, { text: '{"kind":"a"}' }],
    [
      'another member',
      'response.body#/a',
      { kind: 'equals-pointer', pointer: '/b' },
      { text: '{"a":[1],"b":[1]}' },
    ],
    ['being there', 'response.body#/a', { kind: 'present' }, { text: '{"a":null}' }],
    ['not being there', 'response.body#/a', { kind: 'absent' }, { text: '{"b":1}' }],
    [
      'one of several',
      'response.body#/list/*/a',
      { kind: 'equals', value: 2 },
      { text: '{"list":[{"a":1},{"a":2}]}' },
    ],
    ['any number', 'response.body#/a', { kind: 'type', type: 'number' }, { text: '{"a":1}' }],
    ['the request', 'request.body#/flag', { kind: 'type', type: 'boolean' }, { requestBody: { flag: true } }],
    [
      'a notification',
      'notification.told#/no',
      { kind: 'present' },
      { notifications: [{ kind: 'told', thing: '9', no: 1 }] },
    ],
  ])('is told by %s', (_, at, is, parts) => {
    const told = ambiguity(reading('plain', { primary: true }), reading('shown', seenAs(at, is)));
    expect(observeReading(told, [evidence(parts)]).follows).toBe('shown');
  });

  it.each<readonly [string, string, ReadingObservation['is'], ExampleParts]>([
    ['another value', 'response.body#/kind', { kind: 'equals', value: 'a' }, { text: '{"kind":"b"}' }],
    [
      'an unequal member',
      'response.body#/a',
      { kind: 'equals-pointer', pointer: '/b' },
      { text: '{"a":1,"b":2}' },
    ],
    ['a place that is not there', 'response.body#/a', { kind: 'present' }, { text: '{}' }],
    ['a place that is', 'response.body#/a', { kind: 'absent' }, { text: '{"a":null}' }],
    ['a body that is no JSON', 'response.body#/a', { kind: 'absent' }, { text: '' }],
    ['a fraction', 'response.body#/a', { kind: 'type', type: 'integer' }, { text: '{"a":1.5}' }],
    [
      'a notification of another kind',
      'notification.told#/no',
      { kind: 'present' },
      { notifications: [{ kind: 'made', thing: '9', no: 1 }] },
    ],
  ])('is not told by %s', (_, at, is, parts) => {
    const told = ambiguity(reading('plain', { primary: true }), reading('shown', seenAs(at, is)));
    expect(observeReading(told, [evidence(parts)]).follows).toBeNull();
  });
});

describe('which request was taken', () => {
  const byPath = ambiguity(
    reading('long', { primary: true }),
    reading('short', { request: { method: undefined, path: '/t/{id}', changes: [] } }),
  );

  it('is the primary one where it was answered', () => {
    expect(observeReading(byPath, [evidence({})])).toEqual({
      follows: 'long',
      evidence: 'POST /things/9 was taken',
    });
  });

  it('is the other one where that was answered', () => {
    const other = { ambiguity: 'example.thing', reading: 'short' };
    expect(
      observeReading(byPath, [evidence({ status: 404 }), evidence({}, { reading: other })]).follows,
    ).toBe('short');
  });

  it('is the primary one where another contradiction was followed', () => {
    const other = { ambiguity: 'example.other', reading: 'short' };
    expect(observeReading(byPath, [evidence({}, { reading: other })]).follows).toBe('long');
  });

  it('is unknown where nothing was accepted', () => {
    expect(observeReading(byPath, [evidence({ status: 404 })]).follows).toBeNull();
    expect(observeReading(byPath, []).follows).toBeNull();
  });
});
