import { type Command, Option } from 'commander';
import { userErrors } from '../../errors/catalogue.ts';
import type { RunCommandOptions } from '../run-command.ts';
import { withCheckOptions } from './check-options.ts';
import type { CommandDefinition } from './command-definition.ts';
import { withGateOptions } from './gate-options.ts';
import { collect, milliseconds, shard } from './option-values.ts';
import { withPactOptions } from './pact-options.ts';
import { withSuiteOptions } from './suite-options.ts';

const command: CommandDefinition = {
  name: 'run',
  group: 'Judge',
  examples: [
    { says: 'all vendors, against the embedded mock', args: 'run' },
    {
      says: 'see every request to a live tenant, and send none',
      args: 'run --tenant tenants/our-chat.yaml --dry-run',
    },
    {
      says: 'fail only for what is new since the last run',
      args: 'run --tenant tenants/our-chat.yaml --baseline reports/latest',
    },
  ],
  define: (program, finish) => {
    declare(program).action(
      async (options: Omit<RunCommandOptions, 'asked'>, { args: [surplus] }: Command) => {
        if (surplus !== undefined)
          throw userErrors.nameUnknown(
            'command or argument',
            surplus,
            program.commands.map((one) => one.name()),
          );
        finish(await (await import('../run-command.ts')).run({ ...options, asked: program.args }));
      },
    );
  },
};

function declare(program: Command): Command {
  return withGateOptions(
    declareWhatIsSent(
      program
        .command('run', { isDefault: true })
        // A mistyped command arrives here as an argument of this one.
        .allowExcessArguments()
        .description(
          'judge every documented operation and write a report (this is what runs without a command)',
        ),
    ),
  )
    .addOption(
      new Option('--evidence <form>', 'full: keep people as they are, in a file of its own for you alone')
        .choices(['masked', 'full'])
        .default('masked'),
    )
    .option('--har', 'write what was exchanged as a HAR file as well', false)
    .option('--out <dir>', 'folder for the reports', 'reports')
    .option(
      '--reporter <name[=file]>',
      'write only these formats, optionally to a file (repeatable)',
      collect,
      [],
    )
    .option('--documents <dir>', 'folder with the texts of the vendor documents, to quote cited lines');
}

function declareWhatIsSent(run: Command): Command {
  return withPactOptions(withCheckOptions(withSuiteOptions(run)))
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
    .option(
      '--shard <i/n>',
      'judge the i-th of n parts of the operations; "merge" joins their reports',
      shard,
    )
    .option('--plan-hash <hash>', 'send nothing but the plan that --dry-run showed with this hash')
    .option('--timeout <ms>', 'how long to wait for an answer, and for notifications', milliseconds, 10_000)
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
    );
}

export default command;
