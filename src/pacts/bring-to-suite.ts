import type { Suite } from '../model/suite.ts';
import type { PactOfAnyone } from './pact-of-anyone.ts';
import { vendorOfProvider } from './tie-operation.ts';
import { type OwnPacts, type TyingChoices, tiePacts } from './tie-pacts.ts';
import { unfoundedReliances } from './unfounded-reliances.ts';

/** Ties pacts to a suite, and tells what each relies on that no document says. */
export async function bringToSuite(
  pacts: readonly PactOfAnyone[],
  suite: Suite,
  choices: TyingChoices,
): Promise<OwnPacts> {
  // The same file may be named twice.
  const distinct = [...new Map(pacts.map((pact) => [pact.from, pact])).values()];
  const tied = tiePacts(distinct, suite, choices);
  const reported = await Promise.all(
    tied.reported.map(async (one) => {
      const pact = distinct.find(({ from }) => from === one.from);
      const spec = pact && vendorOfProvider(pact.provider, suite.specs, choices.providers);
      if (pact === undefined || spec === undefined) return one;
      return { ...one, notes: [...one.notes, ...(await unfoundedReliances(spec, pact))] };
    }),
  );
  return { ...tied, reported };
}

/** With the contracts that pacts of the user's own come to. */
export function withContracts(suite: Suite, own: OwnPacts | undefined): Suite {
  return own === undefined ? suite : { ...suite, contracts: [...suite.contracts, ...own.contracts] };
}
