// Makes a success show the reading selected, where a reading says what shows it.
import type { Json } from '../model/json.ts';
import { valueAt } from '../model/json-pointer.ts';
import type { Operation } from '../model/operation.ts';
import type { ReadingObservation, ValueTest } from '../model/reading.ts';
import { valueAtPlace } from '../model/request-place.ts';
import type { Spec } from '../model/spec.ts';
import type { Answer } from './answer.ts';
import { changeAt } from './change-json.ts';
import { applyAgreement } from './echo-values.ts';
import type { MockRequest } from './mock-request.ts';
import { selectedReadings } from './read-request.ts';
import type { SelectedReadings } from './router.ts';

export function applyReadings(
  spec: Spec,
  operation: Operation,
  readings: SelectedReadings,
  answer: Answer,
  request: MockRequest,
): Answer {
  if (answer.purpose !== 'success') return answer;
  const agreements = operation.responses.find(({ status }) => status === answer.status)?.agreements ?? [];
  const shown = selectedReadings(spec, operation, readings).reduce(
    (changed, { observed }) => (observed === undefined ? changed : show(changed, observed, request)),
    answer,
  );
  // What is told twice is told alike.
  return shown === answer
    ? answer
    : { ...shown, body: agreements.reduce(applyAgreement, shown.body ?? null) };
}

function show(answer: Answer, { at, is, when }: ReadingObservation, request: MockRequest): Answer {
  if (when !== undefined && valueAtPlace(request, when.at) !== when.equals) return answer;
  const [place = '', pointer = ''] = at.split('#');
  const answered = answer.body ?? null;
  if (place === 'response.body') return { ...answer, body: make(answered, pointer, is, answered) };
  const kind = /^notification\.(.+)$/.exec(place)?.[1];
  if (kind === undefined) return answer;
  const notifications = answer.notifications.map((notification) =>
    notification.kind === kind
      ? { ...notification, data: make(notification.data, pointer, is, answered) }
      : notification,
  );
  return { ...answer, notifications };
}

function make(body: Json, pointer: string, is: ValueTest, answered: Json): Json {
  return changeAt(body, pointer, (current) => {
    switch (is.kind) {
      case 'equals':
        return is.value;
      case 'equals-pointer':
        return referredValue(is.pointer, body, answered) ?? current;
      case 'absent':
        return undefined;
      case 'present':
        return current ?? '';
      case 'type':
        return ofType(current, is.type);
      default:
        return is satisfies never;
    }
  });
}

/** A bare pointer looks into the same body; `response.body#…` into the answer. */
function referredValue(pointer: string, body: Json, answered: Json): Json | undefined {
  const [place, inner] = pointer.split('#');
  if (inner === undefined) return valueAt(body, pointer);
  return place === 'response.body' ? valueAt(answered, inner) : undefined;
}

type NamedType = Extract<ValueTest, { readonly kind: 'type' }>['type'];

function ofType(current: Json | undefined, type: NamedType): Json {
  switch (type) {
    case 'null':
      return null;
    case 'string':
      return String(current ?? '');
    case 'integer':
    case 'number':
      return Number(current ?? 0) || 0;
    case 'boolean':
      return current === true;
    case 'array':
      return current === undefined || current === null ? [] : [current];
    case 'object':
      return {};
    default:
      return type satisfies never;
  }
}
