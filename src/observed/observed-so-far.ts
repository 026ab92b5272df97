import type { UnreadEntry } from '../model/observation.ts';
import type { Operation, OperationId } from '../model/operation.ts';
import type { UnplannedExchange } from '../model/plan.ts';
import type { ReportParts } from '../run/build-report.ts';
import type { ObservationGround } from './observation-ground.ts';
import type { OperationObservation } from './operation-observation.ts';
import type { UnmatchedTally } from './unmatched-tally.ts';

export interface ObservationOptions extends Pick<ReportParts, 'waivers' | 'today'> {
  /** Only these are judged, and each is reported; without it those that were observed. */
  readonly operations?: readonly Operation[];
  /** How many exchanges of each interaction are held against the contract. */
  readonly contractSample?: number;
}

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
