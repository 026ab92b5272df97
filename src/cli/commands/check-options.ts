import type { Command } from 'commander';
import { collect } from './option-values.ts';

/** Checks of one's own, as the arguments have them. */
export interface CheckOptions {
  readonly checks: readonly string[];
}

/** Options of whoever judges, or tells of what was judged. */
export function withCheckOptions(command: Command): Command {
  return command
    .optionsGroup('Vendors and contracts of your own:')
    .option('--checks <dir>', 'folder with checks of your own: *.mjs, *.js, *.ts (repeatable)', collect, [])
    .optionsGroup('');
}
