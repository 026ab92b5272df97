import type { Search, Undo } from '../model/recipe.ts';
import type { Values } from './fill-request.ts';

/** What a request is about to make, written before it is sent. No credential is ever among the values. */
export interface Intended {
  readonly vendor: string;
  /** The provider state whose credentials the request is signed in with. */
  readonly signsInAs: string;
  /** What the request makes, for a person. */
  readonly says: string;
  /** Kind of thing. */
  readonly what: string;
  /** A text that only things of this exchange carry. */
  readonly marker: string;
  /** What undo and search need and is known by now. */
  readonly values: Values;
  readonly undo: Undo | null;
  readonly search: Search | null;
  /** Why it stays where nothing undoes it. */
  readonly stays: string | null;
}

/** How a thing that was to be made ends. */
export type Ending =
  /** `proven` by a read; where it is not, `note` says why. `remains` is what is left for good. */
  | {
      readonly kind: 'removed';
      readonly says: string;
      readonly proven: boolean;
      readonly note: string | null;
      readonly remains: string | null;
    }
  /** A search shows that it never came to be. */
  | { readonly kind: 'absent'; readonly why: string }
  /** It is still there; `final` where nothing can be tried again. */
  | { readonly kind: 'left'; readonly why: string; readonly byHand: string; readonly final: boolean }
  /** Nobody can tell whether it is there. */
  | { readonly kind: 'unknown'; readonly why: string; readonly byHand: string };

export type LedgerLine =
  | {
      readonly kind: 'opened';
      readonly version: typeof LEDGER_VERSION;
      readonly run: string;
      readonly tenant: string;
    }
  | ({ readonly kind: 'intended'; readonly item: number } & Intended)
  | { readonly kind: 'made'; readonly item: number; readonly values: Values }
  | { readonly kind: 'not-made'; readonly item: number; readonly why: string }
  | { readonly kind: 'tried'; readonly item: number; readonly says: string; readonly came: string }
  | { readonly kind: 'ended'; readonly item: number; readonly ending: Ending };

export const LEDGER_VERSION = 1;

const MEMBERS: Readonly<Record<LedgerLine['kind'], readonly string[]>> = {
  opened: ['version', 'run', 'tenant'],
  intended: ['item', 'vendor', 'signsInAs', 'says', 'what', 'marker', 'values', 'undo', 'search', 'stays'],
  made: ['item', 'values'],
  'not-made': ['item', 'why'],
  tried: ['item', 'says', 'came'],
  ended: ['item', 'ending'],
};

/** One line of the file; undefined when it is none of ours. */
export function parseLedgerLine(text: string): LedgerLine | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isLedgerLine(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Nobody but us writes there: kind and members tell a line of ours from anything else. */
function isLedgerLine(value: unknown): value is LedgerLine {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  const members = Object.entries(MEMBERS).find(([kind]) => kind === value.kind)?.[1];
  if (members === undefined || !members.every((name) => Object.hasOwn(value, name))) return false;
  return !('version' in value) || value.version === LEDGER_VERSION;
}
