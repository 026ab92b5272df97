import type { Exchange } from './exchange.ts';
import type { RawFinding } from './finding.ts';
import type { Intent } from './interaction.ts';
import type { Json } from './json.ts';
import type { DocumentedResponse, Operation } from './operation.ts';
import type { Level, Source } from './source.ts';

/** A response body after reading it once. */
export type ParsedBody =
  | { readonly kind: 'json'; readonly value: Json }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unparseable'; readonly problem: string };

/** What every check sees: one exchange, what was meant by it, and what is documented. */
export interface Subject {
  readonly operation: Operation;
  /** Of the path of the exchange's request. */
  readonly pathTemplate: string;
  readonly intent: Intent;
  readonly exchange: Exchange;
  /** Undefined when no response came. */
  readonly body: ParsedBody | undefined;
  /** The documented response of the received status, if any. */
  readonly documented: DocumentedResponse | undefined;
  /** The answer is no answer to the intent (credentials, rate limit, unreachable): why nothing can be said. */
  readonly obstacle: string | undefined;
}

export type Applicability =
  | { readonly applies: true; readonly level: Level }
  | { readonly applies: false; readonly outcome: 'not-applicable' | 'not-run'; readonly reason: string };

/** One rule that makes sense for any operation. */
export interface Check {
  /** Noun of the thing judged, `subject-aspect`; equals the file name. */
  readonly id: string;
  /** True when it passes. */
  readonly title: string;
  readonly failureTitle: string;
  /** What goes wrong for a user when it fails, one sentence. */
  readonly why: string;
  readonly appliesTo: (subject: Subject) => Applicability;
  /** Pure; an empty list passes. Called only when it applies. */
  readonly evaluate: (subject: Subject) => readonly RawFinding[];
  readonly examples: CheckExamples;
  /** The file of a check of somebody's own; absent where it is ours. */
  readonly from?: string;
  /** The lines that a check of somebody's own rests on; those of ours stand in the specs. */
  readonly source?: Source;
}

/** Proof that a check can pass, can fail, and knows where it has nothing to say. */
export interface CheckExamples {
  readonly passing: readonly Subject[];
  readonly failing: readonly { readonly subject: Subject; readonly pointers: readonly string[] }[];
  readonly notApplicable: readonly Subject[];
}
