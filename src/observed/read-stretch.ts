import type { ObservedExchange } from '../model/observed.ts';
import type { OperationId } from '../model/operation.ts';
import type { RecordedItem, RecordedStretch } from '../model/recorded.ts';
import type { NotificationAttacher } from './attach-notifications.ts';
import type { CountedStretch } from './counted-stretch.ts';
import { isTold, type ReadExchange, type StretchFold } from './fold-stretch.ts';
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

/**
 * Operations whose exchanges were not all counted together. Which of them shows a field first hangs on their order, and of
 * those that were counted apart that is known of each part alone.
 */
function countedApart({ counted, steps, others }: ReadSteps): ReadonlySet<OperationId> {
  const byText = operationsIn(counted);
  const isLost = others === undefined && steps.some(({ kind }) => kind === 'observed');
  if (isLost) return new Set(byText);
  const byExchange = others === undefined ? [] : operationsIn(others);
  const planned = steps.flatMap((step) => plannedIn(step) ?? []);
  return new Set([...planned, ...byText.filter((id) => byExchange.includes(id))]);
}

function operationsIn({ fields }: CountedStretch): readonly OperationId[] {
  return fields.flatMap(([id, places]) => (places.length > 0 ? [id] : []));
}

function plannedIn(step: Step): OperationId | undefined {
  return step.kind === 'item' && step.item.kind === 'exchange'
    ? step.item.observed.planned?.operation
    : undefined;
}

async function foldSteps(observation: Observation, read: ReadSteps): Promise<void> {
  const { stretch, counted, steps, others } = read;
  const oneByOne = countedApart(read);
  const byText = observation.addCounted(counted, oneByOne);
  const byExchange = others && observation.addCounted(others, oneByOne);
  let number = -1;
  const add = (step: Step): Promise<void> | undefined => {
    if (step.kind === 'item') return observeItems(observation, [step.item]);
    if (step.kind === 'told')
      return addExchange(observation, byText, step.entry, () => stretch.read(step.entry));
    const item: RecordedItem = { kind: 'exchange', observed: step.observed };
    number += 1;
    return addExchange(observation, byExchange, number, () => [item]);
  };
  for (const step of steps) {
    const judged = add(step);
    if (judged !== undefined) await judged;
  }
}

function addExchange(
  observation: Observation,
  fold: StretchFold | undefined,
  number: number,
  read: ReadExchange,
): Promise<void> | undefined {
  if (fold?.tells(number) === true) return fold.add(number, read);
  const items = read();
  return items instanceof Promise
    ? items.then((all) => observeItems(observation, all))
    : observeItems(observation, items);
}
