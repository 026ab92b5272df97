import type { Contract } from '../model/contract.ts';
import type { HttpInteraction, Intent, InteractionRequest, ProviderState } from '../model/interaction.ts';
import type { Operation } from '../model/operation.ts';
import type { Origin } from '../model/plan.ts';
import { deriveProbes, type RequiredFieldFinder } from './derive-probes.ts';

/** What is to be sent once its provider states have values. */
export interface Draft {
  readonly id: string;
  readonly operation: Operation;
  readonly title: string;
  readonly origin: Origin;
  readonly intent: Intent;
  readonly states: readonly ProviderState[];
  readonly request: InteractionRequest;
}

/** Drafts for one operation: what the contracts describe, then a probe for each refusal they do not. */
export function draftExchanges(
  operation: Operation,
  contracts: readonly Contract[],
  requiredFieldsOf: RequiredFieldFinder,
): readonly Draft[] {
  const interactions = contracts
    .filter((contract) => contract.operation === operation.id)
    .flatMap(({ interactions }) => interactions);
  const base = interactions.find(({ intent }) => intent.kind === 'accepted' && intent.outcome === 'success');
  const described = new Set(interactions.map(({ intent }) => provokes(intent)));
  const probes =
    base === undefined
      ? []
      : probesOf(operation, base, requiredFieldsOf).filter(({ intent }) => !described.has(provokes(intent)));
  return [
    ...interactions.toSorted(byIntent).map((interaction) => contractDraft(operation, interaction)),
    ...probes,
  ];
}

function contractDraft(operation: Operation, interaction: HttpInteraction): Draft {
  return {
    id: `${operation.id}/${interaction.id}`,
    operation,
    title: interaction.description,
    origin: { kind: 'contract', consumer: interaction.consumer, interaction: interaction.id },
    intent: interaction.intent,
    states: interaction.states,
    request: interaction.request,
  };
}

function probesOf(
  operation: Operation,
  base: HttpInteraction,
  requiredFieldsOf: RequiredFieldFinder,
): readonly Draft[] {
  return deriveProbes(operation, base, requiredFieldsOf).map(({ slug, title, intent, request }) => ({
    id: `${operation.id}/${slug}`,
    operation,
    title: `${base.description}, ${title}`,
    origin: { kind: 'probe', basedOn: base.id },
    intent,
    states: base.states,
    request,
  }));
}

/** Two requests that mean to provoke the same refusal need not both be sent. */
function provokes(intent: Intent): string {
  if (intent.kind === 'accepted') return intent.kind;
  return intent.cause === 'missing-field' ? `${intent.cause} ${intent.field}` : intent.cause;
}

const ORDER = { success: 0, failure: 1, refused: 2 } as const;

function byIntent(left: HttpInteraction, right: HttpInteraction): number {
  return rank(left.intent) - rank(right.intent) || left.id.localeCompare(right.id, 'en');
}

function rank(intent: Intent): number {
  return intent.kind === 'refused' ? ORDER.refused : ORDER[intent.outcome];
}
