import type { Contract } from '../model/contract.ts';
import type { HttpInteraction, Intent, InteractionRequest, ProviderState } from '../model/interaction.ts';
import type { Operation } from '../model/operation.ts';
import type { Origin } from '../model/plan.ts';
import type { Ambiguity } from '../model/reading.ts';
import { deriveForms } from './derive-forms.ts';
import { deriveMisfits } from './derive-misfits.ts';
import { deriveProbes } from './derive-probes.ts';
import { type DisputedPlaces, deriveVariants, type Variant } from './derive-variants.ts';
import type { DocumentedInput } from './documented-input.ts';
import { provocationOf } from './provocation.ts';

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
  // What others rely on is judged besides: what is derived stays the same whoever brings a pact.
  const sendable = interactions.filter(({ brought }) => brought?.obstacle === undefined);
  const native = interactions.filter(({ brought }) => brought === undefined);
  const described = native.length > 0 ? native : sendable;
  const [base, ...others] = described.filter(({ intent }) => rank(intent) === ORDER.success);
  if (base === undefined) return drafted;
  const disputed = disputedPlaces(operation, ambiguities);
  const variants = [
    ...deriveVariants(operation, [base, ...others], input, disputed),
    ...deriveForms(operation, [base, ...others], input, ambiguities),
  ];
  const provoked = new Set(described.map((one) => provocationOf(operation, one, base)));
  const probes = [
    ...deriveProbes(operation, base, input),
    ...deriveMisfits(operation, base, input, disputed),
  ].filter((probe) => !provoked.has(provocationOf(operation, probe, base)));
  return [
    ...drafted.filter(({ intent }) => intent.kind === 'accepted'),
    ...variants.map((variant) => derivedDraft(operation, 'variant', variant)),
    ...drafted.filter(({ intent }) => intent.kind === 'refused'),
    ...probes.map((probe) => derivedDraft(operation, 'probe', { ...probe, ...asBase(base) })),
  ];
}

/** A probe needs what the good request needs, and lacks nothing more. */
function asBase(base: HttpInteraction): Pick<Variant, 'basedOn' | 'states' | 'obstacle'> {
  return { basedOn: base, states: base.states, obstacle: undefined };
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
    obstacle: interaction.brought?.obstacle,
  };
}

function derivedDraft(
  operation: Operation,
  kind: 'variant' | 'probe',
  { slug, title, intent, basedOn, states, request, obstacle }: Variant,
): Draft {
  return {
    id: `${operation.id}/${slug}`,
    operation,
    title: `${basedOn.description}, ${title}`,
    origin: { kind, basedOn: basedOn.id },
    ...{ intent, states, request, obstacle },
  };
}

const ORDER = { success: 0, failure: 1, refused: 2 } as const;

function byIntent(left: HttpInteraction, right: HttpInteraction): number {
  return rank(left.intent) - rank(right.intent) || left.id.localeCompare(right.id, 'en');
}

function rank(intent: Intent): number {
  return intent.kind === 'refused' ? ORDER.refused : ORDER[intent.outcome];
}
