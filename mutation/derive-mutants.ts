import type { Answer } from '../src/mock/answer.ts';
import { anotherValue, notifications, problem } from '../src/mock/faults/changes.ts';
import type { AnswerChange, FaultEffect } from '../src/mock/faults/fault.ts';
import type { Claim } from '../src/model/claim.ts';
import { withMember } from '../src/model/edit-json.ts';
import { isJsonObject, type Json, type JsonObject } from '../src/model/json.ts';
import { escapeToken, type Located, locate, valueAt } from '../src/model/json-pointer.ts';
import type { Spec } from '../src/model/spec.ts';
import type { Judged } from '../src/run/run-suite.ts';
import {
  BODY_OPERATORS,
  CONTENT_TYPE_OPERATORS,
  DELIVERY_OPERATORS,
  STATUS_OPERATORS,
} from './answer-operators.ts';
import type { Mutant } from './mutant.ts';
import {
  allowedTypes,
  DATE_OPERATORS,
  isIdle,
  PRESENCE_OPERATORS,
  typeOperators,
  VALUE_OPERATORS,
  type ValueOperator,
} from './value-operators.ts';

/** Every way to contradict one claim, each on the first exchange of the conformant mock in which the claim shows. */
export function deriveMutants(claim: Claim, spec: Spec, baseline: readonly Judged[]): readonly Mutant[] {
  switch (claim.kind) {
    case 'presence':
      return valueMutants(claim, baseline, PRESENCE_OPERATORS);
    case 'type':
      return valueMutants(claim, baseline, typeOperators(allowedTypes(nodeOf(claim, spec))));
    case 'format':
      return valueMutants(claim, baseline, DATE_OPERATORS);
    case 'pattern':
    case 'value':
      return valueMutants(claim, baseline, VALUE_OPERATORS);
    case 'keys':
      return valueMutants(claim, baseline, [{ name: 'rename-keys', change: withStrangeKeys }]);
    case 'echo':
    case 'agreement':
    case 'correlation':
      return valueMutants(claim, baseline, [{ name: 'another-value', change: anotherValue }]);
    case 'status':
      return statusMutants(claim, baseline);
    case 'content-type':
      return answerMutants(claim, carriers(claim, baseline), CONTENT_TYPE_OPERATORS);
    case 'failure-sign':
      return failureMutants(claim, baseline);
    case 'requiredness':
      return requirednessMutants(claim, baseline);
    case 'notification':
    case 'outcome':
    case 'order':
      return notificationMutants(claim, baseline);
    case 'nullability':
    case 'optionality':
    case 'choice':
    case 'limit':
    case 'acceptance':
    case 'accepted-value':
    case 'permission':
    case 'feature':
    case 'history':
    case 'effect':
      return [];
  }
}

/** Kinds whose contradiction would be a refusal of ours or leaves no trace; said in the report beside the survivors. */
export function nodeOf({ specPointer }: Claim, spec: Spec): JsonObject {
  const node = valueAt(spec.document, specPointer);
  if (!isJsonObject(node)) return {};
  const reference = node['$ref'];
  const target = typeof reference === 'string' ? valueAt(spec.document, reference.slice(1)) : undefined;
  return isJsonObject(target) ? target : node;
}

interface Carrier {
  readonly judged: Judged;
  readonly located: Located;
}

/** The status a claim about a refusal belongs to; success otherwise. */
function statusOf({ specPointer }: Claim): number | undefined {
  const status = /\/responses\/(\d{3})(?:\/|$)/.exec(specPointer)?.[1];
  return status === undefined ? undefined : Number(status);
}

/** Exchanges of the contracts whose answer has the claim's status. */
function carriers(claim: Claim, baseline: readonly Judged[]): readonly Judged[] {
  const status = statusOf(claim);
  return baseline.filter(({ planned, exchange: { result } }) => {
    if (planned.origin.kind !== 'contract' || result.kind === 'failure') return false;
    if (status !== undefined) return result.response.status === status;
    return result.response.status < 300;
  });
}

function firstCarrier(claim: Claim, baseline: readonly Judged[]): Carrier | undefined {
  const [place = '', pattern = ''] = claim.place.split('#');
  for (const judged of carriers(claim, baseline)) {
    const [located] = bodiesAt(place, judged).flatMap((body) => locate(body, pattern));
    if (located !== undefined) return { judged, located };
  }
  return undefined;
}

function bodiesAt(place: string, { exchange, judgement }: Judged): readonly Json[] {
  const body = judgement.subject.body;
  if (place === 'response.body') return body?.kind === 'json' ? [body.value] : [];
  const kind = judgement.subject.operation.notifications?.kinds.find(
    ({ name }) => place === `notifications.${name}`,
  );
  return exchange.notifications.flatMap(({ data }) =>
    kind?.matches.every(({ at, equals }) => valueAt(data, at) === equals) === true ? [data] : [],
  );
}

function valueMutants(
  claim: Claim,
  baseline: readonly Judged[],
  operators: readonly ValueOperator[],
): readonly Mutant[] {
  const carrier = firstCarrier(claim, baseline);
  if (carrier === undefined) return [];
  const { judged, located } = carrier;
  return operators
    .filter((operator) => !isIdle(operator, located.value))
    .map((operator) =>
      mutant(claim, judged, operator.name, atPlace(claim.place, operator), [
        claim.place,
        wholeOf(claim, operator),
      ]),
    );
}

/**
 * Of keys, the map that holds them is named. A notification that is no object, or that says it is about another call,
 * is one that did not come; of anything else, the place itself is named.
 */
function wholeOf({ kind, place }: Claim, { name }: ValueOperator): string {
  if (name === 'rename-keys') return place.replace(/\/\*$/, '');
  return kind === 'correlation' || place.endsWith('#')
    ? place.replace(/^(notifications\.[^#]+)#.*$/, '$1')
    : place;
}

/** Changes the first value at the claim's place, in the answer or in the notification of that kind. */
function atPlace(claimPlace: string, operator: ValueOperator): AnswerChange {
  const [place = '', pattern = ''] = claimPlace.split('#');
  const changed = (body: Json): Json => {
    const [located] = locate(body, pattern);
    return located === undefined ? body : changeLocated(body, located, operator);
  };
  if (place === 'response.body')
    return (answer) => (answer.body === undefined ? answer : { ...answer, body: changed(answer.body) });
  return notifications((all) => {
    const index = all.findIndex(({ kind }) => place === `notifications.${kind}`);
    return all.map((told, at) => (at === index ? { ...told, data: changed(told.data) } : told));
  });
}

function changeLocated(body: Json, { pointer, value }: Located, { change, movesTo }: ValueOperator): Json {
  if (pointer === '') return change(value) ?? null;
  const next = withMember(body, pointer, change(value));
  return movesTo === undefined ? next : withMember(next, movesTo(pointer), value);
}

function withStrangeKeys(value: Json): Json {
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member], index) => [
      index === 0 ? `id-${escapeToken(key)}` : key,
      member,
    ]),
  );
}

function statusMutants(claim: Claim, baseline: readonly Judged[]): readonly Mutant[] {
  const own = carriers(claim, baseline);
  const isSuccess = (statusOf(claim) ?? 200) < 300;
  const wrong = STATUS_OPERATORS.filter(({ name }) => name !== `status-${statusOf(claim)}`);
  return answerMutants(claim, own, [
    ...wrong,
    ...BODY_OPERATORS.filter(() => hasBody(own)),
    ...(isSuccess ? DELIVERY_OPERATORS : []),
  ]);
}

function hasBody([first]: readonly Judged[]): boolean {
  return first?.judgement.subject.documented?.schemaPointer !== undefined;
}

function answerMutants(
  claim: Claim,
  [judged]: readonly Judged[],
  operators: readonly {
    readonly name: string;
    readonly change: AnswerChange;
    readonly places: readonly string[];
  }[],
): readonly Mutant[] {
  if (judged === undefined) return [];
  return operators.map(({ name, change, places }) => mutant(claim, judged, name, change, places));
}

/** The error under a success status: the body becomes what marks a failure. */
function failureMutants(claim: Claim, baseline: readonly Judged[]): readonly Mutant[] {
  const [judged] = carriers(claim, baseline).filter(({ planned }) => planned.intent.kind === 'accepted');
  const sign = judged?.judgement.subject.operation.failureSigns.find(({ at }) =>
    claim.place.endsWith(`#${at}`),
  );
  if (judged === undefined || sign === undefined) return [];
  const value =
    sign.sign.kind === 'equals' ? sign.sign.value : sign.sign.kind === 'differs' ? 7 : { code: 'REFUSED' };
  const planted = (answer: Answer): Answer => ({
    ...answer,
    body: withMember(answer.body ?? {}, sign.at, value),
  });
  return [mutant(claim, judged, 'error-under-success', planted, [claim.place])];
}

/** What must be refused is let through. */
function requirednessMutants(claim: Claim, baseline: readonly Judged[]): readonly Mutant[] {
  const field = claim.place.replace(/^request\./, '');
  const probe = baseline.find(({ planned: { intent } }) => {
    if (intent.kind !== 'refused') return false;
    return intent.cause === 'missing-field'
      ? intent.field === field
      : intent.cause === 'no-credentials' && field.startsWith('header.');
  });
  if (probe === undefined) return [];
  const effect: FaultEffect = { kind: 'changes', when: 'always', change: problem(200, {}) };
  return [{ ...mutant(claim, probe, 'not-refused', (answer) => answer, ['response.status']), effect }];
}

function notificationMutants(claim: Claim, baseline: readonly Judged[]): readonly Mutant[] {
  const own = baseline.filter(
    ({ planned, exchange }) => planned.origin.kind === 'contract' && exchange.notifications.length > 0,
  );
  const name = /^notifications\.([A-Za-z]+)/.exec(claim.place)?.[1];
  const judged = own.find(
    ({ exchange, judgement }) =>
      name === undefined ||
      bodiesAt(`notifications.${name}`, { planned: own[0]?.planned, exchange, judgement } as Judged).length >
        0,
  );
  if (judged === undefined) return [];
  const kinds = judged.judgement.subject.operation.notifications?.kinds.map((kind) => kind.name) ?? [];
  const places =
    name === undefined ? kinds.map((kind) => `notifications.${kind}`) : [`notifications.${name}`];
  const rows: readonly (readonly [string, AnswerChange])[] =
    claim.kind === 'order'
      ? [['reordered', notifications((all) => all.toReversed())]]
      : [
          ['missing', notifications((all) => all.filter(({ kind }) => name !== undefined && kind !== name))],
          [
            'doubled',
            notifications((all) =>
              all.flatMap((told) => (name === undefined || told.kind === name ? [told, told] : [told])),
            ),
          ],
        ];
  return rows.map(([operator, change]) => mutant(claim, judged, operator, change, places));
}

function mutant(
  claim: Claim,
  { planned }: Judged,
  operator: string,
  change: AnswerChange,
  places: readonly string[],
): Mutant {
  return {
    id: `${claim.id}/${operator}`,
    operation: claim.operation,
    exchange: planned.id,
    claim: claim.id,
    kind: claim.kind,
    level: claim.level,
    operator,
    effect: { kind: 'changes', when: 'always', change },
    places: [...new Set(places)],
  };
}
