import type { ExplainCommandOptions } from '../explain-command.ts';
import { withCheckOptions } from './check-options.ts';
import type { CommandDefinition } from './command-definition.ts';
import { withSuiteOptions } from './suite-options.ts';

const command: CommandDefinition = {
  name: 'explain',
  group: 'Look at runs',
  examples: [
    { says: 'an operation', args: 'explain joinChat' },
    {
      says: 'a finding of the latest run, with the cited lines',
      args: 'explain 02e0acbf6fb2 --documents documents',
    },
    { says: 'the code of an error', args: 'explain tenant-invalid' },
  ],
  define: (program, finish) => {
    const explain = program
      .command('explain')
      .description('tell what is documented, relied on and seen of one thing, and what to do')
      .argument(
        '<name>',
        'operation, check, fingerprint of a finding, claim, reading, defect, trouble, requirement, state, or code of an error',
      )
      .option('--run <folder>', 'the run to tell of (default: the latest below --out)')
      .option('--out <dir>', 'folder with the reports of the runs', 'reports')
      .option('--documents <dir>', 'folder with the texts of the vendor documents, to quote them')
      .option('--json', 'print it as JSON', false);
    withCheckOptions(withSuiteOptions(explain)).action(
      async (name: string, options: ExplainCommandOptions) => {
        finish(await (await import('../explain-command.ts')).explain(name, options));
      },
    );
  },
};

export default command;
