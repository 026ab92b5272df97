import type { ObservedExchange } from '../model/observed.ts';
import type { RecordedItem, RecordedStretch } from '../model/recorded.ts';
import type { NotificationAttacher } from './attach-notifications.ts';
import type { CountedStretch } from './counted-stretch.ts';
import { isTold } from './fold-stretch.ts';
import type { Observation } from './observation.ts';
import { observeItems } from './observe-items.ts';
import type { StretchCounter } from './stretch-counter.ts';

/** What the stretches of a recording are observed with. */
export interface Course {
  readonly observation: Observation;
  readonly notifications: NotificationAttacher;
  readonly counter: StretchCounter;
  readonly signal: AbortSignal | undefined;
}

/** A stretch of which all was read that could not be told by its text alone. */
export interface StretchRead {
  /** Adds it; what was counted together is added together. */
  readonly fold: () => Promise<void>;
}

/** What is to be added next: an exchange of the stretch, one that was read here, or something else that was. */
type Step =
  | { readonly kind: 'told'; readonly entry: number }
  | { readonly kind: 'observed'; readonly observed: ObservedExchange }
  | { readonly kind: 'item'; readonly item: RecordedItem };

/** Reads here what it takes more than its own text to tell, and has that counted as well. */
export async function readStretch(
  { observation, notifications, counter }: Course,
  stretch: RecordedStretch,
  counted: CountedStretch,
): Promise<StretchRead> {
  const steps: Step[] = [];
  for (const entry of stretch.texts.ends.keys())
    if (isTold(counted, entry)) steps.push({ kind: 'told', entry });
    else
      for (const item of await stretch.read(entry))
        for (const ready of notifications.add(item)) steps.push(stepOf(ready));
  const observed = steps.flatMap((step) => (step.kind === 'observed' ? [step.observed] : []));
  const counting = observed.length === 0 ? undefined : counter.countObserved(observed);
  return { fold: async () => foldSteps(observation, { stretch, counted, steps, others: await counting }) };
}

/** What a run of ours has planned is kept as it is, whatever it comes to. */
function stepOf(item: RecordedItem): Step {
  return item.kind === 'exchange' && item.observed.planned === undefined
    ? { kind: 'observed', observed: item.observed }
    : { kind: 'item', item };
}

interface ReadSteps {
  readonly stretch: RecordedStretch;
  readonly counted: CountedStretch;
  readonly steps: readonly Step[];
  /** Of the exchanges that were read here. */
  readonly others: CountedStretch | undefined;
}

async function foldSteps(
  observation: Observation,
  { stretch, counted, steps, others }: ReadSteps,
): Promise<void> {
  const byText = observation.addCounted(counted);
  const byExchange = others && observation.addCounted(others);
  let number = 0;
  const add = (step: Step): Promise<void> | undefined => {
    if (step.kind === 'told') return byText.add(step.entry, () => stretch.read(step.entry));
    if (step.kind === 'item') return observeItems(observation, [step.item]);
    const item: RecordedItem = { kind: 'exchange', observed: step.observed };
    const at = number;
    number += 1;
    return others !== undefined && byExchange !== undefined && isTold(others, at)
      ? byExchange.add(at, () => [item])
      : observeItems(observation, [item]);
  };
  for (const step of steps) {
    const judged = add(step);
    if (judged !== undefined) await judged;
  }
}
