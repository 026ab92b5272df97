import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { userErrors } from '../errors/catalogue.ts';
import type { Defect, DefectKind } from '../model/defect.ts';
import type { Ambiguity } from '../model/reading.ts';
import type { Strength } from '../model/source.ts';
import type { Spec, VendorDocument } from '../model/spec.ts';
import { readDataFile } from './read-data-file.ts';
import schema from './schemas/defects.schema.json' with { type: 'json' };
import { validateData } from './validate-data.ts';

/** What the readings of an ambiguity tell, told there and not again. */
interface ReadDefectData {
  readonly id: string;
  readonly kind: DefectKind;
  readonly reading: string;
  readonly question: string;
}

interface ToldDefectData {
  readonly id: string;
  readonly title: string;
  readonly kind: DefectKind;
  readonly operations: readonly string[];
  readonly source: readonly {
    readonly document: string;
    readonly lines: readonly [number, number];
    readonly strength: Strength;
    readonly says: string;
  }[];
  readonly assumed: string;
  readonly question: string;
}

type DefectData = ReadDefectData | ToldDefectData;

/** What the defects of a vendor refer to. */
export interface DefectScope extends Pick<Spec, 'vendor' | 'operations' | 'ambiguities'> {
  readonly documents: readonly VendorDocument[];
}

/** What one vendor's documents get wrong, from `defects/<vendor>.yaml`; nothing when there is no such file. */
export function loadDefects(specsFolder: string, scope: DefectScope): readonly Defect[] {
  const file = join(specsFolder, 'defects', `${scope.vendor}.yaml`);
  if (!existsSync(file)) return [];
  const entries = validateData<readonly DefectData[]>(file, schema, readDataFile(file));
  return entries.map((data, index) =>
    'reading' in data
      ? readDefect(data, ambiguityOf(data.reading, scope, file, `/${index}/reading`))
      : toldDefect(data, scope, file, `/${index}`),
  );
}

function ambiguityOf(reading: string, scope: DefectScope, file: string, pointer: string): Ambiguity {
  const ambiguity = scope.ambiguities.find(({ id }) => id === reading);
  if (ambiguity === undefined)
    throw userErrors.fileInvalid(
      file,
      pointer,
      `"${reading}"`,
      `the id of an entry in readings/${scope.vendor}.yaml`,
    );
  return ambiguity;
}

function readDefect({ id, kind, reading, question }: ReadDefectData, ambiguity: Ambiguity): Defect {
  const { title, operations, conflict } = ambiguity;
  const assumed = ambiguity.readings.find(({ primary }) => primary)?.says ?? '';
  return { id, title, kind, operations, sources: conflict, assumed, question, reading };
}

function toldDefect(data: ToldDefectData, scope: DefectScope, file: string, pointer: string): Defect {
  const operations = new Set(scope.operations.map(({ id }) => id));
  const stranger = data.operations.findIndex((name) => !operations.has(name));
  if (stranger !== -1)
    throw userErrors.fileInvalid(
      file,
      `${pointer}/operations/${stranger}`,
      `"${data.operations[stranger]}"`,
      `an operation of ${scope.vendor}.yaml`,
    );
  const documents = new Set(scope.documents.map(({ id }) => id));
  const uncited = data.source.findIndex(({ document }) => !documents.has(document));
  if (uncited !== -1)
    throw userErrors.sourceUnknown(
      file,
      `${pointer}/source/${uncited}/document`,
      data.source[uncited]?.document ?? '',
    );
  const { source: passages, ...told } = data;
  return { ...told, sources: passages.map(({ says, ...source }) => ({ says, source })), reading: null };
}
