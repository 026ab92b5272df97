import type { CommandDefinition } from './command-definition.ts';

const command: CommandDefinition = {
  name: 'history',
  group: 'Look at runs',
  examples: [{ says: 'how the operations of each target fared', args: 'history reports/history' }],
  define: (program, finish) => {
    program
      .command('history')
      .description('show how the operations of each target fared in the runs that a folder keeps')
      .argument('<dir>', 'the folder that was given to "run --history"')
      .option('--json', 'print the runs as JSON', false)
      .action(async (folder: string, options: { readonly json: boolean }) => {
        finish(await (await import('../history-command.ts')).history(folder, options));
      });
  },
};

export default command;
