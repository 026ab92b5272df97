import { inputErrors } from './input-errors.ts';
import { pactErrors } from './pact-errors.ts';
import { runErrors } from './run-errors.ts';
import { suiteErrors } from './suite-errors.ts';
import { tenantErrors } from './tenant-errors.ts';

export { ARTEFACT_WITHHELD } from './input-errors.ts';

/** Every mistake of a user's that the tool knows: what was found, where, what was expected, what to do. */
export const userErrors = {
  ...inputErrors,
  ...suiteErrors,
  ...pactErrors,
  ...tenantErrors,
  ...runErrors,
} as const;
