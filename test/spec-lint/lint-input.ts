// What the lint of the specs looks at: the files as they are, parsed, nothing loaded.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../src/model/json.ts';
import { readYaml } from './read-yaml.ts';

export interface LintInput {
  readonly vendor: string;
  readonly spec: Json;
  readonly readings: Json;
  /** Lines of each vendor document, by id. */
  readonly documents: ReadonlyMap<string, number>;
}

/** A rule names every defect it finds; none is a pass. */
export type LintRule = (input: LintInput) => readonly string[];

export const SPECS = join(import.meta.dirname, '../../specs');

export function readLintInputs(): readonly LintInput[] {
  const documents = documentLines(readYaml(join(SPECS, 'documents.yaml')));
  return vendorNames().map((vendor) => ({
    vendor,
    spec: readYaml(join(SPECS, `${vendor}.yaml`)),
    readings: readYaml(join(SPECS, 'readings', `${vendor}.yaml`)),
    documents,
  }));
}

export function vendorNames(): readonly string[] {
  return readdirSync(SPECS)
    .filter((name) => name.endsWith('.yaml') && name !== 'documents.yaml')
    .map((name) => name.replace(/\.yaml$/, ''))
    .sort();
}

export function documentLines(documents: Json): ReadonlyMap<string, number> {
  const rows = objectsIn(documents).map((row) => [String(row['id']), Number(row['lines'])] as const);
  return new Map(rows);
}

export function objectsIn(json: Json | undefined): readonly JsonObject[] {
  return isJsonArray(json) ? json.filter(isJsonObject) : [];
}

export function textsIn(json: Json | undefined): readonly string[] {
  return isJsonArray(json) ? json.filter((item) => typeof item === 'string') : [];
}

export function duplicates(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
