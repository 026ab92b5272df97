import type { ProviderState } from '../model/interaction.ts';
import type { Json, JsonObject } from '../model/json.ts';

export const SPECIFICATIONS = ['V2', 'V3', 'V4'] as const;
export type Specification = (typeof SPECIFICATIONS)[number];

/** A pact file of somebody else's, each interaction in the structure of specification V4 whatever it was written in. */
export interface PactOfAnyone {
  readonly consumer: string;
  readonly provider: string;
  /** File or address it was read from, for people. */
  readonly from: string;
  readonly specification: Specification;
  readonly exchanges: readonly HttpOfPact[];
  readonly messages: readonly MessageOfPact[];
  /** Descriptions of interactions that their own consumer does not hold the provider to yet. */
  readonly pending: readonly string[];
  /** As it was read, for whoever compares pacts. */
  readonly document: JsonObject;
}

/** What has to be known of the file while it is read. */
export type ReadingContext = Pick<PactOfAnyone, 'from' | 'specification'>;

interface InteractionOfPact {
  readonly description: string;
  /** JSON Pointer into the file. */
  readonly pointer: string;
  readonly states: readonly ProviderState[];
}

export interface HttpOfPact extends InteractionOfPact {
  readonly request: RequestOfPact;
  readonly response: ResponseOfPact;
}

export type Values = Readonly<Record<string, readonly string[]>>;

export interface RequestOfPact {
  readonly method: string;
  readonly path: string;
  readonly query: Values;
  readonly headers: Values;
  readonly body: Json | undefined;
  /** What provider states are to fill in, by category, as V4 has it. */
  readonly generators: JsonObject;
}

export interface ResponseOfPact {
  readonly status: number;
  readonly headers: Values;
  /** As V4 has it: `content`, `contentType`, `encoded`; undefined where any body is fine. */
  readonly body: JsonObject | undefined;
  readonly matchingRules: JsonObject;
}

export interface MessageOfPact extends InteractionOfPact {
  readonly content: Json;
  readonly matchingRules: JsonObject;
}
