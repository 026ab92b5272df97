import type { HttpInteraction, InteractionRequest } from '../model/interaction.ts';
import { isJsonArray, isJsonObject, type Json } from '../model/json.ts';
import { membersOf } from '../model/json-pointer.ts';
import type { Operation } from '../model/operation.ts';
import { isAtOrBelow, patchRequest } from '../model/patch-request.ts';
import type { Ambiguity, Reading } from '../model/reading.ts';
import type { RequestChange } from '../model/request-change.ts';
import type { Variant } from './derive-variants.ts';
import type { DocumentedInput } from './documented-input.ts';
import { slug } from './name-place.ts';
import type { Described } from './variant-change.ts';

/**
 * The good request as another reading of the documents has its body, where the spec lets a caller send that too. A
 * target may take both forms or one; who takes only the primary one is not blamed.
 */
export function deriveForms(
  operation: Operation,
  described: Described,
  input: DocumentedInput,
  ambiguities: readonly Ambiguity[],
): readonly Variant[] {
  return ambiguities
    .filter(({ operations }) => operations.includes(operation.id))
    .flatMap((ambiguity) =>
      ambiguity.readings.flatMap((reading) => formOf(operation, described, input, ambiguity, reading)),
    );
}

type Move = Extract<RequestChange, { readonly kind: 'move' }>;

/** Of the interactions that the reading has in another form, the one that says the most. */
function formOf(
  operation: Operation,
  described: Described,
  input: DocumentedInput,
  ambiguity: Ambiguity,
  { id, primary, request }: Reading,
): readonly Variant[] {
  if (primary || request === undefined || request.path !== undefined || request.method !== undefined)
    return [];
  const moves = request.changes.filter((change) => change.kind === 'move');
  if (moves.length < request.changes.length || !moves.every(isWithinBody)) return [];
  const forms = described.flatMap((base) => {
    const moved = movedRequest(base.request, moves);
    const field = moved && firstFilled(operation, input, base.request, moves);
    if (moved === undefined || field === undefined || !input.isDocumented(operation, moved)) return [];
    return [variantOf(base, moved, field, ambiguity, id)];
  });
  const fullest = Math.max(...forms.map(({ request: one }) => leavesIn(one.body)));
  return forms.filter(({ request: one }) => leavesIn(one.body) === fullest).slice(0, 1);
}

function leavesIn(value: Json | undefined): number {
  if (!isJsonArray(value) && !isJsonObject(value)) return 1;
  return membersOf(value).reduce((sum, [, member]) => sum + leavesIn(member), 0);
}

function isWithinBody({ from, to }: Move): boolean {
  return from.startsWith('body#') && to.startsWith('body#');
}

/** With what states supply at the places it has moved to. */
function movedRequest(request: InteractionRequest, moves: readonly Move[]): InteractionRequest | undefined {
  const moved = patchRequest(request, moves);
  if (moved === undefined) return undefined;
  const injections = request.injections.map((injection) => ({
    ...injection,
    at: moves.reduce(
      (at, { from, to }) => (isAtOrBelow(injection.at, from) ? to + at.slice(from.length) : at),
      injection.at,
    ),
  }));
  return { ...moved, injections };
}

type FilledField = ReturnType<DocumentedInput['fields']>[number];

function firstFilled(
  operation: Operation,
  input: DocumentedInput,
  request: InteractionRequest,
  moves: readonly Move[],
): FilledField | undefined {
  const fields = input.fields(operation);
  const applied = moves.filter((move) => patchRequest(request, [move]) !== undefined);
  return applied.flatMap(({ to }) => fields.find(({ at }) => at === to) ?? [])[0];
}

function variantOf(
  base: HttpInteraction,
  request: InteractionRequest,
  { at, source }: FilledField,
  { id: ambiguity, title }: Ambiguity,
  reading: string,
): Variant {
  return {
    slug: `variant-${slug(ambiguity.slice(ambiguity.indexOf('.') + 1))}-${slug(reading)}`,
    title: `after another reading (${title}: ${reading})`,
    intent: {
      kind: 'accepted',
      outcome: 'success',
      variant: { field: at, source, disputed: ambiguity, reading },
    },
    basedOn: base,
    states: base.states,
    request,
    obstacle: undefined,
  };
}
