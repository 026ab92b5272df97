import type { ContractRule, Reliance, RuleSubject } from '../src/model/contract.ts';
import { isJsonObject, type Json } from '../src/model/json.ts';
import { jsonEqual } from '../src/model/json-pointer.ts';
import type {
  NotificationTypes,
  OperationTypes,
  Query,
  ReliedPlace,
  RequestBody,
  ResponseBody,
  SuccessStatus,
} from './documented.ts';
import type { DescribedInteraction, InteractionDraft } from './interaction-draft.ts';
import { type Observed, observe, type RuleDifference } from './observed.ts';
import type { ContractMatchers } from './template.ts';

/** A successful exchange through the documented types. */
export interface ObservedExchange<O extends OperationTypes, N extends NotificationTypes> {
  query(name: keyof Query<O> & string): string | undefined;
  readonly request: Observed<RequestBody<O>>;
  readonly response: Observed<ResponseBody<O, SuccessStatus<O>>>;
  notified<Name extends keyof N & string>(name: Name): readonly Observed<N[Name]>[];
}

export interface RuleDraft<O extends OperationTypes, N extends NotificationTypes>
  extends Omit<ContractRule, 'broken'> {
  readonly broken: (exchange: ObservedExchange<O, N>) => readonly RuleDifference[];
}

export interface ContractDraft<O extends OperationTypes, N extends NotificationTypes> {
  /** `vendor.verbNoun`. */
  readonly operation: string;
  readonly consumer: string;
  readonly relies: readonly (Reliance & { readonly field: ReliedPlace<O, N> })[];
  /** By which members the consumer knows a notification. */
  readonly knownBy: { readonly [Name in keyof N]: Partial<N[Name]> };
  readonly rules: readonly RuleDraft<O, N>[];
  readonly interactions: (matchers: ContractMatchers) => readonly InteractionDraft<O, N>[];
}

/** What the folder of contracts holds: the documented types have done their work and are gone. */
export interface ContractModule {
  readonly operation: string;
  readonly consumer: string;
  readonly relies: readonly Reliance[];
  readonly rules: readonly ContractRule[];
  readonly interactions: (matchers: ContractMatchers) => readonly DescribedInteraction[];
}

/** Says what a consumer relies on for one operation, held to the generated types of its spec. */
export function defineContract<
  O extends OperationTypes,
  N extends NotificationTypes = Readonly<Record<never, never>>,
>(draft: ContractDraft<O, N>): ContractModule {
  const { operation, consumer, relies, interactions } = draft;
  const rules = draft.rules.map((rule) => ({
    ...rule,
    broken: (subject: RuleSubject) => rule.broken(observedExchange(draft.knownBy, subject)),
  }));
  return { operation, consumer, relies, rules, interactions };
}

function observedExchange<O extends OperationTypes, N extends NotificationTypes>(
  knownBy: ContractDraft<O, N>['knownBy'],
  { request, response, notifications }: RuleSubject,
): ObservedExchange<O, N> {
  return {
    query: (name) => request.query[name],
    request: observe(request.body, 'request.body#'),
    response: observe(response.body, 'response.body#'),
    notified: (name) =>
      notifications
        .filter((message) => isKnownBy(message, knownBy[name]))
        .map((message) => observe(message, `notifications.${name}#`)),
  };
}

function isKnownBy(message: Json, marks: object): boolean {
  return (
    isJsonObject(message) && Object.entries(marks).every(([name, value]) => jsonEqual(message[name], value))
  );
}
