import { Command } from 'commander';
import { commands } from '../generated/commands.ts';
import type { CommandDefinition } from './commands/command-definition.ts';
import { describeError } from './describe-error.ts';
import { helpConfiguration, withHelp } from './help-text.ts';
import { screenOf } from './screen-of.ts';
import { toolVersion } from './tool-version.ts';
import { wantsColour } from './wants-colour.ts';

/** Parses the arguments, carries the command out and gives the exit code. */
export async function createCommandLine(argv: readonly string[]): Promise<number> {
  let exitCode = 0;
  const program = defineCommands((code) => {
    exitCode = code;
  });
  await program.parseAsync([...argv]);
  return exitCode;
}

/** Every command there is; `finish` takes the exit code of the one that is carried out. */
export function defineCommands(finish: (exitCode: number) => void): Command {
  const program = new Command('livechat-conformance')
    .description('Does this live-chat vendor still do what its document says, and what you rely on?')
    .version(toolVersion(), '--version', 'print the version')
    .helpOption('--help', 'print this help')
    .configureOutput({
      outputError: (text, write) => write(describeMisuse(text)),
      getOutHasColors: () => wantsColour(process.stdout),
      getErrHasColors: () => wantsColour(process.stderr),
    })
    .configureHelp(helpConfiguration())
    .exitOverride();
  const known: readonly CommandDefinition[] = commands;
  for (const { define } of known) define(program, finish);
  return withHelp(program, known);
}

/** The library's complaint about arguments in the words of our own. */
function describeMisuse(text: string): string {
  const [complaint = '', ...rest] = text.trim().split('\n');
  const message = complaint.replace(/^error: /u, '');
  const suggestion = rest.join(' ').replaceAll(/[()]/gu, '').trim();
  const hint = `${suggestion}${suggestion === '' ? '' : ' '}Look at --help of the command.`;
  return describeError({ code: 'arguments-wrong', message, hint }, screenOf(process.stderr));
}
