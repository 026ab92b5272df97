import { setTimeout as sleep } from 'node:timers/promises';
import type { Errand } from '../../effects/errand.ts';
import type { TenantVendor } from '../../model/tenant.ts';
import type { OnWaiting, Waiting } from '../../model/waiting.ts';

/** Tells what a line to a vendor waits for: an answer, or the time at which it may ask again. */
export interface WaitingTeller {
  readonly asking: (errand: Errand) => void;
  /** Lets so many milliseconds go by. */
  readonly pause: (ms: number) => Promise<void>;
}

export function createWaitingTeller({ vendor, timeouts }: TenantVendor, onWaiting: OnWaiting): WaitingTeller {
  const withinMs = timeouts.connectMs + timeouts.answerMs;
  let asked: Waiting | undefined;
  return {
    // The request of an operation is known by its exchange; of any other it has to be said what it is for.
    asking: ({ purpose, says }) => {
      asked =
        purpose === 'operation'
          ? { kind: 'answer', vendor, withinMs }
          : { kind: 'chore', vendor, withinMs, says };
      onWaiting(asked);
    },
    pause: async (ms) => {
      onWaiting({ kind: 'pause', vendor, withinMs: ms });
      await sleep(ms);
      if (asked !== undefined) onWaiting(asked);
    },
  };
}
