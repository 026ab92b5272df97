import { Command, InvalidArgumentError, Option } from 'commander';
import { userErrors } from '../errors/catalogue.ts';
import { LEVELS } from '../model/source.ts';
import type { MockCommandOptions } from './mock-command.ts';
import type { RunCommandOptions } from './run-command.ts';
import { toolVersion } from './tool-version.ts';

/** Parses the arguments, carries the command out and gives the exit code. Commands are loaded when they are called. */
export async function createCommandLine(argv: readonly string[]): Promise<number> {
  let exitCode = 0;
  const program = new Command('livechat-conformance')
    .description('Does this live-chat vendor still do what its document says, and what you rely on?')
    .version(toolVersion(), '--version', 'print the version')
    .helpOption('--help', 'print this help')
    .showHelpAfterError('(run with --help to see what there is)')
    .exitOverride();
  runCommand(program).action(async (options: RunCommandOptions, { args: [surplus] }: Command) => {
    if (surplus !== undefined) throw userErrors.nameUnknown('command or argument', surplus, ['run', 'mock']);
    exitCode = await (await import('./run-command.ts')).run(options);
  });
  mockCommand(program).action(async (options: MockCommandOptions) => {
    exitCode = await (await import('./mock-command.ts')).mock(options);
  });
  await program.parseAsync([...argv]);
  return exitCode;
}

function runCommand(program: Command): Command {
  return (
    program
      .command('run', { isDefault: true })
      // A mistyped command arrives here as an argument of this one.
      .allowExcessArguments()
      .description(
        'judge every documented operation and write a report (this is what runs without a command)',
      )
      .option('--vendor <id>', 'judge only this vendor (repeatable)', collect, [])
      .option(
        '--operation <id>',
        'judge only this operation: its id, or the part after the vendor (repeatable)',
        collect,
        [],
      )
      .option('--target <name>', 'where exchanges come from', 'mock')
      .addOption(
        new Option('--gate <level>', 'the weakest level whose failures fail the run')
          .choices(LEVELS)
          .default('must'),
      )
      .option('--out <dir>', 'folder for the reports', 'reports')
      .option(
        '--reporter <name[=file]>',
        'write only these formats, optionally to a file (repeatable)',
        collect,
        [],
      )
      .option('--timeout <ms>', 'how long to wait for an answer, and for notifications', milliseconds, 10_000)
      .option('--documents <dir>', 'folder with the texts of the vendor documents, to quote cited lines')
      .option('--dry-run', 'print what would be sent, and send nothing', false)
      .option(
        '--fault <name>',
        'let the mock misbehave; "mock --list-faults" prints the names (repeatable)',
        collect,
        [],
      )
      .option(
        '--reading <ambiguity=reading>',
        'let the mock follow another reading of the documents (repeatable)',
        collect,
        [],
      )
  );
}

function mockCommand(program: Command): Command {
  return program
    .command('mock')
    .description('serve the embedded vendors, to develop against them')
    .option('--port <port>', 'port on 127.0.0.1; 0 takes a free one', port, 4010)
    .option('--fault <name>', 'misbehave in this way (repeatable)', collect, [])
    .option(
      '--reading <ambiguity=reading>',
      'follow another reading of the documents (repeatable)',
      collect,
      [],
    )
    .option('--list-faults', 'print the names of all faults', false);
}

function collect(value: string, earlier: readonly string[]): readonly string[] {
  return [...earlier, value];
}

function milliseconds(value: string): number {
  return wholeNumber(value, 1, 3_600_000, 'a number of milliseconds from 1 to 3600000');
}

function port(value: string): number {
  return wholeNumber(value, 0, 65_535, 'a port from 0 to 65535');
}

function wholeNumber(value: string, least: number, most: number, expected: string): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < least || number > most)
    throw new InvalidArgumentError(`Give ${expected}.`);
  return number;
}
