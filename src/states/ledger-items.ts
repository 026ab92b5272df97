import type { Ending, Intended, LedgerLine } from './ledger-line.ts';

/** One thing that was to be made, with all that the ledger knows of it. */
export interface LedgerItem extends Intended {
  readonly number: number;
  /** Unknown while no answer was written down. */
  readonly outcome: 'unknown' | 'made' | 'not-made';
  readonly ending: Ending | undefined;
}

/** Every thing of a ledger, in the order it was to be made. */
export function itemsOf(lines: readonly LedgerLine[]): readonly LedgerItem[] {
  const items = new Map<number, LedgerItem>();
  const change = (number: number, changes: Partial<LedgerItem>): void => {
    const item = items.get(number);
    if (item !== undefined) items.set(number, { ...item, ...changes });
  };
  for (const line of lines)
    switch (line.kind) {
      case 'opened':
      case 'tried':
        break;
      case 'intended': {
        const { kind: _, item: number, ...intended } = line;
        items.set(number, { ...intended, number, outcome: 'unknown', ending: undefined });
        break;
      }
      case 'made':
        change(line.item, { outcome: 'made', values: { ...items.get(line.item)?.values, ...line.values } });
        break;
      case 'not-made':
        change(line.item, { outcome: 'not-made' });
        break;
      case 'ended':
        change(line.item, { ending: line.ending });
        break;
      default:
        line satisfies never;
    }
  return [...items.values()];
}

/** Whether clean-up has something to do: what was left or could not be told is tried again. */
export function isOpen({ outcome, ending }: LedgerItem): boolean {
  if (outcome === 'not-made') return false;
  if (ending === undefined || ending.kind === 'unknown') return true;
  return ending.kind === 'left' && !ending.final;
}
