import type { Contract } from '../model/contract.ts';
import type { HttpInteraction, Intent, InteractionRequest, ProviderState } from '../model/interaction.ts';
import type { Operation } from '../model/operation.ts';
import type { Origin } from '../model/plan.ts';
import type { Ambiguity } from '../model/reading.ts';
import { deriveMisfits } from './derive-misfits.ts';
import { deriveProbes } from './derive-probes.ts';
import { type DisputedPlaces, deriveVariants, type Variant } from './derive-variants.ts';
import type { DocumentedInput } from './documented-input.ts';

/** What is to be sent once its provider states have values. */
export interface Draft {
  readonly id: string;
  readonly operation: Operation;
  readonly title: string;
  readonly origin: Origin;
  readonly intent: Intent;
  readonly states: readonly ProviderState[];
  readonly request: InteractionRequest;
  /** Why it cannot be sent whatever the states supply; undefined when it can. */
  readonly obstacle: string | undefined;
}

/** Drafts for one operation: what the contracts describe, its variants, a probe for each refusal not described. */
export function draftExchanges(
  operation: Operation,
  contracts: readonly Contract[],
  input: DocumentedInput,
  ambiguities: readonly Ambiguity[],
): readonly Draft[] {
  const interactions = contracts
    .filter((contract) => contract.operation === operation.id)
    .flatMap(({ interactions }) => interactions);
  const drafted = interactions.toSorted(byIntent).map((interaction) => contractDraft(operation, interaction));
  const [base, ...others] = interactions.filter(({ intent }) => rank(intent) === ORDER.success);
  if (base === undefined) return drafted;
  const disputed = disputedPlaces(operation, ambiguities);
  const variants = deriveVariants(operation, [base, ...others], input, disputed);
  const described = new Set(interactions.map(({ intent }) => provokes(intent)));
  const probes = [
    ...deriveProbes(operation, base, input),
    ...deriveMisfits(operation, base, input, disputed),
  ].filter(({ intent }) => !described.has(provokes(intent)));
  return [
    ...drafted.filter(({ intent }) => intent.kind === 'accepted'),
    ...variants.map((variant) => derivedDraft(operation, base, 'variant', variant)),
    ...drafted.filter(({ intent }) => intent.kind === 'refused'),
    ...probes.map((probe) => derivedDraft(operation, base, 'probe', { ...probe, ...asBase(base) })),
  ];
}

/** A probe needs what the good request needs, and lacks nothing more. */
function asBase({ states }: HttpInteraction): Pick<Draft, 'states' | 'obstacle'> {
  return { states, obstacle: undefined };
}

function disputedPlaces(operation: Operation, ambiguities: readonly Ambiguity[]): DisputedPlaces {
  const own = ambiguities.filter(({ operations }) => operations.includes(operation.id));
  return new Map(own.flatMap(({ id, input }) => input.map((place) => [place, id] as const)));
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
    obstacle: undefined,
  };
}

function derivedDraft(
  operation: Operation,
  base: HttpInteraction,
  kind: 'variant' | 'probe',
  { slug, title, intent, states, request, obstacle }: Variant,
): Draft {
  return {
    id: `${operation.id}/${slug}`,
    operation,
    title: `${base.description}, ${title}`,
    origin: { kind, basedOn: base.id },
    ...{ intent, states, request, obstacle },
  };
}

/** Two requests that mean to provoke the same refusal need not both be sent. */
function provokes(intent: Intent): string {
  if (intent.kind === 'accepted') return intent.kind;
  return 'field' in intent ? `${intent.cause} ${intent.field}` : intent.cause;
}

const ORDER = { success: 0, failure: 1, refused: 2 } as const;

function byIntent(left: HttpInteraction, right: HttpInteraction): number {
  return rank(left.intent) - rank(right.intent) || left.id.localeCompare(right.id, 'en');
}

function rank(intent: Intent): number {
  return intent.kind === 'refused' ? ORDER.refused : ORDER[intent.outcome];
}
