import { assertFaults, assertReadings } from '../library/mock-names.ts';
import type { Spec } from '../model/spec.ts';

/** Checks the names of faults against those there are. */
export function readFaults(names: readonly string[]): readonly string[] {
  assertFaults(names);
  return names;
}

/** Reads `ambiguity=reading` pairs and checks both names. */
export function readReadings(
  pairs: readonly string[],
  specs: readonly Spec[],
): Readonly<Record<string, string>> {
  const readings = Object.fromEntries(
    pairs.map((pair) => {
      const [id = '', reading = ''] = pair.split('=');
      return [id, reading];
    }),
  );
  assertReadings({ specs }, readings);
  return readings;
}
