import type { DoctorCommandOptions } from '../doctor-command.ts';
import type { CommandDefinition } from './command-definition.ts';
import { collect } from './option-values.ts';
import { withSuiteOptions } from './suite-options.ts';

const command: CommandDefinition = {
  name: 'doctor',
  group: 'A live tenant',
  examples: [
    { says: 'could a run prove something there?', args: 'doctor --tenant tenants/our-chat.yaml' },
    { says: 'the same for all of yours', args: 'doctor --tenant tenants' },
  ],
  define: (program, finish) => {
    withSuiteOptions(program.command('doctor'))
      .description('ask a live tenant by harmless requests whether a run could prove something there')
      .option('--tenant <path>', 'the tenant file, or a folder of them (repeatable)', collect, [])
      .option('--vendor <id>', 'only this vendor (repeatable)', collect, [])
      .option('--operation <id>', 'only this operation (repeatable)', collect, [])
      .option('--production <name>', 'allow requests to the production tenant of this name')
      .action(async (options: DoctorCommandOptions) => {
        finish(await (await import('../doctor-command.ts')).doctor(options));
      });
  },
};

export default command;
