import type { CleanupCommandOptions } from '../cleanup-command.ts';
import type { CommandDefinition } from './command-definition.ts';
import { collect } from './option-values.ts';
import { withSuiteOptions } from './suite-options.ts';

const command: CommandDefinition = {
  name: 'cleanup',
  group: 'A live tenant',
  examples: [
    { says: 'what the newest run has left', args: 'cleanup --tenant tenants/our-chat.yaml' },
    {
      says: 'what a certain one has left',
      args: 'cleanup reports/2026-03-14T09-25-01-live --tenant tenants/our-chat.yaml',
    },
  ],
  define: (program, finish) => {
    withSuiteOptions(program.command('cleanup'))
      .description('take away what a run has left in a live tenant')
      .argument('[run-folder]', 'folder of the run (default: the newest below --out that has left something)')
      .option('--tenant <path>', 'the tenant file of that run, or a folder of them (repeatable)', collect, [])
      .option('--production <name>', 'allow requests to the production tenant of this name')
      .option('--out <dir>', 'folder with the reports of the runs', 'reports')
      .action(async (folder: string | undefined, options: CleanupCommandOptions) => {
        finish(await (await import('../cleanup-command.ts')).cleanup(folder, options));
      });
  },
};

export default command;
