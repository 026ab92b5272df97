import type { Exchange } from '../model/exchange.ts';
import type { HttpInteraction } from '../model/interaction.ts';
import type { Json } from '../model/json.ts';
import type { Operation } from '../model/operation.ts';
import type { Alternative, PlannedExchange } from '../model/plan.ts';
import type { Spec } from '../model/spec.ts';
import type { Suite } from '../model/suite.ts';
import type { BaseUrls } from './match-operation.ts';
import { suppliedValues } from './supplied-values.ts';

/** An observed exchange in the words of the judges. */
export interface AssignedExchange {
  readonly kind: 'assigned';
  readonly spec: Spec;
  readonly operation: Operation;
  readonly planned: PlannedExchange;
  readonly exchange: Exchange;
  readonly alternative: Alternative | undefined;
  readonly superseded: readonly Exchange[];
  /** Why nothing can be judged of it; undefined where it can be. */
  readonly untold: string | undefined;
  /** Was it planned by a run of ours? Then it was masked when it was written. */
  readonly isOwn: boolean;
  /** The interactions of contracts that it may be held against. */
  readonly interactions: readonly HttpInteraction[];
}

export type Assignment = AssignedExchange | { readonly kind: 'unmatched'; readonly reason: string };

export interface AssignmentGround {
  readonly suite: Suite;
  readonly baseUrls?: BaseUrls;
}

/** The same, held against this interaction. */
export function heldAgainst(assigned: AssignedExchange, interaction: HttpInteraction): AssignedExchange {
  const { planned, isOwn } = assigned;
  if (isOwn) return assigned;
  const { consumer, id, states } = interaction;
  const { query, headers, body } = planned.request;
  const input = { query, headers, body: body === undefined ? undefined : (JSON.parse(body) as Json) };
  const stateValues = suppliedValues(interaction, input, planned.request);
  const origin = { kind: 'contract', consumer, interaction: id } as const;
  return { ...assigned, planned: { ...planned, origin, states, stateValues } };
}

/** The same once more, held against what a further consumer relies on. */
export function heldForAnother(assigned: AssignedExchange, interaction: HttpInteraction): AssignedExchange {
  const { planned, exchange, ...rest } = heldAgainst(assigned, interaction);
  const id = `${planned.id}-${interaction.consumer}`;
  const title = `${planned.title}, for ${interaction.consumer}`;
  return { ...rest, planned: { ...planned, id, title }, exchange: { ...exchange, id } };
}
