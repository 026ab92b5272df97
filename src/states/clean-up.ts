import type { Json } from '../model/json.ts';
import { findLost } from './find-lost.ts';
import type { Ledger } from './ledger.ts';
import { isOpen, type LedgerItem } from './ledger-items.ts';
import type { Ending } from './ledger-line.ts';
import type { NamedThing, Send } from './send.ts';
import { describeThing, takeAway } from './take-away.ts';

/** What clean-up needs of the vendors; nothing of it is in the ledger. */
export interface CleanUpMeans {
  readonly send: Send;
  /** The headers that sign a request in, with the credentials of a state; undefined where there are none. */
  readonly signIn: (vendor: string, state: string) => Readonly<Record<string, string>> | undefined;
  /** Kind of thing that each value of a vendor names. */
  readonly kinds: (vendor: string) => Readonly<Record<string, string>>;
  /** Hears of what this run made before it is named to a vendor, also of what only a search has shown. */
  readonly admit?: (items: readonly LedgerItem[]) => void;
}

/** One thing of the ledger and how it ended, for a person. */
export interface CleanedThing {
  readonly item: number;
  readonly vendor: string;
  readonly what: string;
  /** What the request did that made it. */
  readonly says: string;
  /** The thing with its ids. */
  readonly thing: string;
  readonly ending: Ending;
}

/**
 * Takes away what the ledger says that its run made, the last first, and nothing else. What has ended is not touched
 * again; what was left or could not be told is tried once more. Can be interrupted, and called again, for some of the
 * things first.
 */
export async function cleanUp(
  ledger: Ledger,
  means: CleanUpMeans,
  isMeant: (item: LedgerItem) => boolean = () => true,
): Promise<readonly CleanedThing[]> {
  means.admit?.(ledger.items);
  for (const { number } of ledger.open.filter(isMeant).toReversed()) {
    // What another thing's end has told of it is in the ledger by now.
    const item = ledger.items.find((candidate) => candidate.number === number);
    if (item !== undefined && isOpen(item)) ledger.end(number, await endOf(item, ledger, means));
  }
  return cleanedThings(ledger.items);
}

/** Every thing that has ended, in the order it was made. */
export function cleanedThings(items: readonly LedgerItem[]): readonly CleanedThing[] {
  return items.flatMap((item) => {
    const { number, vendor, what, says, ending, outcome } = item;
    if (ending === undefined || outcome === 'not-made') return [];
    return [{ item: number, vendor, what, says, thing: describeThing(item), ending }];
  });
}

/** What a run has made, by kind: all that its clean-up may name. */
export function madeThings(
  items: readonly LedgerItem[],
  kinds: CleanUpMeans['kinds'],
): readonly (NamedThing & { readonly vendor: string })[] {
  return items.flatMap(({ vendor, values }) =>
    Object.entries(values).flatMap(([name, value]: readonly [string, Json]) => {
      const kind = kinds(vendor)[name];
      return kind === undefined ? [] : [{ vendor, kind, value }];
    }),
  );
}

async function endOf(item: LedgerItem, ledger: Ledger, means: CleanUpMeans): Promise<Ending> {
  const { undo, stays, vendor, what } = item;
  const byHand = `look for ${describeThing(item)} at ${vendor}`;
  if (undo === null)
    return { kind: 'left', why: stays ?? 'nothing is known that undoes it', byHand, final: true };
  const signIn = means.signIn(vendor, item.signsInAs);
  if (signIn === undefined)
    return { kind: 'left', why: `there are no credentials for ${vendor}`, byHand, final: false };
  const site = { signIn, kinds: means.kinds(vendor), send: means.send, ledger };
  const found = await findLost(item, undo, site);
  switch (found.kind) {
    case 'absent':
      return { kind: 'absent', why: `a search found no ${what} of this name` };
    case 'unknown':
      return { kind: 'unknown', why: found.why, byHand };
    case 'there':
      means.admit?.([found.item]);
      return takeAway(found.item, undo, site);
    default:
      return found satisfies never;
  }
}
