import { CommanderError } from 'commander';
import { createColors } from 'picocolors';
import { ARTEFACT_WITHHELD } from '../errors/catalogue.ts';
import { UserError } from '../errors/user-error.ts';
import { EXIT } from '../verdict/exit-code.ts';
import { wantsColour } from './wants-colour.ts';

/** Says what is wrong and what to do, and gives the exit code; only an unknown error shows its stack. */
export function reportError(error: unknown): number {
  const { red, dim } = createColors(wantsColour(process.stderr));
  if (error instanceof UserError) {
    process.stderr.write(`${red('error')} ${dim(`[${error.code}]`)} ${error.message}\n  ${error.hint}\n`);
    return error.code === ARTEFACT_WITHHELD ? EXIT.unproven : EXIT.badInput;
  }
  // The library has already said what is wrong with the arguments.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.gateMet : EXIT.badInput;
  process.stderr.write(
    `${red('internal error')} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  return EXIT.unproven;
}
