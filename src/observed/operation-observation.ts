import { ownNotifications } from '../judges/awaited-notifications.ts';
import { expressionScope } from '../judges/expression-scope.ts';
import type { Subject } from '../model/check.ts';
import type { Json } from '../model/json.ts';
import type { FieldSeen } from '../model/observation.ts';
import type { Operation } from '../model/operation.ts';
import type { Spec } from '../model/spec.ts';
import type { Judged } from '../run/run-suite.ts';
import { CaseKinds } from './case-kinds.ts';
import { closedPlaces } from './closed-places.ts';
import { ContractSample } from './contract-sample.ts';
import { FieldTally } from './field-tally.ts';

/** Exchanges that are kept for what they show of fields; what they show of the judges is bounded on its own. */
const MOST_KEPT_FOR_FIELDS = 60;

/** What has been observed of one operation, in bounded memory. */
export class OperationObservation {
  readonly operation: Operation;
  readonly sample: ContractSample;
  readonly kinds = new CaseKinds();
  /** In the order they were seen. */
  readonly kept: Judged[] = [];
  exchanges = 0;
  readonly #spec: Spec;
  readonly #tallies = new Map<string, FieldTally>();
  #keptForFields = 0;

  constructor(spec: Spec, operation: Operation, contractSample: number) {
    this.#spec = spec;
    this.operation = operation;
    this.sample = new ContractSample(contractSample);
  }

  /** Counts the fields of an exchange; tells whether it has to be kept for what they show. */
  countFields(subject: Subject): boolean {
    const isNew = this.#countMessages(subject);
    if (!isNew || this.#keptForFields >= MOST_KEPT_FOR_FIELDS) return false;
    this.#keptForFields += 1;
    return true;
  }

  /** Request, answer and notifications of what was taken: of a refusal nobody reads more than that it is one. */
  #countMessages(subject: Subject): boolean {
    const { operation, intent, documented } = subject;
    if (intent.kind === 'refused') return false;
    const { requestBody, responseBody, status = 0 } = expressionScope(subject);
    let isNew = false;
    const count = (place: string, schema: string | undefined, message: Json): void => {
      if (this.#tallyOf(place, schema).add(message)) isNew = true;
    };
    if (requestBody !== undefined) count('request.body', operation.requestSchemaPointer, requestBody);
    if (responseBody !== undefined && status >= 200 && status < 300)
      count('response.body', documented?.schemaPointer, responseBody);
    for (const { kind, notification } of ownNotifications(subject))
      count(`notifications.${kind.name}`, kind.schemaPointer, notification.data);
    return isNew;
  }

  fields(): readonly FieldSeen[] {
    return [...this.#tallies.values()].flatMap((tally) => tally.fields());
  }

  #tallyOf(place: string, schema: string | undefined): FieldTally {
    const known = this.#tallies.get(place);
    if (known !== undefined) return known;
    const tally = new FieldTally(place, closedPlaces(this.#spec, schema));
    this.#tallies.set(place, tally);
    return tally;
  }
}
