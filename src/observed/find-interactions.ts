import type { Contract } from '../model/contract.ts';
import type { HttpInteraction, Intent } from '../model/interaction.ts';
import { isJsonArray, isJsonObject, type Json } from '../model/json.ts';
import { escapeToken, jsonEqual, typeOf } from '../model/json-pointer.ts';
import { oncePer } from '../model/once-per.ts';
import type { Operation } from '../model/operation.ts';
import type { RequestInput } from '../model/request-place.ts';
import type { Spec } from '../model/spec.ts';
import { inputFields } from '../schema/input-fields.ts';

/**
 * The interactions of contracts that a request is an instance of, in the order of the contracts: the same members
 * present, each of the same type, and where the document names a closed set of values the same value.
 */
export function findInteractions(
  contracts: readonly Contract[],
  asked: { readonly spec: Spec; readonly operation: Operation; readonly intent: Intent },
  input: RequestInput,
): readonly HttpInteraction[] {
  const closed = closedPlaces(asked.spec)(asked.operation);
  return (
    contracts
      .filter(({ operation }) => operation === asked.operation.id)
      .flatMap(({ interactions }) => interactions)
      // What it was sent for, or what is expected then, is known of no other one.
      .filter(({ brought }) => brought?.obstacle === undefined)
      .filter((one) => isSameIntent(one.intent, asked.intent))
      .filter(({ request }) => isQueryLike(request.query, input.query, closed, asked.operation))
      .filter(({ request }) => isLike(request.body, input.body, 'body#', closed))
  );
}

/** Places of the operation whose values are a closed set: what stands there makes another request. */
const closedPlaces = oncePer((spec: Spec) =>
  oncePer(
    (operation: Operation): ReadonlySet<string> =>
      new Set(
        inputFields(spec, operation)
          .filter(({ values, types }) => values.length > 0 || types.includes('boolean'))
          .map(({ at }) => at),
      ),
  ),
);

function isSameIntent(one: Intent, other: Intent): boolean {
  if (one.kind === 'accepted') return other.kind === 'accepted' && one.outcome === other.outcome;
  if (other.kind === 'accepted' || one.cause !== other.cause) return false;
  return 'field' in one && 'field' in other ? one.field === other.field : true;
}

function isQueryLike(
  wanted: RequestInput['query'],
  sent: RequestInput['query'],
  closed: ReadonlySet<string>,
  { parameters }: Operation,
): boolean {
  const credentials = parameters.filter(({ credential }) => credential).map(({ name }) => name);
  const apart = (pairs: RequestInput['query']) => pairs.filter(([name]) => !credentials.includes(name));
  const [expected, actual] = [apart(wanted), apart(sent)];
  return (
    expected.length === actual.length &&
    expected.every(([name, value]) =>
      actual.some(([other, found]) => other === name && (!closed.has(`query.${name}`) || found === value)),
    )
  );
}

function isLike(
  wanted: Json | undefined,
  sent: Json | undefined,
  place: string,
  closed: ReadonlySet<string>,
): boolean {
  if (wanted === undefined || sent === undefined) return wanted === sent;
  if (isJsonObject(wanted)) return isJsonObject(sent) && isObjectLike(wanted, sent, place, closed);
  if (isJsonArray(wanted)) {
    const [first] = wanted;
    if (!isJsonArray(sent) || (first === undefined) !== (sent.length === 0)) return false;
    return sent.every((member) => wanted.some((one) => isLike(one, member, `${place}/0`, closed)));
  }
  return closed.has(place) ? jsonEqual(wanted, sent) : typeOf(wanted) === typeOf(sent);
}

function isObjectLike(
  wanted: Readonly<Record<string, Json>>,
  sent: Readonly<Record<string, Json>>,
  place: string,
  closed: ReadonlySet<string>,
): boolean {
  const keys = Object.keys(wanted);
  return (
    keys.length === Object.keys(sent).length &&
    keys.every((key) => isLike(wanted[key], sent[key], `${place}/${escapeToken(key)}`, closed))
  );
}
