import { ownNotifications } from '../judges/awaited-notifications.ts';
import { expressionScope } from '../judges/expression-scope.ts';
import type { Subject } from '../model/check.ts';
import type { Json } from '../model/json.ts';
import type { FieldSeen } from '../model/observation.ts';
import type { Operation } from '../model/operation.ts';
import type { Spec } from '../model/spec.ts';
import { closedPlaces } from './closed-places.ts';
import { FieldTally, type TalliedFields, type TallyBounds } from './field-tally.ts';

/** What was tallied of the messages of an operation, by their place in an exchange. */
export type PlaceFields = readonly (readonly [place: string, fields: TalliedFields])[];

const NOTIFICATIONS = 'notifications.';

/** Fields of the messages of one operation. */
export class OperationFields {
  readonly #spec: Spec;
  readonly #operation: Operation;
  readonly #bounds: TallyBounds;
  readonly #tallies = new Map<string, FieldTally>();

  constructor(spec: Spec, operation: Operation, bounds: TallyBounds) {
    this.#spec = spec;
    this.#operation = operation;
    this.#bounds = bounds;
  }

  /**
   * Request, answer and notifications of what was taken: of a refusal nobody reads more than that it is one. Tells whether
   * anything is seen for the first time; `number` is that of the exchange.
   */
  count(subject: Subject, number: number): boolean {
    if (subject.intent.kind === 'refused') return false;
    const { requestBody, responseBody, status = 0 } = expressionScope(subject);
    let isNew = false;
    const count = (place: string, message: Json): void => {
      if (this.#tallyOf(place).add(message, number)) isNew = true;
    };
    if (requestBody !== undefined) count('request.body', requestBody);
    if (responseBody !== undefined && isSuccess(status)) count('response.body', responseBody);
    for (const { kind, notification } of ownNotifications(subject))
      count(`${NOTIFICATIONS}${kind.name}`, notification.data);
    return isNew;
  }

  tallied(): PlaceFields {
    return [...this.#tallies].map(([place, tally]) => [place, tally.tallied()]);
  }

  /** Do they come to the same as if their exchanges were counted here one by one? */
  hasRoomFor(places: PlaceFields): boolean {
    return places.every(([place, fields]) => this.#tallyOf(place).hasRoomFor(fields));
  }

  /** Counts in what there is room for; gives the numbers of the exchanges that have shown anything first. */
  merge(places: PlaceFields): ReadonlySet<number> {
    return new Set(places.flatMap(([place, fields]) => [...this.#tallyOf(place).merge(fields)]));
  }

  seen(): readonly FieldSeen[] {
    return [...this.#tallies].flatMap(([place, tally]) => tally.fields(place));
  }

  #tallyOf(place: string): FieldTally {
    const known = this.#tallies.get(place);
    if (known !== undefined) return known;
    const tally = new FieldTally(closedPlaces(this.#spec, schemasOf(this.#operation, place)), this.#bounds);
    this.#tallies.set(place, tally);
    return tally;
  }
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

/** Pointers to whatever is documented of the messages at a place. */
function schemasOf(
  { requestSchemaPointer, responses, notifications }: Operation,
  place: string,
): readonly string[] {
  if (place === 'request.body') return requestSchemaPointer === undefined ? [] : [requestSchemaPointer];
  const described = place.startsWith(NOTIFICATIONS)
    ? (notifications?.kinds ?? []).filter(({ name }) => place === `${NOTIFICATIONS}${name}`)
    : responses.filter(({ status }) => isSuccess(status));
  return described.flatMap(({ schemaPointer }) => schemaPointer ?? []);
}
