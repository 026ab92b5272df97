import type { UnreadEntry } from '../model/observation.ts';
import type { ObservedExchange } from '../model/observed.ts';
import type { OperationId } from '../model/operation.ts';
import type { UnplannedExchange } from '../model/plan.ts';
import type { Report } from '../model/report.ts';
import type { ReportParts } from '../run/build-report.ts';
import { assignObserved } from './assign-observed.ts';
import type { CountedStretch } from './counted-stretch.ts';
import { foldStretch, type StretchFold } from './fold-stretch.ts';
import { judgeInto } from './judge-into.ts';
import type { ObservationGround } from './observation-ground.ts';
import {
  addTo,
  isWanted,
  type ObservationOptions,
  type Observed,
  observationOf,
  slugOf,
} from './observed-so-far.ts';
import { reportObservation } from './report-observation.ts';
import { generalPath, UnmatchedTally } from './unmatched-tally.ts';

/** Folds any number of observed exchanges into one report, in bounded memory. */
export interface Observation {
  /** One at a time: wait for each before adding the next, where there is something to wait for. */
  add(observed: ObservedExchange): Promise<void> | undefined;
  /**
   * The same of exchanges of which it was counted elsewhere what they come to; to be added in their order. `oneByOne` are
   * operations of which there are others among them.
   */
  addCounted(stretch: CountedStretch, oneByOne: ReadonlySet<OperationId>): StretchFold;
  /** What a run of ours had planned and could not send. */
  unsent(slot: UnplannedExchange): void;
  unread(entry: UnreadEntry): void;
  /** Of all that was added so far; more may follow. */
  report(header: ReportParts['header']): Report;
}

export type { ObservationOptions };

const MOST_UNREAD = 100;

export function startObservation(ground: ObservationGround, options: ObservationOptions = {}): Observation {
  const seen: Observed = {
    ...{ ground, options, operations: new Map(), unmatched: new UnmatchedTally(), slots: new Map() },
    ...{ unread: [], ids: new Map(), order: new Set(), exchanges: 0, leftOut: 0, unreadTotal: 0 },
  };
  return {
    add: (observed) => add(seen, observed),
    addCounted: (stretch, oneByOne) => foldStretch(seen, stretch, oneByOne),
    unsent: (slot) => {
      if (seen.ids.has(slot.id) || !isWanted(seen, slot.operation)) return;
      seen.slots.set(slot.id, slot);
      seen.order.add(slot.id);
    },
    unread: (entry) => {
      seen.unreadTotal += 1;
      if (seen.unread.length < MOST_UNREAD) seen.unread.push(entry);
    },
    report: (header) => reportObservation(seen, header),
  };
}

function add(seen: Observed, observed: ObservedExchange): Promise<void> | undefined {
  seen.exchanges += 1;
  const assigned = assignObserved(seen.ground, withOwnId(seen, observed), slugOf(seen));
  if (assigned.kind === 'unmatched') {
    const { method } = observed.exchange.request;
    const request = { method, path: generalPath(observed.url), reason: assigned.reason };
    seen.unmatched.add(request, () => observed.at);
    return undefined;
  }
  const own = observationOf(seen, assigned.spec, assigned.operation);
  if (own === undefined) {
    seen.leftOut += 1;
    return undefined;
  }
  // What a run has planned is as much as its report holds; what further runs add is counted.
  const isOfPlan = seen.ids.get(assigned.planned.id) === 1;
  return addTo(seen, own, () => judgeInto(own, assigned, seen.ground, isOfPlan));
}

/** Two runs of ours give their exchanges the same ids; an exchange takes the place of the slot it fills. */
function withOwnId({ ids, slots }: Observed, observed: ObservedExchange): ObservedExchange {
  const { planned } = observed;
  if (planned === undefined) return observed;
  const times = (ids.get(planned.id) ?? 0) + 1;
  ids.set(planned.id, times);
  slots.delete(planned.id);
  return times === 1 ? observed : { ...observed, planned: { ...planned, id: `${planned.id}-${times}` } };
}
