import type { Exchange } from './exchange.ts';
import type { PlannedExchange } from './plan.ts';
import type { Obtained } from './target.ts';

/** What a recorder may leave out of what it has seen. What is lost is unknown, never missing. */
export const LOSSES = ['credentials', 'request-body', 'response-body'] as const;
export type Loss = (typeof LOSSES)[number];

/** An exchange that was not asked for by this run: recorded, passing by, or had in somebody's own test. */
export interface ObservedExchange {
  /** Where it stands, for people: `traffic.har, entry 12`. */
  readonly at: string;
  /** Absolute address as it was requested, or a path where no more is known. */
  readonly url: string;
  readonly exchange: Omit<Exchange, 'id' | 'operation'>;
  /** Milliseconds since 1970, where it is known when the request was sent. */
  readonly sentAt?: number;
  /** Absent where all of it was kept. */
  readonly lost?: readonly Loss[];
  /** What it was planned as, where a run of ours has made it. */
  readonly planned?: ObservedPlan;
}

/** What a run of ours knew of an exchange before it was sent, secrets replaced. */
export interface ObservedPlan
  extends Pick<
    PlannedExchange,
    'id' | 'vendor' | 'operation' | 'title' | 'origin' | 'intent' | 'states' | 'stateValues' | 'request'
  > {
  /** The reading it was sent after in the end; null where that is the primary one. */
  readonly reading: Obtained['reading'] | null;
  /** What was sent besides it after other readings and refused. */
  readonly superseded: readonly Exchange[];
}
