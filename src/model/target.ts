import type { Exchange } from './exchange.ts';
import type { Forecast } from './forecast.ts';
import type { ProviderState } from './interaction.ts';
import type { Json } from './json.ts';
import type { Operation, OperationId } from './operation.ts';
import type { PlannedExchange, UnplannedExchange } from './plan.ts';
import type { OnWaiting } from './waiting.ts';

/** Provider states to be made true for one exchange, and the values its request needs from them. */
export interface StateRequest {
  readonly vendor: string;
  readonly states: readonly ProviderState[];
  /** The call they are for; undefined where they are asked for by themselves. */
  readonly call?: { readonly operation: OperationId; readonly isToSucceed: boolean };
  /** Name of each value with the contract's example of it. */
  readonly wanted: Readonly<Record<string, Json>>;
}

export type StateResolution =
  | { readonly kind: 'established'; readonly values: Readonly<Record<string, Json>> }
  | { readonly kind: 'unavailable'; readonly reason: string };

/** What came of one planned exchange. */
export interface Obtained {
  readonly exchange: Exchange;
  /** The reading of the documents that was followed when it is not the primary one. */
  readonly reading: { readonly ambiguity: string; readonly reading: string } | undefined;
  /** What was sent besides it after other readings and refused, in the order it was sent. */
  readonly superseded: readonly Exchange[];
}

/** Keeps secrets and people out of what is written down besides exchanges. */
export interface Discretion {
  /** The text without them. */
  readonly text: (text: string) => string;
  /** Throws when a secret, or somebody's data, stands in what is about to be written. */
  readonly scan: (artefact: string, content: string) => void;
  /** Throws for secrets alone: what clean-up needs has to stay as it is. */
  readonly scanForSecrets: (artefact: string, content: string) => void;
}

/** Where nothing is secret and nobody real. */
export const NO_DISCRETION: Discretion = { text: (text) => text, scan: () => {}, scanForSecrets: () => {} };

/** The run that a target is going to serve, and the folder for what it has to keep. */
export interface RunOfTarget {
  readonly id: string;
  readonly folder: string;
  readonly discretion: Discretion;
}

/** Something a run made, and what became of it. */
export interface CleanedUp {
  readonly vendor: string;
  /** What it was, with its ids. */
  readonly thing: string;
  readonly ending: 'removed' | 'removed-unproven' | 'left' | 'unknown';
  /** Why, and what to do by hand; null where nothing is left to do. */
  readonly note: string | null;
}

/** Where exchanges come from. */
export interface Target {
  readonly kind: string;
  readonly name: string;
  readonly faults: readonly string[];
  /** May other readings of a vendor's documents be tried where the primary one is refused? Without it, they may not. */
  readonly probesReadings?: (vendor: string) => boolean;
  /** The values of provider states as far as they are known before anything is sent: what is to be made is promised. */
  establish(request: StateRequest): Promise<StateResolution>;
  /** Where it is: its vendors' addresses, which may stand in the values of states. */
  readonly addresses?: () => readonly string[];
  /** What carrying out the plan would come to, of the one that was guarded last. */
  readonly forecast?: () => Forecast | undefined;
  /** Withholds what may not be sent. Pure. */
  readonly guard?: (
    exchanges: readonly (PlannedExchange | UnplannedExchange)[],
    operations: readonly Operation[],
  ) => readonly (PlannedExchange | UnplannedExchange)[];
  /** From now on tells what it waits for. */
  readonly watch?: (onWaiting: OnWaiting) => void;
  /** Called once, before the first request of a run. */
  readonly begin?: (run: RunOfTarget) => Promise<void>;
  /** Makes true what was promised to the planned exchange, right before it is sent. */
  readonly fulfil?: (exchange: string, request: StateRequest) => Promise<StateResolution>;
  /** Learns what an earlier, cut-off part of the run came to, instead of sending it again. */
  readonly recall?: (planned: PlannedExchange, obtained: Obtained) => Promise<void>;
  /** Takes away what the run made; called once, after the last request. */
  readonly finish?: () => Promise<readonly CleanedUp[]>;
  obtain(planned: PlannedExchange, operation: Operation): Promise<Obtained>;
  close(): Promise<void>;
}
