#!/usr/bin/env node
import { createCommandLine } from './command-line.ts';
import { reportError } from './report-error.ts';

// Pact's native library phones home unless told not to, and reads this once.
process.env['PACT_DO_NOT_TRACK'] = 'true';

// What nobody has caught ends the command as what somebody has: told in the same words, and past the same guard.
for (const event of ['uncaughtException', 'unhandledRejection'] as const)
  process.on(event, (error: unknown) => process.exit(reportError(error)));

try {
  process.exitCode = await createCommandLine(process.argv);
} catch (error) {
  process.exitCode = reportError(error);
}
