import { Command } from 'commander';
import { commands } from '../generated/commands.ts';
import type { CommandDefinition } from './commands/command-definition.ts';
import { toolVersion } from './tool-version.ts';

/** Parses the arguments, carries the command out and gives the exit code. */
export async function createCommandLine(argv: readonly string[]): Promise<number> {
  let exitCode = 0;
  const program = new Command('livechat-conformance')
    .description('Does this live-chat vendor still do what its document says, and what you rely on?')
    .version(toolVersion(), '--version', 'print the version')
    .helpOption('--help', 'print this help')
    .showHelpAfterError('(run with --help to see what there is)')
    .exitOverride();
  const known: readonly CommandDefinition[] = commands;
  for (const { define } of known)
    define(program, (code) => {
      exitCode = code;
    });
  await program.parseAsync([...argv]);
  return exitCode;
}
