import type { BrokerCredentials } from '../broker/broker-access.ts';
import { userErrors } from '../errors/catalogue.ts';
import { readSecret } from '../load/read-secret.ts';
import { referenceOf } from '../load/secret-reference.ts';

export interface BrokerOptions {
  readonly brokerToken?: string;
  readonly brokerUsername?: string;
  readonly brokerPassword?: string;
}

/** Credentials of a broker, each from an environment variable: on a command line they would stand in the history. */
export function readBrokerCredentials(options: BrokerOptions): BrokerCredentials {
  const { brokerToken, brokerUsername, brokerPassword } = options;
  if (brokerToken !== undefined) return { kind: 'token', token: secretOf('--broker-token', brokerToken) };
  if (brokerUsername === undefined && brokerPassword === undefined) return { kind: 'none' };
  if (brokerUsername === undefined)
    throw userErrors.optionMissing('--broker-username', 'a password alone says nothing');
  return {
    kind: 'basic',
    username: secretOf('--broker-username', brokerUsername),
    password: brokerPassword === undefined ? '' : secretOf('--broker-password', brokerPassword),
  };
}

/** What was given instead of a reference may be the secret itself: it is not repeated. */
function secretOf(option: string, reference: string): string {
  if (!/^env:[A-Za-z_][A-Za-z0-9_]*$/.test(reference))
    throw userErrors.optionInvalid(option, '…', 'the name of an environment variable, as env:NAME');
  return readSecret(option, referenceOf(reference, ''), 'header', process.env).value;
}
