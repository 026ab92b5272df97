import type { ReceivedResponse, TransportFailure } from '../model/exchange.ts';
import type { Json } from '../model/json.ts';
import type { Effect } from '../model/operation.ts';
import type { OutgoingRequest } from '../model/plan.ts';

/** Somebody or something of the tenant's that a request names. */
export interface NamedThing {
  readonly kind: string;
  readonly value: Json;
}

/** Why a request of a recipe is to go to a vendor: all that decides whether it may. */
export interface Purpose {
  readonly kind: 'state' | 'clean-up' | 'proof';
  readonly vendor: string;
  /** What it does, for a person. */
  readonly says: string;
  readonly effects: readonly Effect[];
  /** Kind of thing it makes, changes, takes away or looks at. */
  readonly what: string;
  readonly names: readonly NamedThing[];
}

export type SendResult =
  | { readonly kind: 'response'; readonly response: ReceivedResponse }
  | { readonly kind: 'failure'; readonly failure: TransportFailure }
  /** Not sent at all: something of ours did not allow it. */
  | { readonly kind: 'held-back'; readonly reason: string };

/** Sends one request and never throws for what a network or a vendor does; this room opens no socket of its own. */
export type Send = (request: OutgoingRequest, purpose: Purpose) => Promise<SendResult>;
