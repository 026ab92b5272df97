import { userErrors } from '../errors/catalogue.ts';
import { listFaults, listLiberties } from '../mock/faults/list-faults.ts';
import type { Suite } from '../model/suite.ts';

export function assertVendors({ specs }: Pick<Suite, 'specs'>, names: readonly string[]): void {
  const known = specs.map(({ vendor }) => vendor);
  for (const name of names) if (!known.includes(name)) throw userErrors.nameUnknown('vendor', name, known);
}

export function assertFaults(names: readonly string[]): void {
  const known = [...listFaults(), ...listLiberties()].map(({ name }) => name);
  for (const name of names) if (!known.includes(name)) throw userErrors.nameUnknown('fault', name, known);
}

/** Reading id by ambiguity id. */
export function assertReadings(
  { specs }: Pick<Suite, 'specs'>,
  readings: Readonly<Record<string, string>>,
): void {
  const ambiguities = specs.flatMap((spec) => spec.ambiguities);
  const known = ambiguities.map(({ id }) => id);
  for (const [id, reading] of Object.entries(readings)) {
    const ambiguity = ambiguities.find((one) => one.id === id);
    if (ambiguity === undefined) throw userErrors.nameUnknown('ambiguity', id, known);
    const ways = ambiguity.readings.map((one) => one.id);
    if (!ways.includes(reading)) throw userErrors.nameUnknown(`reading of ${id}`, reading, ways);
  }
}
