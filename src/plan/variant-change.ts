import type { HttpInteraction, InteractionRequest, ProviderState } from '../model/interaction.ts';
import type { Source } from '../model/source.ts';
import { injectionsAt, valueOfPlace, withPlace } from './edit-request.ts';

/** The interactions of an operation that are to succeed; the first is the one that is changed. */
export type Described = readonly [base: HttpInteraction, ...others: HttpInteraction[]];

export interface ChangeKind {
  readonly slug: string;
  readonly title: string;
  readonly source: Source;
}

/** One thing changed in a good request. */
export interface Change extends ChangeKind {
  readonly request: InteractionRequest;
  /** States of another interaction that supply a value. */
  readonly states: readonly ProviderState[];
  /** Why there is no value to send, where there is none. */
  readonly lack: string | undefined;
}

export function sendable(kind: ChangeKind, request: InteractionRequest): Change {
  return { ...kind, request, states: [], lack: undefined };
}

export function lacking(kind: ChangeKind, request: InteractionRequest, lack: string): Change {
  return { ...kind, request, states: [], lack };
}

/** What another interaction has at the place, with the states that supply it. */
export function suppliedBy(
  donor: HttpInteraction,
  kind: ChangeKind,
  request: InteractionRequest,
  at: string,
): Change {
  const value = valueOfPlace(donor.request, at) ?? null;
  const supplied = injectionsAt(donor.request, at);
  const states = supplied.length === 0 ? [] : donor.states;
  return { ...kind, request: withPlace(request, at, value, supplied), states, lack: undefined };
}
