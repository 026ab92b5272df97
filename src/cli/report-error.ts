import { CommanderError } from 'commander';
import { ARTEFACT_WITHHELD } from '../errors/catalogue.ts';
import { UserError } from '../errors/user-error.ts';
import { EXIT } from '../verdict/exit-code.ts';
import { describeError } from './describe-error.ts';
import { screenOf } from './screen-of.ts';

/** Says what is wrong and what to do, and gives the exit code; only an unknown error shows its stack. */
export function reportError(error: unknown): number {
  const screen = screenOf(process.stderr);
  if (error instanceof UserError) {
    process.stderr.write(describeError(error, screen));
    return error.code === ARTEFACT_WITHHELD ? EXIT.unproven : EXIT.badInput;
  }
  // What is wrong with the arguments has been said already.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.gateMet : EXIT.badInput;
  const word = screen.colours.error('internal error');
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${word} ${what}\n`);
  return EXIT.unproven;
}
