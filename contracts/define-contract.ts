import type {
  ContractRule,
  Reliance,
  RuleDifference,
  RuleResult,
  RuleSubject,
} from '../src/model/contract.ts';
import { isJsonObject, type Json } from '../src/model/json.ts';
import { jsonEqual } from '../src/model/json-pointer.ts';
import type {
  NotificationTypes,
  OperationTypes,
  QueryName,
  ReliedPlace,
  RequestBody,
  ResponseBody,
  SuccessStatus,
} from './documented.ts';
import type { DescribedInteraction, InteractionDraft } from './interaction-draft.ts';
import { type Observed, observe } from './observed.ts';
import type { ContractMatchers } from './template.ts';

/** A successful exchange through the documented types. */
export interface ObservedExchange<O extends OperationTypes, N extends NotificationTypes> {
  query(name: QueryName<O>): string | undefined;
  readonly request: Observed<RequestBody<O>>;
  readonly response: Observed<ResponseBody<O, SuccessStatus<O>>>;
  readonly form: RuleSubject['response']['form'];
  notified<Name extends keyof N & string>(name: Name): readonly Observed<N[Name]>[];
}

/** A change to the documented payloads, as JSON text, that breaks a rule, and what the rule then reports. */
export interface RuleExample {
  readonly query?: Readonly<Record<string, string>>;
  /** Whose notifications; those of success where nothing is said. */
  readonly outcome?: 'failure';
  /** An answer, where the documents show none. */
  readonly answer?: Json;
  /** The form of an answer that is no JSON. */
  readonly form?: 'other';
  /** Makes payloads that belong to different calls belong to one. */
  readonly unite?: readonly [from: string, to: string];
  readonly replace: readonly [from: string, to: string];
  readonly difference: RuleDifference;
}

/** A rule with the proof that it can break; without the change it holds on the same payloads. */
export interface ProvenRule extends ContractRule {
  readonly examples: readonly RuleExample[];
}

export interface RuleDraft<O extends OperationTypes, N extends NotificationTypes>
  extends Omit<ProvenRule, 'broken'> {
  readonly broken: (exchange: ObservedExchange<O, N>) => RuleResult;
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
  readonly rules: readonly ProvenRule[];
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
    form: response.form,
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
