import type { ReportCommandOptions } from '../report-command.ts';
import type { CommandDefinition } from './command-definition.ts';
import { collect } from './option-values.ts';

const command: CommandDefinition = {
  name: 'report',
  group: 'Look at runs',
  examples: [
    { says: 'the latest run once more', args: 'report' },
    { says: 'as JUnit, on standard output', args: 'report --reporter junit=-' },
  ],
  define: (program, finish) => {
    program
      .command('report')
      .description('render the report of an earlier run again, in any format')
      .argument('[run]', 'folder of the run, or its report.json (default: the latest below --out)')
      .option('--out <dir>', 'folder with the reports of the runs', 'reports')
      .option(
        '--reporter <name[=file]>',
        'write only these formats, optionally to a file (repeatable; default: the terminal)',
        collect,
        [],
      )
      .option('--exit-code', 'end with the exit code of that run', false)
      .action(async (run: string | undefined, options: ReportCommandOptions) => {
        finish(await (await import('../report-command.ts')).report(run, options));
      });
  },
};

export default command;
