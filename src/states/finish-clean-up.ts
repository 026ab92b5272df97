import type { Discretion } from '../model/target.ts';
import { type CleanedThing, type CleanUpMeans, cleanUp } from './clean-up.ts';
import { Ledger } from './ledger.ts';
import type { Send } from './send.ts';
import { signInFor, type VendorMeans } from './vendor-means.ts';

export interface CleanUpReport {
  readonly run: string;
  readonly tenant: string;
  readonly things: readonly CleanedThing[];
  /** Nothing is left that clean-up could still take away, and nothing is unknown. */
  readonly isClean: boolean;
}

/** Takes up the clean-up of a run that is over, finished or killed. A finished one has nothing to do. */
export async function finishCleanUp(
  ledgerFile: string,
  send: Send,
  means: readonly VendorMeans[],
  admit?: CleanUpMeans['admit'],
  discretion?: Discretion,
): Promise<CleanUpReport> {
  const ledger = Ledger.reopen(ledgerFile, discretion);
  try {
    const things = await cleanUp(ledger, cleanUpMeans(send, means, admit));
    return { ...ledger.head, things, isClean: ledger.open.length === 0 };
  } finally {
    ledger.close();
  }
}

export function cleanUpMeans(
  send: Send,
  means: readonly VendorMeans[],
  admit?: CleanUpMeans['admit'],
): CleanUpMeans {
  const find = (vendor: string) => means.find((candidate) => candidate.vendor === vendor);
  return {
    send,
    ...(admit === undefined ? {} : { admit }),
    signIn: (vendor, state) => {
      const own = find(vendor);
      return own === undefined ? undefined : signInFor(own, state);
    },
    kinds: (vendor) => find(vendor)?.recipes?.kinds ?? {},
  };
}
