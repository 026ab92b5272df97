import { describe, expect, it, test } from 'vitest';
import { type ExampleParts, exampleSubject } from '../../src/judges/example-subject.ts';
import { observeReading, type ReadingEvidence } from '../../src/judges/observe-reading.ts';
import type { Json } from '../../src/model/json.ts';
import type { ReadingAdmission, ReadingObservation } from '../../src/model/reading.ts';
import { ambiguity, evidence, reading, seenAs } from './reading-parts.ts';

describe('a form that was taken', () => {
  const byForm = ambiguity(
    reading('inside', { primary: true }),
    reading('outside', {
      request: {
        method: undefined,
        path: undefined,
        changes: [{ kind: 'move', from: 'body#/in/a', to: 'body#/a' }],
      },
    }),
  );
  const inside: ExampleParts = { requestBody: { in: { a: 1 } } };
  const outside = { reading: { ambiguity: 'example.thing', reading: 'outside' } };

  it('after the assumed one was refused is what the target follows, with both as evidence', () => {
    const refused = exampleSubject({ ...inside, status: 400 }).exchange;
    expect(observeReading(byForm, [evidence(inside, { ...outside, superseded: [refused] })])).toEqual({
      follows: 'outside',
      evidence: 'POST /things/9 with body#/a was taken, POST /things/9 as assumed was refused (400)',
    });
  });

  it('outweighs what later answers would show of another reading', () => {
    const told = ambiguity(
      reading('inside', { primary: true, ...seenAs('request.body#/in/a', { kind: 'present' }) }),
      ...byForm.readings.slice(1),
    );
    const seen = [evidence(inside), evidence(inside, outside)];
    expect(observeReading(told, seen).follows).toBe('outside');
  });

  it('is the assumed one where the reading would have had another', () => {
    expect(observeReading(byForm, [evidence(inside)]).follows).toBe('inside');
  });

  it.each<readonly [string, readonly ReadingEvidence[]]>([
    ['where the two readings send the same', [evidence({ requestBody: { in: {} } })]],
    ['where it was refused', [evidence({ ...inside, status: 400 })]],
    ['where the answer tells of a failure', [evidence({ ...inside, text: '{"error":"a"}' })]],
    ['where a variant was taken', [evidence(inside, { ...outside, isVariant: true })]],
  ])('tells nothing %s', (_, seen) => {
    expect(observeReading(byForm, seen).follows).toBeNull();
  });
});

describe('what is taken and what is not', () => {
  const note: ReadingAdmission = { at: 'body#/kind', differs: 'plain', taken: true };
  const byAdmission = ambiguity(
    reading('any', { primary: true, admits: note }),
    reading('plain-only', { admits: { ...note, taken: false } }),
  );
  const sent = (kind: string, status: number) =>
    evidence({ requestBody: { kind }, status }, { isVariant: true });

  it('tells the readings apart, by variants as well', () => {
    expect(observeReading(byAdmission, [sent('plain', 200), sent('note', 200)])).toMatchObject({
      follows: 'any',
      evidence: expect.stringContaining('was taken'),
    });
    expect(observeReading(byAdmission, [sent('plain', 200), sent('note', 422)])).toMatchObject({
      follows: 'plain-only',
      evidence: expect.stringContaining('was refused'),
    });
  });

  it.each([
    ['the value that all readings take', sent('plain', 400)],
    ['a refusal of somebody', sent('note', 401)],
    ['a breakdown', sent('note', 500)],
  ])('is not told by %s', (_, one) => {
    expect(observeReading(byAdmission, [one]).follows).toBeNull();
  });

  it('can be whether something may be missing, of what could hold it', () => {
    const without = { at: 'body#/list/0/a', differs: undefined };
    const missing = ambiguity(
      reading('optional', { primary: true, admits: { ...without, taken: true } }),
      reading('required', { admits: { ...without, taken: false } }),
    );
    const bodies = (body: Json) => observeReading(missing, [evidence({ requestBody: body })]).follows;
    expect(bodies({ list: [{ b: 1 }] })).toBe('optional');
    expect(bodies({ list: [{ a: 1 }] })).toBeNull();
    expect(bodies({ list: [] })).toBeNull();
  });
});

test('an answer can show a reading only after what it is said of was sent', () => {
  const when = { at: 'body#/kind', equals: 'note' };
  const observed: ReadingObservation = {
    at: 'response.body#/as',
    is: { kind: 'equals', value: 'note' },
    when,
  };
  const told = ambiguity(reading('plain', { primary: true }), reading('noted', { observed }));
  const follows = (kind: string) =>
    observeReading(told, [evidence({ requestBody: { kind }, text: '{"as":"note"}' })]).follows;
  expect(follows('note')).toBe('noted');
  expect(follows('plain')).toBeNull();
});
