import type { ReportChanges } from './changes.ts';
import type { ClaimLedger } from './claim.ts';
import type { Defect } from './defect.ts';
import type { Exchange } from './exchange.ts';
import type { FilePlace } from './file-place.ts';
import type { Case, OutcomeName } from './finding.ts';
import type { ReportHistory } from './history.ts';
import type { FieldSeen, ObservedCounts, ReportedObservation } from './observation.ts';
import type { Effect, NotificationProtocol, OperationId } from './operation.ts';
import type { Level, Source } from './source.ts';
import type { VendorDocument } from './spec.ts';
import type { CleanedUp } from './target.ts';
import type { GateFinding, Verdict } from './verdict.ts';
import type { ReportedWaiver } from './waiver.ts';

export type { GateFinding, Verdict };

/** How many cases ended in each outcome; `planned` is their sum. */
export type Totals = Readonly<Record<OutcomeName, number>> & { readonly planned: number };

/** Does it do what its document says? */
export interface DocumentedAnswer {
  readonly verdict: Verdict;
  /** One sentence. */
  readonly because: string;
}

/** `none`: no contract has anything to say of it. */
export type ReliedOnStanding = 'broken' | 'unproven' | 'kept' | 'none';

/** Does it do what we rely on? */
export interface ReliedOnAnswer {
  readonly standing: ReliedOnStanding;
  /** One sentence. */
  readonly because: string;
  /** Every consumer with a contract for it. */
  readonly consumers: readonly ConsumerImpact[];
}

/** What becomes of one consumer. */
export interface ConsumerImpact {
  readonly consumer: string;
  readonly standing: Exclude<ReliedOnStanding, 'none'>;
  /** What breaks it; empty unless it is broken. */
  readonly brokenBy: readonly Breakage[];
}

/** One difference that breaks a consumer. */
export interface Breakage {
  readonly operation: OperationId;
  readonly fingerprint: string;
  readonly pointer: string;
  /** What the consumer reads the place for; empty when only a rule of its contract says so. */
  readonly why: readonly string[];
}

export interface ReportedExchange extends Exchange {
  readonly title: string;
  readonly origin: 'contract' | 'variant' | 'probe' | 'observed';
  readonly intent: string;
  /** Set when this exchange follows a reading of the documents other than the primary one. */
  readonly reading: string | null;
  /** Sixteen hexadecimal digits of what was sent and what came; the same for the same exchange in another report. */
  readonly digest?: string;
}

export interface ReportedReading {
  readonly ambiguity: string;
  readonly title: string;
  readonly operation: OperationId;
  readonly conflict: readonly { readonly source: Source; readonly says: string }[];
  readonly assumed: string;
  /** What this target follows; null when nothing observed tells the readings apart. */
  readonly follows: string | null;
  readonly evidence: string;
}

export interface OperationReport {
  readonly operation: OperationId;
  readonly vendor: string;
  readonly title: string;
  readonly method: string;
  readonly path: string;
  readonly source: Source;
  /** Where its spec describes it. */
  readonly location?: FilePlace;
  readonly effects: readonly Effect[];
  readonly verdict: Verdict;
  /** Why the verdict is what it is, one sentence. */
  readonly because: string;
  readonly documented: DocumentedAnswer;
  readonly reliedOn: ReliedOnAnswer;
  readonly totals: Totals;
  readonly cases: readonly Case[];
  readonly exchanges: readonly ReportedExchange[];
  readonly readings: readonly ReportedReading[];
  /** Body pointers seen in successful answers that no document mentions. */
  readonly undocumented: readonly string[];
  /** Where its notifications are to be listened for; null where none are documented. */
  readonly notifications: Pick<NotificationProtocol, 'endpoint' | 'channel'> | null;
  /** Every statement of the documents about it, and what the run shows of it. */
  readonly claims: ClaimLedger;
  /** What was seen of each field; absent in a run. */
  readonly fields?: readonly FieldSeen[];
  /** How much was observed of it; absent in a run. */
  readonly observed?: ObservedCounts;
}

/** Something the documents get wrong, and what this target shows of it. */
export interface ReportedDefect extends Defect {
  readonly vendor: string;
  /** One for each judged operation that its readings touch; none when it has no readings. */
  readonly shown: readonly Pick<ReportedReading, 'operation' | 'follows' | 'evidence'>[];
}

/** Text of cited lines, when the folder of document texts was given. */
export interface Quotation {
  readonly document: string;
  readonly lines: readonly [from: number, to: number];
  readonly text: string;
}

/** A pact file of the user's own. */
export interface ReportedPact {
  readonly consumer: string;
  readonly vendor: string;
  /** The file or address it was read from. */
  readonly from: string;
  readonly specification: 'V2' | 'V3' | 'V4';
  /** How many of its interactions are those of documented operations. */
  readonly judged: number;
  readonly unjudged: number;
  readonly operations: readonly OperationId[];
  readonly notes: readonly PactNote[];
}

/** A check of the user's own. */
export interface ReportedCheck {
  /** As in cases and findings. */
  readonly id: string;
  readonly title: string;
  readonly why: string;
  /** Its folder and file. */
  readonly from: string;
  /** Those of the report that it is about. */
  readonly operations: readonly OperationId[];
}

/** What is to be known of one place of a pact: it is no finding, since nothing was asked of anybody. */
export interface PactNote {
  /** `not-documented`: it relies on what the document does not say; `taken-as`: what its provider state was taken for. */
  readonly kind: 'not-documented' | 'taken-as' | 'pending';
  /** JSON Pointer into the file. */
  readonly place: string;
  readonly interaction: string;
  readonly says: string;
}

/** SHA-256, in hexadecimal digits, of what exchanges were judged by. */
export interface ReportBasis {
  /** By vendor. */
  readonly specs: Readonly<Record<string, string>>;
  /** By `<consumer>/<operation>`. */
  readonly contracts: Readonly<Record<string, string>>;
  /** By `<check>/<operation>`: the files of the user's own; absent where there are none. */
  readonly checks?: Readonly<Record<string, string>>;
}

/** One of the parts a run is split into, from 1. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** The only source of every rendered format. */
export interface Report {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: string; readonly version: string };
  readonly run: {
    readonly id: string;
    readonly startedAt: string;
    readonly durationMs: number;
    readonly interrupted: boolean;
  };
  readonly target: { readonly kind: string; readonly name: string; readonly faults: readonly string[] };
  /** Which part of a run that was split; absent where it was not. */
  readonly shard?: Shard;
  readonly planHash: string;
  readonly gate: Level;
  readonly verdict: Verdict;
  readonly because: string;
  readonly documented: DocumentedAnswer;
  /** Each consumer once, whatever operations it relies on. */
  readonly reliedOn: ReliedOnAnswer;
  /** Each once; empty where the gate is met or nothing could be proven. */
  readonly gateShutBy: readonly GateFinding[];
  readonly exitCode: 0 | 1 | 2 | 3 | 130;
  readonly totals: Totals;
  readonly operations: readonly OperationReport[];
  /** Absent in a run. */
  readonly observation?: ReportedObservation;
  /** What it was judged by; two reports of the same basis differ by what was observed. */
  readonly basis?: ReportBasis;
  /** Of every vendor that was judged. */
  readonly defects: readonly ReportedDefect[];
  /** What is otherwise than in an earlier report; absent where none was given. */
  readonly changes?: ReportChanges;
  /** What the runs before it tell; absent where none are kept. */
  readonly history?: ReportHistory;
  /** Pact files of the user's own; absent where none were given. */
  readonly pacts?: readonly ReportedPact[];
  /** Checks of the user's own; absent where none were given. */
  readonly checks?: readonly ReportedCheck[];
  readonly documents: readonly VendorDocument[];
  readonly quotations: readonly Quotation[];
  /** What the run made in the target, and what became of it. */
  readonly cleanUp: readonly CleanedUp[];
  /** What became of each waiver that was given. */
  readonly waivers: readonly ReportedWaiver[];
  /** Citations whose lines changed since the specs were written. */
  readonly stale: readonly string[];
}
