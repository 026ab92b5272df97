import type { Contract } from '../model/contract.ts';
import type { HttpInteraction, Intent } from '../model/interaction.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../model/json.ts';
import { escapeToken, jsonEqual, typeOf } from '../model/json-pointer.ts';
import { oncePer } from '../model/once-per.ts';
import type { Operation } from '../model/operation.ts';
import type { RequestInput } from '../model/request-place.ts';
import type { Spec } from '../model/spec.ts';
import { inputFields } from '../schema/input-fields.ts';
import { interactionsOf } from './operation-interactions.ts';

/**
 * The interactions of contracts that a request is an instance of, in the order of the contracts: the same members
 * present, each of the same type, and where the document names a closed set of values the same value.
 */
export function findInteractions(
  contracts: readonly Contract[],
  {
    spec,
    operation,
    intent,
  }: { readonly spec: Spec; readonly operation: Operation; readonly intent: Intent },
  { query, body }: RequestInput,
): readonly HttpInteraction[] {
  const found: HttpInteraction[] = [];
  for (const { interaction, isQueryLike, isBodyLike } of describedOf(contracts)(spec)(operation))
    if (isSameIntent(interaction.intent, intent) && isQueryLike(query) && isBodyLike(body))
      found.push(interaction);
  return found;
}

interface Described {
  readonly interaction: HttpInteraction;
  readonly isQueryLike: (sent: RequestInput['query']) => boolean;
  readonly isBodyLike: (sent: Json | undefined) => boolean;
}

/** Interactions are few and requests many: what a request is compared by is made once. */
const describedOf = oncePer((contracts: readonly Contract[]) =>
  oncePer((spec: Spec) =>
    oncePer((operation: Operation): readonly Described[] => {
      const closed = closedPlaces(spec, operation);
      return (
        interactionsOf(contracts)(operation)
          // What it was sent for, or what is expected then, is known of no other one.
          .filter(({ brought }) => brought?.obstacle === undefined)
          .map((interaction) => ({
            interaction,
            isQueryLike: queryLike(interaction.request.query, closed, operation),
            isBodyLike: like(interaction.request.body, 'body#', closed),
          }))
      );
    }),
  ),
);

/** Places of the operation whose values are a closed set: what stands there makes another request. */
function closedPlaces(spec: Spec, operation: Operation): ReadonlySet<string> {
  return new Set(
    inputFields(spec, operation)
      .filter(({ values, types }) => values.length > 0 || types.includes('boolean'))
      .map(({ at }) => at),
  );
}

function isSameIntent(one: Intent, other: Intent): boolean {
  if (one.kind === 'accepted') return other.kind === 'accepted' && one.outcome === other.outcome;
  if (other.kind === 'accepted' || one.cause !== other.cause) return false;
  return 'field' in one && 'field' in other ? one.field === other.field : true;
}

function queryLike(
  wanted: RequestInput['query'],
  closed: ReadonlySet<string>,
  { parameters }: Operation,
): Described['isQueryLike'] {
  const credentials = new Set(parameters.filter(({ credential }) => credential).map(({ name }) => name));
  const expected = wanted.filter(([name]) => !credentials.has(name));
  return (sent) => {
    const actual = sent.filter(([name]) => !credentials.has(name));
    return (
      expected.length === actual.length &&
      expected.every(([name, value]) =>
        actual.some(([other, found]) => other === name && (!closed.has(`query.${name}`) || found === value)),
      )
    );
  };
}

function like(wanted: Json | undefined, place: string, closed: ReadonlySet<string>): Described['isBodyLike'] {
  if (wanted === undefined) return (sent) => sent === undefined;
  if (isJsonObject(wanted)) return objectLike(wanted, place, closed);
  if (isJsonArray(wanted)) {
    const members = wanted.map((member) => like(member, `${place}/0`, closed));
    return (sent) =>
      isJsonArray(sent) &&
      (sent.length === 0) === (members.length === 0) &&
      sent.every((item) => members.some((isMemberLike) => isMemberLike(item)));
  }
  if (closed.has(place)) return (sent) => jsonEqual(wanted, sent);
  const type = typeOf(wanted);
  return (sent) => sent !== undefined && typeOf(sent) === type;
}

function objectLike(wanted: JsonObject, place: string, closed: ReadonlySet<string>): Described['isBodyLike'] {
  const members = Object.keys(wanted).map((key) => ({
    key,
    isMemberLike: like(wanted[key], `${place}/${escapeToken(key)}`, closed),
  }));
  return (sent) =>
    isJsonObject(sent) &&
    Object.keys(sent).length === members.length &&
    members.every(({ key, isMemberLike }) => Object.hasOwn(sent, key) && isMemberLike(sent[key]));
}
