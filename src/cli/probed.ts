import { diagnoseFailure } from '../diagnosis/diagnose-failure.ts';
import type { TransportFailure } from '../model/exchange.ts';
import { NOT_PERMITTED } from '../targets/live/vendor-line.ts';

/** What one harmless request has shown, and what to do about it; `next` is null where nothing is wrong. */
export interface Probed {
  readonly says: string;
  readonly came: string;
  readonly next: string | null;
  /** An answer came back from whoever is at the address. */
  readonly isReached: boolean;
  /** The vendor answered as it does to those whom it knows. */
  readonly isKnown: boolean;
  /** The way ends before the host, for this request as for any other. */
  readonly isWayBlocked: boolean;
}

/** Nobody knows what the vendor makes of it. */
export function unanswered(says: string, came: string, next: string): Probed {
  return { says, came, next, isReached: false, isKnown: false, isWayBlocked: false };
}

/** What a failure says that kept an answer from coming. */
export function probedFailure(says: string, failure: TransportFailure): Probed {
  if (failure.code === NOT_PERMITTED) {
    const [came = failure.message, ...next] = failure.message.split('. ');
    return { ...unanswered(says, came, next.join('. ')), isWayBlocked: true };
  }
  const trouble = diagnoseFailure(failure);
  return { ...unanswered(says, trouble.says, trouble.next), isWayBlocked: isOnTheWay(failure) };
}

/** A listener tells the step of its way within the code. */
function isOnTheWay({ phase, code }: TransportFailure): boolean {
  return ['connect', 'proxy', 'tls'].includes(phase) || /^(connect|proxy|tls)\//.test(code);
}
