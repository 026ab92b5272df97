import type { Exchange } from './exchange.ts';
import type { PlannedExchange } from './plan.ts';
import type { Obtained } from './target.ts';

/** An exchange that was not asked for by this run: recorded, passing by, or had in somebody's own test. */
export interface ObservedExchange {
  /** Where it stands, for people: `traffic.har, entry 12`. */
  readonly at: string;
  /** Absolute address as it was requested, or a path where no more is known. */
  readonly url: string;
  readonly exchange: Omit<Exchange, 'id' | 'operation'>;
  /** What it was planned as, where a run of ours has made it. */
  readonly planned?: ObservedPlan;
}

/** What a run of ours knew of an exchange before it was sent. */
export interface ObservedPlan
  extends Pick<
    PlannedExchange,
    'id' | 'operation' | 'title' | 'origin' | 'intent' | 'states' | 'stateValues'
  > {
  readonly reading: Obtained['reading'] | null;
}
