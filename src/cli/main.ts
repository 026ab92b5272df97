#!/usr/bin/env node
import { createCommandLine } from './command-line.ts';
import { reportError } from './report-error.ts';

// Pact's native library phones home unless told not to, and reads this once.
process.env['PACT_DO_NOT_TRACK'] = 'true';

try {
  process.exitCode = await createCommandLine(process.argv);
} catch (error) {
  process.exitCode = reportError(error);
}
