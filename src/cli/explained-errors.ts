import { ARTEFACT_WITHHELD } from '../errors/catalogue.ts';
import { ERROR_CODES } from '../errors/error-codes.ts';
import type { Knowledge } from '../explain/explanation.ts';
import { EXIT } from '../verdict/exit-code.ts';

/** Every error that a command can end with, and the exit code that goes with it. */
export function explainedErrors(): Knowledge['errors'] {
  return Object.fromEntries(
    Object.entries(ERROR_CODES).map(([code, meaning]) => [
      code,
      { ...meaning, exitCode: code === ARTEFACT_WITHHELD ? EXIT.unproven : EXIT.badInput },
    ]),
  );
}
