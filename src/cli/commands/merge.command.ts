import type { MergeCommandOptions } from '../merge-command.ts';
import type { CommandDefinition } from './command-definition.ts';
import { withSettlingOptions } from './gate-options.ts';
import { collect, count } from './option-values.ts';

const command: CommandDefinition = {
  name: 'merge',
  group: 'Look at runs',
  examples: [
    {
      says: 'the parts of a split run',
      args: 'merge reports/part-1 reports/part-2 reports/part-3 --expect 3',
    },
  ],
  define: (program, finish) => {
    withSettlingOptions(program.command('merge'))
      .description('join the reports of the parts of a run into one')
      .argument('<run...>', 'folders of the parts, or their report.json')
      .option('--expect <n>', 'how many parts there have to be', count)
      .option('--out <dir>', 'folder for the joined report', 'reports/merged')
      .option(
        '--reporter <name[=file]>',
        'write only these formats, optionally to a file (repeatable)',
        collect,
        [],
      )
      .action(async (runs: readonly string[], options: MergeCommandOptions) => {
        finish(await (await import('../merge-command.ts')).merge(runs, options));
      });
  },
};

export default command;
