import type { MockCommandOptions } from '../mock-command.ts';
import type { CommandDefinition } from './command-definition.ts';
import { collect, port } from './option-values.ts';
import { withSuiteOptions } from './suite-options.ts';

const command: CommandDefinition = {
  name: 'mock',
  group: 'Judge',
  examples: [
    { says: 'develop against all vendors', args: 'mock' },
    { says: 'with a vendor that misbehaves', args: 'mock --fault any.slow' },
  ],
  define: (program, finish) => {
    withSuiteOptions(program.command('mock'))
      .description('serve the embedded vendors, to develop against them')
      .option('--port <port>', 'port on 127.0.0.1; 0 takes a free one', port, 4010)
      .option('--fault <name>', 'misbehave in this way (repeatable)', collect, [])
      .option(
        '--reading <ambiguity=reading>',
        'follow another reading of the documents (repeatable)',
        collect,
        [],
      )
      .option('--list-faults', 'print the names of all faults', false)
      .action(async (options: MockCommandOptions) => {
        finish(await (await import('../mock-command.ts')).mock(options));
      });
  },
};

export default command;
