import { pointerMatches } from '../src/model/json-pointer.ts';
import type { Agreement, Operation } from '../src/model/operation.ts';
import type { Baseline } from './baseline.ts';
import { schemaNodeOf } from './schema-node.ts';
import { allowedTypes } from './value-operators.ts';

/** What the documents leave to the vendor: values that are tied to nothing that was sent or told elsewhere. */
export interface FreePlaces {
  /** Must it be what was sent, or what tells kinds or failures apart? */
  isTied(place: string): boolean;
  /** May any value of its type stand there? */
  isFree(place: string): boolean;
  /** May a consumer go by the very words? */
  isRead(place: string): boolean;
  /** Must something be in the list or map there? */
  mustHold(place: string): boolean;
  /** Is a text there an instant? */
  isInstant(place: string): boolean;
  /** JSON types that the documents allow there in every case; empty where they say nothing. */
  typesAt(place: string): readonly string[];
}

export function freePlaces(baseline: Baseline): FreePlaces {
  const ties = tiedPlaces(baseline.operation);
  const shaped = placesOfKind(baseline, ['value', 'format', 'pattern', 'limit']);
  const pairs = baseline.operation.responses.flatMap(({ agreements }) => agreements.map(placesOfAgreement));
  const tied = boundTogether(ties, pairs);
  const bound = boundTogether([...ties, ...shaped], pairs);
  const relied = baseline.contracts.flatMap(({ relies }) => relies.map(({ field }) => field));
  const read = boundTogether(relied, pairs);
  const instants = placesOfKind(baseline, ['format']);
  const present = placesOfKind(baseline, ['presence', 'keys']);
  const matches = (place: string, patterns: readonly string[]): boolean =>
    patterns.some((pattern) => pointerMatches(place, pattern));
  return {
    isTied: (place) => matches(place, tied),
    isFree: (place) => !matches(place, bound),
    isRead: (place) => matches(place, read),
    isInstant: (place) => matches(place, instants),
    mustHold: (place) =>
      [...ties, ...relied, ...shaped].some((pattern) => isWithin(pattern, place)) ||
      present.some((pattern) => pointerMatches(place, parentOf(pattern))),
    typesAt: (place) => typesAt(baseline, place),
  };
}

function tiedPlaces({ responses, failureSigns, notifications }: Operation): readonly string[] {
  const inBody = [
    ...responses.flatMap(({ echoes }) => echoes.map(({ at }) => at)),
    ...failureSigns.map(({ at }) => at),
  ];
  const inNotifications = (notifications?.kinds ?? []).flatMap(({ name, matches, correlations }) =>
    [...matches, ...correlations].map(({ at }) => `notifications.${name}#${at}`),
  );
  return [...inBody.map((at) => `response.body#${at}`), ...inNotifications];
}

function placesOfKind({ claims }: Baseline, kinds: readonly string[]): readonly string[] {
  return claims.flatMap(({ testable: { claim } }) => (kinds.includes(claim.kind) ? [claim.place] : []));
}

/** What must agree with a bound place is bound as well. */
function boundTogether(bound: readonly string[], pairs: readonly (readonly string[])[]): readonly string[] {
  const further = pairs.flatMap((places) =>
    places.some((place) => bound.includes(place)) ? places.filter((place) => !bound.includes(place)) : [],
  );
  return further.length === 0 ? bound : boundTogether([...bound, ...further], pairs);
}

function placesOfAgreement(agreement: Agreement): readonly string[] {
  const at = `response.body#${agreement.kind === 'key' ? agreement.members : ''}${agreement.at}`;
  return agreement.kind === 'value' ? [at, `response.body#${agreement.equals}`] : [at];
}

function typesAt({ claims, spec }: Baseline, place: string): readonly string[] {
  const own = claims.filter(
    ({ testable: { claim } }) => TYPED.includes(claim.kind) && pointerMatches(place, claim.place),
  );
  const [first = [], ...others] = own.map(({ testable }) => allowedTypes(schemaNodeOf(testable.claim, spec)));
  return first.filter((type) => others.every((types) => types.includes(type)));
}

const TYPED: readonly string[] = ['type', 'nullability'];

function isWithin(pattern: string, place: string): boolean {
  const depth = place.split('/').length;
  return pointerMatches(place, pattern.split('/').slice(0, depth).join('/'));
}

function parentOf(pattern: string): string {
  return pattern.slice(0, pattern.lastIndexOf('/'));
}
