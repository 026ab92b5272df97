import { userErrors } from '../errors/catalogue.ts';
import type { Spec } from '../model/spec.ts';

/** Reads `NAME=VENDOR` pairs; the name of a provider may itself hold an equals sign. */
export function readProviders(
  pairs: readonly string[],
  specs: readonly Spec[],
): Readonly<Record<string, string>> {
  const known = specs.map(({ vendor }) => vendor);
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.lastIndexOf('=');
      if (at < 1) throw userErrors.optionInvalid('--provider', pair, 'NAME=VENDOR');
      const vendor = pair.slice(at + 1);
      if (!known.includes(vendor)) throw userErrors.nameUnknown('vendor', vendor, known);
      return [pair.slice(0, at), vendor];
    }),
  );
}
