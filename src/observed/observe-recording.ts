import type { RecordedItem } from '../model/recorded.ts';
import { attachNotifications } from './attach-notifications.ts';
import type { ObservationGround } from './judge-observed.ts';
import type { Observation } from './observation.ts';

/** Adds all that a recording holds; ends early, without an error, when aborted. */
export async function observeRecording(
  observation: Observation,
  items: AsyncIterable<RecordedItem>,
  ground: Pick<ObservationGround, 'suite' | 'baseUrls'>,
  signal?: AbortSignal,
): Promise<void> {
  for await (const item of attachNotifications(items, ground)) {
    if (signal?.aborted === true) return;
    if (item.kind === 'exchange') await observation.add(item.observed);
    if (item.kind === 'unsent') observation.unsent(item.slot);
    if (item.kind === 'unread') observation.unread(item.entry);
  }
}
