import type { RecordedItem } from '../model/recorded.ts';
import { attachNotifications } from './attach-notifications.ts';
import type { Observation } from './observation.ts';
import type { ObservationGround } from './observation-ground.ts';

/** Adds all that a recording holds; ends early, without an error, when aborted. */
export async function observeRecording(
  observation: Observation,
  items: AsyncIterable<RecordedItem>,
  ground: Pick<ObservationGround, 'suite' | 'baseUrls'>,
  signal?: AbortSignal,
): Promise<void> {
  const notifications = attachNotifications(ground);
  for await (const item of items) {
    if (signal?.aborted === true) return;
    for (const ready of notifications.add(item)) {
      const judged = observe(observation, ready);
      if (judged !== undefined) await judged;
    }
  }
  for (const ready of notifications.end()) await observe(observation, ready);
}

/** A promise only where there is something to wait for. */
function observe(observation: Observation, item: RecordedItem): Promise<void> | undefined {
  if (item.kind === 'exchange') return observation.add(item.observed);
  if (item.kind === 'unsent') observation.unsent(item.slot);
  if (item.kind === 'unread') observation.unread(item.entry);
  return undefined;
}
