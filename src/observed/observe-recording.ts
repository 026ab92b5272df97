import type { RecordedItem } from '../model/recorded.ts';
import { attachNotifications } from './attach-notifications.ts';
import type { Observation } from './observation.ts';
import type { ObservationGround } from './observation-ground.ts';
import { observeItems } from './observe-items.ts';

/** Adds all that a recording holds. */
export async function observeRecording(
  observation: Observation,
  items: AsyncIterable<RecordedItem>,
  ground: Pick<ObservationGround, 'suite' | 'baseUrls'>,
): Promise<void> {
  const notifications = attachNotifications(ground);
  for await (const item of items) await observeItems(observation, notifications.add(item));
  await observeItems(observation, notifications.end());
}
