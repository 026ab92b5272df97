import { userErrors } from '../errors/catalogue.ts';
import { listFaults, listLiberties } from '../mock/faults/list-faults.ts';
import type { Spec } from '../model/spec.ts';

/** Checks the names of faults against those there are. */
export function readFaults(names: readonly string[]): readonly string[] {
  const known = [...listFaults(), ...listLiberties()].map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw userErrors.nameUnknown('fault', unknown, known);
  return names;
}

/** Reads `ambiguity=reading` pairs and checks both names. */
export function readReadings(
  pairs: readonly string[],
  specs: readonly Spec[],
): Readonly<Record<string, string>> {
  const ambiguities = specs.flatMap((spec) => spec.ambiguities);
  return Object.fromEntries(
    pairs.map((pair) => {
      const [id = '', reading = ''] = pair.split('=');
      const ambiguity = ambiguities.find((candidate) => candidate.id === id);
      if (ambiguity === undefined)
        throw userErrors.nameUnknown(
          'ambiguity',
          id,
          ambiguities.map((candidate) => candidate.id),
        );
      const readings = ambiguity.readings.map((candidate) => candidate.id);
      if (!readings.includes(reading)) throw userErrors.nameUnknown(`reading of ${id}`, reading, readings);
      return [id, reading];
    }),
  );
}
