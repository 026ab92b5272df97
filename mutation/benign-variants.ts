import { type Answer, draftAnswer } from '../src/mock/answer.ts';
import type { MockRequest } from '../src/mock/mock-request.ts';
import { kindOfNotification } from '../src/model/notification-matching.ts';
import type { Judged } from '../src/run/run-suite.ts';
import type { Baseline } from './baseline.ts';
import { ID_OPERATORS } from './benign-ids.ts';
import { INSTANT_OPERATORS } from './benign-instants.ts';
import { notificationOperators } from './benign-notifications.ts';
import { type BenignOperator, FORM_OPERATORS } from './benign-operators.ts';
import { refusalOperators } from './benign-refusals.ts';
import { type Answered, emptyOperators, nullOperators, valueOperators } from './benign-values.ts';
import { freePlaces } from './free-places.ts';
import { everywhere } from './map-json.ts';
import type { BenignVariant } from './mutant.ts';

/** Every change that no document forbids, on each exchange that the contracts describe and on each refusal. */
export function benignVariants(baseline: Baseline): readonly BenignVariant[] {
  const places = freePlaces(baseline);
  return baseline.judged.flatMap((judged) => {
    const answer = answerOf(judged);
    const answered = valuesIn(answer);
    const operators = [
      ...refusalOperators(judged),
      ...(judged.planned.origin.kind === 'contract'
        ? [
            ...FORM_OPERATORS,
            ...INSTANT_OPERATORS,
            ...ID_OPERATORS,
            ...valueOperators(places),
            ...nullOperators(places, answered),
            ...emptyOperators(places, answered),
            ...notificationOperators(baseline.operation),
          ]
        : []),
    ];
    return operators
      .filter((operator) => changesSomething(operator, answer, judged))
      .map((operator) => variantOf(operator, judged));
  });
}

function variantOf({ name, change }: BenignOperator, { planned }: Judged): BenignVariant {
  return {
    id: `${planned.id}/${name}`,
    name,
    operation: planned.operation,
    exchange: planned.id,
    effect: { kind: 'changes', when: 'always', change },
  };
}

/** What does nothing to the answer is no variant of it. */
function changesSomething({ change }: BenignOperator, answer: Answer, judged: Judged): boolean {
  return JSON.stringify(change(answer, requestOf(judged))) !== JSON.stringify(answer);
}

/** The answer as the mock must have drafted it. */
function answerOf({ exchange, judgement }: Judged): Answer {
  const { body, operation } = judgement.subject;
  const status = exchange.result.kind === 'response' ? exchange.result.response.status : 0;
  const protocol = operation.notifications;
  const notifications = exchange.notifications.flatMap(({ channel, data }) => {
    const kind = protocol && kindOfNotification(protocol, data);
    return kind === undefined ? [] : [{ kind: kind.name, channel, data }];
  });
  const drafted = draftAnswer('success', status, body?.kind === 'json' ? body.value : undefined);
  return { ...drafted, notifications };
}

function requestOf({ planned: { request } }: Judged): MockRequest {
  const { method, path, query, headers, body } = request;
  return { method, fullPath: path, query, headers, body: body === undefined ? undefined : JSON.parse(body) };
}

function valuesIn(answer: Answer): readonly Answered[] {
  const found: Answered[] = [];
  const collect = everywhere((place, value) => {
    found.push({ place, value });
    return value;
  });
  collect(answer, NO_REQUEST);
  return found;
}

const NO_REQUEST: MockRequest = { method: 'GET', fullPath: '/', query: [], headers: [], body: undefined };
