import { askedWait, sentAtMs } from '../model/asked-wait.ts';
import type { ReceivedResponse } from '../model/exchange.ts';

const SECOND_MS = 1000;

/** Milliseconds that an answer asks to wait; undefined when it does not. `now` is milliseconds since 1970. */
export function retryAfterMs(response: ReceivedResponse, now: number): number | undefined {
  const wait = askedWait(response);
  if (wait === undefined) return undefined;
  if (wait.kind === 'seconds') return wait.seconds * SECOND_MS;
  // By the sender's own clock, where it tells it: ours may go wrong by more than the wait.
  return Math.max(0, wait.atMs - (sentAtMs(response) ?? now));
}
