import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Ambiguity, Reading, ReadingObservation } from '../model/reading.ts';
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
  readonly path?: string;
  readonly observed?: ObservedData;
}

interface ObservedData {
  readonly at: string;
  readonly type?: 'string' | 'integer' | 'number' | 'boolean' | 'null' | 'array' | 'object';
  readonly equals?: string | number | boolean;
  readonly 'equals-pointer'?: string;
  readonly present?: true;
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

function readingOf(data: ReadingData): Reading {
  return {
    id: data.id,
    says: data.says,
    primary: data.primary === true,
    path: data.path,
    observed:
      data.observed === undefined ? undefined : { at: data.observed.at, is: expectationOf(data.observed) },
  };
}

function expectationOf(data: ObservedData): ReadingObservation['is'] {
  if (data.type !== undefined) return { kind: 'type', type: data.type };
  if (data.equals !== undefined) return { kind: 'equals', value: data.equals };
  const pointer = data['equals-pointer'];
  if (pointer !== undefined) return { kind: 'equals-pointer', pointer };
  return { kind: data.present === true ? 'present' : 'absent' };
}
