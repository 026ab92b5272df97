import type { ObservedExchange } from '../model/observed.ts';
import type { RecordedStretch } from '../model/recorded.ts';
import type { CountedStretch } from './counted-stretch.ts';

/** Undefined is what is to be judged by whoever asks; never rejects. */
export type Counting = Promise<CountedStretch | undefined> | undefined;

/** Counts elsewhere what exchanges come to. */
export interface StretchCounter {
  /** How many stretches it works on at a time. */
  readonly atOnce: number;
  readonly count: (stretch: RecordedStretch) => Counting;
  /** Exchanges with all that belongs to them, which their own entries do not tell. */
  readonly countObserved: (observed: readonly ObservedExchange[]) => Counting;
}

export const NO_COUNTER: StretchCounter = {
  atOnce: 0,
  count: () => undefined,
  countObserved: () => undefined,
};
