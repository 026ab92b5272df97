import type { BrokerPublishOptions } from '../broker-command.ts';
import type { CommandDefinition } from './command-definition.ts';
import { collect } from './option-values.ts';
import { withBrokerOptions } from './pact-options.ts';
import { withSuiteOptions } from './suite-options.ts';

const command: CommandDefinition = {
  name: 'broker',
  group: 'Keep it true',
  examples: [
    {
      says: 'share pacts and what the latest run has shown',
      args: 'broker publish --broker-base-url https://broker.example.com --consumer-version 1.4.0 --report reports/latest/report.json',
    },
  ],
  define: (program, finish) => {
    const broker = program.command('broker').description('share pacts and verdicts through a Pact Broker');
    const publish = broker
      .command('publish')
      .description('publish our pacts, and with --report what a run has shown of each pact')
      .requiredOption('--broker-base-url <url>', 'address of the Pact Broker')
      .requiredOption('--consumer-version <version>', 'version of the consumer whose pacts these are')
      .option('--branch <name>', 'branch of that version')
      .option('--tag <name>', 'tag of that version (repeatable)', collect, [])
      .option('--report <file>', 'report.json whose results are published as well')
      .option('--provider-version <version>', 'what to call what was judged (default: the id of the run)');
    withBrokerOptions(withSuiteOptions(publish)).action(async (options: BrokerPublishOptions) => {
      finish(await (await import('../broker-command.ts')).brokerPublish(options));
    });
  },
};

export default command;
