import type { UnreadEntry } from '../model/observation.ts';
import type { Operation, OperationId } from '../model/operation.ts';
import type { UnplannedExchange } from '../model/plan.ts';
import type { Spec } from '../model/spec.ts';
import type { ReportParts } from '../run/build-report.ts';
import type { ObservationGround } from './observation-ground.ts';
import { OperationObservation } from './operation-observation.ts';
import type { UnmatchedTally } from './unmatched-tally.ts';

export interface ObservationOptions extends Pick<ReportParts, 'waivers' | 'today'> {
  /** Only these are judged, and each is reported; without it those that were observed. */
  readonly operations?: readonly Operation[];
  /** How many exchanges of each interaction are held against the contract. */
  readonly contractSample?: number;
}

export const CONTRACT_SAMPLE = 200;

/** What has been seen so far. */
export interface Observed {
  readonly ground: ObservationGround;
  readonly options: ObservationOptions;
  readonly operations: Map<OperationId, OperationObservation>;
  readonly unmatched: UnmatchedTally;
  readonly slots: Map<string, UnplannedExchange>;
  readonly unread: UnreadEntry[];
  readonly ids: Map<string, number>;
  /** Of what is reported, in the order in which it came. */
  readonly order: Set<string>;
  exchanges: number;
  leftOut: number;
  unreadTotal: number;
}

/** Of the exchange that was seen last. */
export function slugOf({ exchanges }: Observed): string {
  return `observed-${exchanges}`;
}

export function isWanted({ options: { operations } }: Observed, id: OperationId): boolean {
  return operations === undefined || operations.some((operation) => operation.id === id);
}

/** Undefined where the operation was not asked for. */
export function observationOf(
  seen: Observed,
  spec: Spec,
  operation: Operation,
): OperationObservation | undefined {
  const known = seen.operations.get(operation.id);
  if (known !== undefined || !isWanted(seen, operation.id)) return known;
  const { contractSample = CONTRACT_SAMPLE } = seen.options;
  const fresh = new OperationObservation(spec, operation, contractSample);
  seen.operations.set(operation.id, fresh);
  return fresh;
}

/** Counts an exchange to its operation, and what is kept of it to what is reported. */
export function addTo(
  { order }: Observed,
  own: OperationObservation,
  judge: () => Promise<void> | undefined,
): Promise<void> | undefined {
  own.exchanges += 1;
  const keptBefore = own.kept.length;
  return judge()?.then(() => {
    for (const { planned } of own.kept.slice(keptBefore)) order.add(planned.id);
  });
}
