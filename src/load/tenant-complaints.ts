import { userErrors } from '../errors/catalogue.ts';
import { nearestName } from '../errors/nearest-name.ts';
import type { UserError } from '../errors/user-error.ts';
import type { TenantSource } from './tenant-source.ts';

/** Makes the error for a mistake at a place of one tenant file. */
export interface Complaints {
  invalid(pointer: string, found: string, expected: string, hint: string): UserError;
  inlineSecret(pointer: string, found: string): UserError;
}

/** `words` are the keys that may be named. */
export function complaintsAbout(source: TenantSource, words: ReadonlySet<string>): Complaints {
  return {
    invalid: (pointer, found, expected, hint) =>
      userErrors.tenantInvalid(source.placeOf(pointer, words), found, expected, hint),
    inlineSecret: (pointer, found) => userErrors.secretInline(source.placeOf(pointer, words), found),
  };
}

/** Refuses a name that is not there. It is not shown: it may be a secret that went astray. */
export function assertKnown(
  pointer: string,
  kind: string,
  name: string,
  names: readonly string[],
  complaints: Complaints,
): void {
  if (names.includes(name)) return;
  const near = name === '' ? undefined : nearestName(name, names);
  const expected =
    names.length === 0 ? 'none, since there is no such thing here' : `one of ${names.join(', ')}`;
  const hint = near === undefined ? `Correct the name of the ${kind}.` : `Did you mean "${near}"?`;
  throw complaints.invalid(pointer, `a name that no ${kind} has`, expected, hint);
}
