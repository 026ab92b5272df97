import { join } from 'node:path';
import { loadDocuments } from '../../src/load/load-documents.ts';
import { loadSpecs } from '../../src/load/load-spec.ts';
import { ownFolders } from '../../src/load/load-suite.ts';
import { packageRoot } from '../../src/load/package-root.ts';
import { isJsonObject, type Json, type JsonObject } from '../../src/model/json.ts';
import { valueAt } from '../../src/model/json-pointer.ts';
import type { Spec } from '../../src/model/spec.ts';

export const CONTRACTS = join(packageRoot(), 'contracts');
export const PACTS = ownFolders().pacts;

export function committedSpecs(): readonly Spec[] {
  const { specs } = ownFolders();
  return loadSpecs(specs, loadDocuments(specs));
}

/** The value of the named example beside a schema, from the folder of the documents' own payloads. */
export function exampleBeside(spec: Spec, schemaPointer: string, name = 'documented'): Json {
  const value = valueAt(spec.document, `${schemaPointer.replace(/\/schema$/, '')}/examples/${name}/value`);
  if (value === undefined) throw new Error(`${spec.file} has no example ${name} beside ${schemaPointer}`);
  return value;
}

export function objectAt(value: Json | undefined, pointer: string): JsonObject {
  const found = valueAt(value, pointer);
  if (!isJsonObject(found)) throw new Error(`no object at ${pointer}`);
  return found;
}
