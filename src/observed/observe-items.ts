import type { RecordedItem } from '../model/recorded.ts';
import type { Observation } from './observation.ts';

/** One after the other, from a place on. A promise only where there is something to wait for. */
export function observeItems(
  observation: Observation,
  items: readonly RecordedItem[],
  from = 0,
): Promise<void> | undefined {
  for (const [at, item] of items.entries()) {
    const judged = at < from ? undefined : observeItem(observation, item);
    if (judged !== undefined) return judged.then(() => observeItems(observation, items, at + 1));
  }
  return undefined;
}

function observeItem(observation: Observation, item: RecordedItem): Promise<void> | undefined {
  if (item.kind === 'exchange') return observation.add(item.observed);
  if (item.kind === 'unsent') observation.unsent(item.slot);
  if (item.kind === 'unread') observation.unread(item.entry);
  return undefined;
}
