import type { Command } from 'commander';
import { collect } from './option-values.ts';

/** Options of whoever asks a Pact Broker. */
export function withBrokerOptions(command: Command): Command {
  return command
    .optionsGroup('Pacts of your own:')
    .option('--broker-token <env:NAME>', 'environment variable with the bearer token of a Pact Broker')
    .option('--broker-username <env:NAME>', 'environment variable with the user of a Pact Broker')
    .option('--broker-password <env:NAME>', 'environment variable with the password of that user')
    .optionsGroup('');
}

/** Options of whoever judges pacts of the user's own. */
export function withPactOptions(command: Command): Command {
  return withBrokerOptions(
    command
      .optionsGroup('Pacts of your own:')
      .option(
        '--pacts <path|url>',
        'judge pact files of your own as well: a file, a folder, a quoted pattern, a pact or broker by address (repeatable)',
        collect,
        [],
      )
      .option('--provider <name=vendor>', 'which vendor a provider of a pact is (repeatable)', collect, [])
      .option('--states <file>', 'what the provider states of your pacts are in our words (YAML)'),
  );
}
