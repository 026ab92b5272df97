import type { Waiver } from '../model/waiver.ts';
import { deepFreeze } from './deep-freeze.ts';
import { readDataFile } from './read-data-file.ts';
import schema from './schemas/waivers.schema.json' with { type: 'json' };
import { validateData } from './validate-data.ts';

interface WaiversData {
  readonly waivers: readonly Omit<Waiver, 'place'>[];
}

/** Reads a file of waivers; throws a UserError that names file and place for whatever is wrong. */
export function loadWaivers(file: string): readonly Waiver[] {
  const { waivers } = validateData<WaiversData>(file, schema, readDataFile(file));
  return deepFreeze(waivers.map((data, index) => ({ ...data, place: `${file}#/waivers/${index}` })));
}
