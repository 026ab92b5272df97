import type { JudgeCommandOptions } from '../judge-command.ts';
import { withCheckOptions } from './check-options.ts';
import type { CommandDefinition } from './command-definition.ts';
import { withGateOptions } from './gate-options.ts';
import { collect, count } from './option-values.ts';
import { withPactOptions } from './pact-options.ts';
import { withSuiteOptions } from './suite-options.ts';

const command: CommandDefinition = {
  name: 'judge',
  group: 'Judge',
  examples: [
    { says: 'what a browser has recorded', args: 'judge session.har' },
    { says: 'the evidence of an earlier run once more', args: 'judge reports/latest --gate should' },
  ],
  define: (program, finish) => {
    withGateOptions(
      withPactOptions(
        withCheckOptions(
          withSuiteOptions(
            program
              .command('judge')
              .argument(
                '<files...>',
                'HAR files, evidence of a run or a proxy, lines of exchanges, folders of runs; - reads standard input',
              )
              .description('judge recorded exchanges; nothing is sent to anybody'),
          ),
        ),
      ),
    )
      .option('--tenant <path>', 'judge only what went to the addresses of this tenant file')
      .option('--vendor <id>', 'judge only this vendor (repeatable)', collect, [])
      .option(
        '--operation <id>',
        'judge only this operation: its id, or the part after the vendor (repeatable)',
        collect,
        [],
      )
      .option(
        '--contract-sample <n>',
        'exchanges of an interaction that Pact looks at; 0 leaves contracts out',
        count,
        200,
      )
      .option(
        '--threads <n>',
        'threads that share a long recording; 0 judges it in one (default: one per processor, at most 8)',
        count,
      )
      .option('--out <dir>', 'folder for the reports', 'reports')
      .option(
        '--reporter <name[=file]>',
        'write only these formats, optionally to a file (repeatable)',
        collect,
        [],
      )
      .option('--documents <dir>', 'folder with the texts of the vendor documents, to quote cited lines')
      .action(async (files: readonly string[], options: JudgeCommandOptions) => {
        finish(await (await import('../judge-command.ts')).judge(files, options));
      });
  },
};

export default command;
