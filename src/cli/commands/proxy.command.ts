import { InvalidArgumentError, Option } from 'commander';
import { EFFECTS, type Effect } from '../../model/operation.ts';
import { LEVELS } from '../../model/source.ts';
import type { ProxyCommandOptions } from '../proxy-command.ts';
import { withCheckOptions } from './check-options.ts';
import type { CommandDefinition } from './command-definition.ts';
import { collect, count, day, port } from './option-values.ts';
import { withPactOptions } from './pact-options.ts';
import { withSuiteOptions } from './suite-options.ts';

const command: CommandDefinition = {
  name: 'proxy',
  group: 'Judge',
  examples: [
    { says: 'between your application and a tenant', args: 'proxy --tenant tenants/our-chat.yaml' },
    {
      says: 'answer 502 where the mock breaks its document',
      args: 'proxy --mock --enforce --fault any.null-body',
    },
  ],
  define: (program, finish) => {
    withPactOptions(
      withCheckOptions(
        withSuiteOptions(
          program
            .command('proxy')
            .description('stand between your application and the vendor, and judge what passes'),
        ),
      ),
    )
      .option('--tenant <path>', 'pass on to the tenant of this file')
      .option('--mock', 'pass on to the embedded mock', false)
      .option('--port <port>', 'port on 127.0.0.1; 0 takes a free one', port, 4020)
      .option('--vendor <id>', 'pass on to this vendor alone, without its name in the path')
      .option('--enforce', 'answer 502 where an answer breaks what the document states', false)
      .option(
        '--allow-effects <effect>',
        'answer 403 to documented requests with other effects than these (repeatable)',
        collectEffect,
      )
      .option(
        '--inject-credentials',
        'sign in with those of the tenant file where your application does not',
        false,
      )
      .option('--contract-sample <n>', 'exchanges of an interaction that Pact looks at', count, 200)
      .option('--fault <name>', 'let the mock misbehave (repeatable)', collect, [])
      .addOption(
        new Option('--gate <level>', 'the weakest level whose failures fail the run')
          .choices(LEVELS)
          .default('must'),
      )
      .option('--waivers <file>', 'file of findings that are excused for a time')
      .option('--today <date>', 'the day on which waivers are to hold, YYYY-MM-DD', day)
      .option('--out <dir>', 'folder for the reports', 'reports')
      .option(
        '--reporter <name[=file]>',
        'write only these formats, optionally to a file (repeatable)',
        collect,
        [],
      )
      .action(async (options: ProxyCommandOptions) => {
        finish(await (await import('../proxy-command.ts')).proxy(options));
      });
  },
};

function collectEffect(value: string, earlier: readonly Effect[] = []): readonly Effect[] {
  const effect = EFFECTS.find((known) => known === value);
  if (effect === undefined) throw new InvalidArgumentError(`Give one of ${EFFECTS.join(', ')}.`);
  return [...earlier, effect];
}

export default command;
