import { Command, InvalidArgumentError, Option } from 'commander';
import { userErrors } from '../errors/catalogue.ts';
import { LEVELS } from '../model/source.ts';
import { ENVIRONMENTS } from '../model/tenant.ts';
import type { CleanupCommandOptions } from './cleanup-command.ts';
import type { DoctorCommandOptions } from './doctor-command.ts';
import type { InitCommandOptions } from './init-command.ts';
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
    if (surplus !== undefined)
      throw userErrors.nameUnknown('command or argument', surplus, [
        'run',
        'mock',
        'init',
        'doctor',
        'cleanup',
      ]);
    exitCode = await (await import('./run-command.ts')).run(options);
  });
  mockCommand(program).action(async (options: MockCommandOptions) => {
    exitCode = await (await import('./mock-command.ts')).mock(options);
  });
  initCommand(program).action(async (options: InitCommandOptions) => {
    exitCode = await (await import('./init-command.ts')).init(options);
  });
  doctorCommand(program).action(async (options: DoctorCommandOptions) => {
    exitCode = await (await import('./doctor-command.ts')).doctor(options);
  });
  cleanupCommand(program).action(async (folder: string | undefined, options: CleanupCommandOptions) => {
    exitCode = await (await import('./cleanup-command.ts')).cleanup(folder, options);
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
      .option('--target <name>', 'where exchanges come from (default: "mock", and "live" with --tenant)')
      .option(
        '--tenant <path>',
        'judge the live tenant of this file, or those of a folder (repeatable)',
        collect,
        [],
      )
      .option('--production <name>', 'allow requests to the production tenant of this name')
      .addOption(
        new Option(
          '--resume <run-folder>',
          'go on with a run that was cut off, sending nothing twice',
        ).conflicts(['vendor', 'operation', 'target', 'dryRun', 'out', 'fault', 'reading']),
      )
      .addOption(
        new Option('--evidence <form>', 'full: keep people as they are, in a file of its own for you alone')
          .choices(['masked', 'full'])
          .default('masked'),
      )
      .option('--plan-hash <hash>', 'send nothing but the plan that --dry-run showed with this hash')
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

function initCommand(program: Command): Command {
  return program
    .command('init')
    .description('write a tenant file, by questions or by these options')
    .option('--vendor <id>', 'a vendor the tenant has (repeatable)', collect, [])
    .option('--name <name>', 'name of the tenant')
    .addOption(new Option('--environment <kind>', 'what kind of account it is').choices(ENVIRONMENTS))
    .option('--out <file>', 'the file to write (default: "tenants/<name>.yaml")')
    .option('--yes', 'ask nothing', false)
    .option('--force', 'replace a file that is there already', false);
}

function doctorCommand(program: Command): Command {
  return program
    .command('doctor')
    .description('ask a live tenant by harmless requests whether a run could prove something there')
    .option('--tenant <path>', 'the tenant file, or a folder of them (repeatable)', collect, [])
    .option('--vendor <id>', 'only this vendor (repeatable)', collect, [])
    .option('--operation <id>', 'only this operation (repeatable)', collect, [])
    .option('--production <name>', 'allow requests to the production tenant of this name');
}

function cleanupCommand(program: Command): Command {
  return program
    .command('cleanup')
    .description('take away what a run has left in a live tenant')
    .argument('[run-folder]', 'folder of the run (default: the newest below --out that has left something)')
    .option('--tenant <path>', 'the tenant file of that run, or a folder of them (repeatable)', collect, [])
    .option('--production <name>', 'allow requests to the production tenant of this name')
    .option('--out <dir>', 'folder with the reports of the runs', 'reports');
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
