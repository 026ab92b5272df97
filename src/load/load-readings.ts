import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Ambiguity, Reading, ReadingObservation, ValueTest } from '../model/reading.ts';
import type { RequestChange } from '../model/request-change.ts';
import type { Strength } from '../model/source.ts';
import { readDataFile } from './read-data-file.ts';
import schema from './schemas/readings.schema.json' with { type: 'json' };
import { validateData } from './validate-data.ts';

interface AmbiguityData {
  readonly id: string;
  readonly title: string;
  readonly operations: readonly string[];
  readonly conflict: readonly {
    readonly document: string;
    readonly lines: readonly [number, number];
    readonly strength: Strength;
    readonly says: string;
  }[];
  readonly because: string;
  readonly toldApartBy: string;
  readonly input?: readonly string[];
  readonly readings: readonly ReadingData[];
}

interface ReadingData {
  readonly id: string;
  readonly says: string;
  readonly primary?: true;
  readonly request?: {
    readonly method?: string;
    readonly path?: string;
    readonly changes?: readonly ChangeData[];
  };
  readonly observed?: ObservedData;
  readonly admits?: { readonly at: string; readonly differs?: string; readonly taken: boolean };
}

type ReadingForm = Extract<RequestChange, { readonly kind: 'turn' }>['into'];

type ChangeData =
  | { readonly move: string; readonly to: string }
  | { readonly turn: string; readonly into: ReadingForm }
  | { readonly copy: string; readonly to: string; readonly into: ReadingForm }
  | { readonly omit: string; readonly beside: string };

interface ObservedData {
  readonly at: string;
  readonly type?: 'string' | 'integer' | 'number' | 'boolean' | 'null' | 'array' | 'object';
  readonly equals?: string | number | boolean;
  readonly 'equals-pointer'?: string;
  readonly present?: true;
  readonly when?: { readonly at: string; readonly equals: string };
}

/** Contradictions of one vendor's documents, from `readings/<vendor>.yaml`; none when there is no such file. */
export function loadReadings(specsFolder: string, vendor: string): readonly Ambiguity[] {
  const file = join(specsFolder, 'readings', `${vendor}.yaml`);
  if (!existsSync(file)) return [];
  return validateData<readonly AmbiguityData[]>(file, schema, readDataFile(file)).map(ambiguityOf);
}

function ambiguityOf(data: AmbiguityData): Ambiguity {
  return {
    ...data,
    input: data.input ?? [],
    conflict: data.conflict.map(({ says, ...source }) => ({ says, source })),
    readings: data.readings.map(readingOf),
  };
}

function readingOf({ id, says, primary, request, observed, admits }: ReadingData): Reading {
  return {
    id,
    says,
    primary: primary === true,
    request: request && {
      method: request.method,
      path: request.path,
      changes: (request.changes ?? []).map(changeOf),
    },
    observed: observed && observationOf(observed),
    admits: admits && { at: admits.at, differs: admits.differs, taken: admits.taken },
  };
}

function changeOf(data: ChangeData): RequestChange {
  if ('move' in data) return { kind: 'move', from: data.move, to: data.to };
  if ('turn' in data) return { kind: 'turn', at: data.turn, into: data.into };
  if ('copy' in data) return { kind: 'copy', from: data.copy, to: data.to, into: data.into };
  return { kind: 'omit', at: data.omit, beside: data.beside };
}

function observationOf(data: ObservedData): ReadingObservation {
  return { at: data.at, is: expectationOf(data), when: data.when };
}

function expectationOf(data: ObservedData): ValueTest {
  if (data.type !== undefined) return { kind: 'type', type: data.type };
  if (data.equals !== undefined) return { kind: 'equals', value: data.equals };
  const pointer = data['equals-pointer'];
  if (pointer !== undefined) return { kind: 'equals-pointer', pointer };
  return { kind: data.present === true ? 'present' : 'absent' };
}
