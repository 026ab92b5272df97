import { Option } from 'commander';
import { ENVIRONMENTS } from '../../model/tenant.ts';
import type { InitCommandOptions } from '../init-command.ts';
import type { CommandDefinition } from './command-definition.ts';
import { collect } from './option-values.ts';
import { withSuiteOptions } from './suite-options.ts';

const command: CommandDefinition = {
  name: 'init',
  group: 'A live tenant',
  examples: [
    { says: 'by questions', args: 'init' },
    {
      says: 'where nobody can be asked',
      args: 'init --environment sandbox --name our-chat --yes',
    },
  ],
  define: (program, finish) => {
    withSuiteOptions(program.command('init'))
      .description('write a tenant file, by questions or by these options')
      .option('--vendor <id>', 'a vendor the tenant has (repeatable)', collect, [])
      .option('--name <name>', 'name of the tenant')
      .addOption(new Option('--environment <kind>', 'what kind of account it is').choices(ENVIRONMENTS))
      .option('--out <file>', 'the file to write (default: "tenants/<name>.yaml")')
      .option('--yes', 'ask nothing', false)
      .option('--force', 'replace a file that is there already', false)
      .action(async (options: InitCommandOptions) => {
        finish(await (await import('../init-command.ts')).init(options));
      });
  },
};

export default command;
