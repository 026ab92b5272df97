import type { DiffCommandOptions } from '../diff-command.ts';
import type { CommandDefinition } from './command-definition.ts';
import { collect } from './option-values.ts';

const command: CommandDefinition = {
  name: 'diff',
  group: 'Look at runs',
  examples: [
    { says: 'what is otherwise than last week', args: 'diff reports/last-week reports/latest' },
    {
      says: 'the same as Markdown',
      args: 'diff reports/last-week reports/latest --reporter summary=changes.md',
    },
  ],
  define: (program, finish) => {
    program
      .command('diff')
      .description('tell what is otherwise in the second of two runs, tenants or versions')
      .argument('<before>', 'folder of a run, or its report.json')
      .argument('<after>', 'folder of another run, or its report.json')
      .option(
        '--reporter <name[=file]>',
        'write the second report with what has changed in this format (repeatable)',
        collect,
        [],
      )
      .option('--json', 'print the changes as JSON', false)
      .action(async (before: string, after: string, options: DiffCommandOptions) => {
        finish(await (await import('../diff-command.ts')).diff(before, after, options));
      });
  },
};

export default command;
