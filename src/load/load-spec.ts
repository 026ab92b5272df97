import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { userErrors } from '../errors/catalogue.ts';
import { isJsonObject, type Json } from '../model/json.ts';
import type { Spec, VendorDocument } from '../model/spec.ts';
import { citeNodes } from './cite-nodes.ts';
import { loadDefects } from './load-defects.ts';
import { loadOperation } from './load-operation.ts';
import { loadReadings } from './load-readings.ts';
import { placeFinder } from './place-finder.ts';
import { parseYaml, readText } from './read-data-file.ts';
import { createSpecReader, text } from './spec-reader.ts';

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;
const NOT_A_SPEC = 'documents.yaml';

/** Every `<vendor>.yaml` of the folder, in the order of the vendors' ids. */
export function loadSpecs(folder: string, documents: readonly VendorDocument[]): readonly Spec[] {
  const files = specFiles(folder);
  if (files.length === 0) throw userErrors.specsMissing(folder);
  return files.map((file) => loadSpec(folder, file, documents));
}

function specFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith('.yaml') && file !== NOT_A_SPEC)
      .toSorted();
  } catch (error) {
    throw userErrors.fileUnreadable(folder, error instanceof Error ? error.message : String(error));
  }
}

function loadSpec(folder: string, file: string, documents: readonly VendorDocument[]): Spec {
  const path = join(folder, file);
  const vendor = basename(file, '.yaml');
  const parsed = parseYaml(path, readText(path));
  const document = parsed.data;
  if (!isJsonObject(document) || !isJsonObject(document['paths']) || !isJsonObject(document['info']))
    throw userErrors.fileInvalid(path, '', 'no OpenAPI document', 'info and paths');
  const citations = citeNodes(document);
  const reader = createSpecReader(path, document, citations);
  const operations = Object.entries(document['paths']).flatMap(([template, item]) =>
    METHODS.filter((method) => isMember(item, method)).map((method) =>
      loadOperation(reader, vendor, template, method),
    ),
  );
  assertDocumentsKnown(path, citations, documents);
  // Also of the schemas, which are followed only when an exchange is judged.
  for (const { pointer } of citations.values()) reader.at(pointer);
  const ambiguities = loadReadings(folder, vendor);
  return {
    vendor,
    title: text(document['info']['title']),
    file,
    document,
    operations,
    ambiguities,
    defects: loadDefects(folder, { vendor, operations, ambiguities, documents }),
    citations,
    placeOf: placeFinder(path, parsed),
  };
}

function isMember(item: Json, method: string): boolean {
  return isJsonObject(item) && isJsonObject(item[method]);
}

function assertDocumentsKnown(
  path: string,
  citations: Spec['citations'],
  documents: readonly VendorDocument[],
): void {
  const known = new Set(documents.map(({ id }) => id));
  for (const { pointer, source, presence } of citations.values()) {
    const unknown = [source, presence].find(({ document }) => !known.has(document));
    if (unknown !== undefined) throw userErrors.sourceUnknown(path, pointer, unknown.document);
  }
}
