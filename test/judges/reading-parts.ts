// Ambiguities and what is seen of them, in which a test sets only what it is about.
import { type ExampleParts, exampleSubject } from '../../src/judges/example-subject.ts';
import type { ReadingEvidence } from '../../src/judges/observe-reading.ts';
import type { Ambiguity, Reading, ReadingObservation } from '../../src/model/reading.ts';

export function reading(id: string, parts: Partial<Reading> = {}): Reading {
  return {
    id,
    says: `it is ${id}`,
    primary: false,
    request: undefined,
    observed: undefined,
    admits: undefined,
    ...parts,
  };
}

export function ambiguity(...readings: readonly Reading[]): Ambiguity {
  return {
    id: 'example.thing',
    title: 'Two ways',
    operations: ['example.createThing'],
    conflict: [],
    readings,
    because: 'it is older',
    toldApartBy: 'the body',
    input: [],
  };
}

export function evidence(parts: ExampleParts, followed: Partial<ReadingEvidence> = {}): ReadingEvidence {
  const subject = exampleSubject(parts);
  const { request } = subject.exchange;
  return { subject, sent: request, reading: undefined, superseded: [], isVariant: false, ...followed };
}

export function seenAs(at: string, is: ReadingObservation['is']): Partial<Reading> {
  return { observed: { at, is, when: undefined } };
}
