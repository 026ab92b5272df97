import type { HttpInteraction, Intent } from '../model/interaction.ts';
import { isInputCause, type Operation, type RefusalCause } from '../model/operation.ts';
import type { Spec } from '../model/spec.ts';
import { schemaViolations } from '../schema/schema-violations.ts';
import type { HttpOfPact, RequestOfPact } from './pact-of-anyone.ts';
import type { KnownStates } from './state-mapping.ts';

/** What an interaction means to provoke, and the interactions of our contracts whose states may make it true. */
export interface Provocation {
  readonly intent: Intent;
  readonly models: readonly HttpInteraction[];
}

/** Told by the status it expects, by what the document gives for it, and by what its request lacks. */
export function provocationOf(
  spec: Spec,
  operation: Operation,
  { request, response }: HttpOfPact,
  known: KnownStates,
  ours: readonly HttpInteraction[],
): Provocation | undefined {
  const inStates = ours.filter((one) => known.states.every(({ name }) => hasState(one, name)));
  const accepted = ours.filter(({ intent }) => intent.kind === 'accepted');
  if (response.status < 400) return acceptance(inStates, known);
  const mistake = mistakeIn(spec, operation, request);
  if (mistake !== undefined && (refusesFor(operation, response.status, mistake.cause) ?? true))
    return { intent: mistake, models: accepted };
  const refusals = inStates.filter(({ intent }) => intent.kind === 'refused' && !isInputCause(intent.cause));
  const fitting = refusals.filter(
    ({ intent }) =>
      intent.kind === 'refused' &&
      intent.cause !== 'no-credentials' &&
      (refusesFor(operation, response.status, intent.cause) ?? known.states.length > 0),
  );
  const [first] = fitting;
  const isOne = new Set(fitting.map(({ intent }) => JSON.stringify(intent))).size === 1;
  return first !== undefined && isOne ? { intent: first.intent, models: fitting } : undefined;
}

/** What is accepted may still come to nothing afterwards: only its states tell. */
function acceptance(inStates: readonly HttpInteraction[], known: KnownStates): Provocation | undefined {
  const accepted = inStates.filter(({ intent }) => intent.kind === 'accepted');
  const succeeding = accepted.filter(
    ({ intent }) => intent.kind === 'accepted' && intent.outcome === 'success',
  );
  const models = succeeding.length > 0 || known.states.length === 0 ? succeeding : accepted;
  const [first] = models;
  return first === undefined ? undefined : { intent: first.intent, models };
}

function hasState({ states }: HttpInteraction, name: string): boolean {
  return states.some((state) => state.name === name);
}

/** Does the document refuse for that cause with that status? Undefined where it has no word on the status. */
function refusesFor({ responses }: Operation, status: number, cause: RefusalCause): boolean | undefined {
  const documented = responses.find((one) => one.status === status);
  return documented === undefined ? undefined : documented.refuses.includes(cause);
}

type Refused = Extract<Intent, { kind: 'refused' }>;

/** What is wrong with the request itself: credentials that are not there, or a body that is not as documented. */
function mistakeIn(spec: Spec, operation: Operation, request: RequestOfPact): Refused | undefined {
  const credentials = operation.parameters.filter((one) => one.credential).map(({ name }) => name);
  const missing = credentials.filter((name) => !hasHeader(request, name));
  const [header] = missing;
  if (header !== undefined)
    return missing.length === credentials.length
      ? { kind: 'refused', cause: 'no-credentials' }
      : { kind: 'refused', cause: 'no-credentials', header: header.toLowerCase() };
  return misfitIn(spec, operation, request);
}

function misfitIn(spec: Spec, operation: Operation, { query, body }: RequestOfPact): Refused | undefined {
  const absent = operation.parameters.find(
    (one) => one.in === 'query' && one.required && !one.credential && query[one.name] === undefined,
  );
  if (absent !== undefined) return { kind: 'refused', cause: 'missing-field', field: `query.${absent.name}` };
  const schema = operation.requestSchemaPointer;
  if (schema === undefined) return undefined;
  const [first] = schemaViolations(spec, schema, body ?? {});
  const cause = first === undefined ? undefined : CAUSE_OF_KEYWORD[first.keyword];
  return first && cause && { kind: 'refused', cause, field: `body#${first.pointer}` };
}

const CAUSE_OF_KEYWORD: Readonly<
  Record<string, 'missing-field' | 'wrong-type' | 'undocumented-value' | undefined>
> = {
  required: 'missing-field',
  type: 'wrong-type',
  enum: 'undocumented-value',
  const: 'undocumented-value',
};

function hasHeader({ headers }: RequestOfPact, name: string): boolean {
  return Object.keys(headers).some((one) => one.toLowerCase() === name.toLowerCase());
}
