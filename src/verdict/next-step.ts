import type { Blame } from '../model/finding.ts';

const NEXT_STEPS = {
  vendor:
    'Report it to the vendor with the cited lines and the exchange; guard the field in your integration until it is mended.',
  document: 'Nobody documents this: ask the vendor to, and do not build on it.',
  setup: 'Check the address, the network and the credentials of the target, then run again.',
  suite: 'Correct the spec or the contract: the request we send is not the documented one.',
  undetermined: 'Look at the exchange: the documents do not say who is right.',
} as const satisfies Record<Blame, string>;

export function nextStep(blame: Blame): string {
  return NEXT_STEPS[blame];
}
