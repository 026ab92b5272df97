import { isJsonArray, type Json } from '../model/json.ts';
import { jsonEqual, valueAt } from '../model/json-pointer.ts';
import type { Search, Undo } from '../model/recipe.ts';
import { namesOfUndo } from '../model/recipe-names.ts';
import { captureValues } from './capture-values.ts';
import { fillJson, fillRequest } from './fill-request.ts';
import type { Ledger } from './ledger.ts';
import type { LedgerItem } from './ledger-items.ts';
import { namedThings } from './perform-step.ts';
import { readAnswer } from './read-answer.ts';
import type { Send } from './send.ts';

/** A vendor as clean-up reaches it. */
export interface Site {
  readonly signIn: Readonly<Record<string, string>>;
  readonly kinds: Readonly<Record<string, string>>;
  readonly send: Send;
  readonly ledger: Ledger;
}

export type Found =
  | { readonly kind: 'there'; readonly item: LedgerItem }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknown'; readonly why: string };

/** The thing with all that its undo needs; one whose answer was lost is searched for, where that can be done. */
export async function findLost(item: LedgerItem, undo: Undo, site: Site): Promise<Found> {
  const unmet = namesOfUndo(undo).filter((name) => item.values[name] === undefined);
  if (unmet.length === 0) return { kind: 'there', item };
  const lost = `the answer was lost, and with it ${unmet.join(', ')}`;
  if (item.search === null) return { kind: 'unknown', why: `${lost}; the vendor offers no search for it` };
  const filled = fillRequest(item.search.request, item.values, site.signIn);
  if (filled.kind === 'lacking') return { kind: 'unknown', why: lost };
  const result = await site.send(filled.request, {
    ...{ kind: 'proof', vendor: item.vendor, what: item.what, effects: ['reads'] },
    says: `searches for the ${item.what} whose answer was lost`,
    names: namedThings(item.search.request, item.values, site.kinds),
  });
  if (result.kind !== 'response') return { kind: 'unknown', why: `${lost}; the search did not come through` };
  const { status, body } = readAnswer(result.response);
  if (status !== 200) return { kind: 'unknown', why: `${lost}; the search was answered with ${status}` };
  return pickOwn(item, item.search, body, lost, site.ledger);
}

function pickOwn(
  item: LedgerItem,
  search: Search,
  body: Json | undefined,
  lost: string,
  ledger: Ledger,
): Found {
  const list = valueAt(body, search.list);
  if (!isJsonArray(list)) return { kind: 'unknown', why: `${lost}; the search showed no list` };
  const wanted = fillJson(search.is, item.values);
  const own = list.filter((member) => jsonEqual(valueAt(member, search.at), wanted));
  const [first] = own;
  if (first === undefined) return absence(search, body, list.length, lost);
  if (own.length > 1) return { kind: 'unknown', why: `${lost}; the search found ${own.length}` };
  const captured = captureValues(search.captures, first, item.values);
  if (captured.kind === 'missing')
    return { kind: 'unknown', why: `${lost}; what was found has ${captured.says}` };
  ledger.made(item.number, captured.values);
  return { kind: 'there', item: { ...item, values: { ...item.values, ...captured.values } } };
}

/** Only a list that is whole shows that something is not in it. */
function absence({ total }: Search, body: Json | undefined, shown: number, lost: string): Found {
  const all = total === undefined ? shown : valueAt(body, total);
  if (typeof all === 'number' && all <= shown) return { kind: 'absent' };
  return { kind: 'unknown', why: `${lost}; the search showed ${shown} and not all that there are` };
}
