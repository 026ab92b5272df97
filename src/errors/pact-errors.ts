import { listed } from './known-names.ts';
import { UserError } from './user-error.ts';

/** Pacts of the user's own, and the broker. */
export const pactErrors = {
  ownPactEmpty: (file: string) =>
    new UserError(
      'own-pact-empty',
      `${file} holds no interaction and no message, so it proves nothing.`,
      'Write it anew by the tests of its consumer, or leave it out.',
    ),

  pactUnsupported: (file: string, pointer: string, found: string, expected: string) =>
    new UserError(
      'pact-unsupported',
      `${file}#${pointer}: ${found} cannot be honoured here; expected ${expected}`,
      'Change that place of the pact by the tests of its consumer, or leave the file out.',
    ),

  pactsMissing: (place: string) =>
    new UserError(
      'pacts-missing',
      `No pact file was found at ${place}.`,
      'Give --pacts a JSON file, a folder of them, a quoted pattern or an address.',
    ),

  providerUnknown: (providers: readonly string[], known: readonly string[]) =>
    new UserError(
      'provider-unknown',
      `No pact that was given is of a vendor of ours: they name ${providers.map((name) => `"${name}"`).join(', ')}.`,
      `Say which vendor it is with --provider "NAME=VENDOR". ${listed(known)}`,
    ),

  consumerTaken: (file: string, consumer: string, vendor: string) =>
    new UserError(
      'consumer-taken',
      `${file} is a pact of "${consumer}" with ${vendor}, and a contract that is judged anyway has that consumer.`,
      'Give the consumer another name in its tests, so that the report can tell them apart.',
    ),

  brokerFailed: (address: string, problem: string, hint: string) =>
    new UserError('broker-failed', `The Pact Broker at ${address}: ${problem}`, hint),

  brokerClientMissing: (packageName: string, version: string) =>
    new UserError(
      'broker-client-missing',
      `Publishing is done by Pact's own client, and ${packageName} is not installed.`,
      `Install it beside this tool: npm install --save-dev ${packageName}@${version}`,
    ),

  resultsOfMock: (file: string) =>
    new UserError(
      'results-of-mock',
      `${file} is the report of a run on the embedded mock, which says nothing of any vendor.`,
      'Give the report of a run on a tenant or of a recording, or leave --report out.',
    ),
} as const;
