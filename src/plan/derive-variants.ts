import type { InputField } from '../model/input-field.ts';
import type {
  HttpInteraction,
  Intent,
  InteractionRequest,
  ProviderState,
  VariantPoint,
} from '../model/interaction.ts';
import { isJsonArray, isJsonObject } from '../model/json.ts';
import type { Operation } from '../model/operation.ts';
import type { DocumentedInput } from './documented-input.ts';
import { valueOfPlace } from './edit-request.ts';
import { isSameInput } from './same-input.ts';
import type { Change, Described } from './variant-change.ts';
import { addedField, changedField } from './variant-changes.ts';

/** A request that differs from a good one in a single thing, and that the document lets a caller send as well. */
export interface Variant {
  readonly slug: string;
  readonly title: string;
  readonly intent: Intent;
  /** The interaction whose request it changes. */
  readonly basedOn: HttpInteraction;
  readonly states: readonly ProviderState[];
  readonly request: InteractionRequest;
  /** Why it cannot be sent; undefined when it can. */
  readonly obstacle: string | undefined;
}

/** The ambiguity that a place of the request hangs on, by place. */
export type DisputedPlaces = ReadonlyMap<string, string>;

/** Variants of the first interaction, without those that another interaction sends already. */
export function deriveVariants(
  operation: Operation,
  described: Described,
  input: DocumentedInput,
  disputed: DisputedPlaces,
): readonly Variant[] {
  return input.fields(operation).flatMap((field) =>
    changesOf(field, described, disputed)
      .filter(({ lack, request }) => lack !== undefined || input.isDocumented(operation, request))
      .filter(({ lack, request }) => lack !== undefined || !isDescribed(request, described))
      .map((change) => variantOf(change, field, described, disputed)),
  );
}

function changesOf(field: InputField, described: Described, disputed: DisputedPlaces): readonly Change[] {
  const { request } = described[0];
  const sent = valueOfPlace(request, field.at);
  if (sent !== undefined) return changedField(field, described, sent);
  return canBeAdded(request, field.at, disputed) ? addedField(field, described) : [];
}

/** What only another reading has would be sent beside what the primary one has in its place. */
export function canBeAdded(request: InteractionRequest, at: string, disputed: DisputedPlaces): boolean {
  if (disputed.has(at)) return false;
  if (at.startsWith('query.')) return true;
  const parent = valueOfPlace(request, at.slice(0, at.lastIndexOf('/')));
  return isJsonObject(parent) || isJsonArray(parent);
}

function isDescribed(request: InteractionRequest, described: Described): boolean {
  return described.some((interaction) => isSameInput(interaction.request, request));
}

function variantOf(
  { slug, title, source, request, states, lack }: Change,
  { at }: InputField,
  [base]: Described,
  disputed: DisputedPlaces,
): Variant {
  const ambiguity = disputed.get(at);
  const variant: VariantPoint = {
    field: at,
    source,
    ...(ambiguity === undefined ? {} : { disputed: ambiguity }),
  };
  const named = new Set(base.states.map(({ name }) => name));
  return {
    slug: `variant-${slug}`,
    title,
    intent: { kind: 'accepted', outcome: 'success', variant },
    basedOn: base,
    states: [...base.states, ...states.filter(({ name }) => !named.has(name))],
    request,
    obstacle: lack,
  };
}
