// Makes a success show the reading selected, where a reading says what shows it.
import type { Json } from '../model/json.ts';
import { valueAt } from '../model/json-pointer.ts';
import type { Operation } from '../model/operation.ts';
import type { Reading, ReadingObservation } from '../model/reading.ts';
import type { Spec } from '../model/spec.ts';
import type { Answer } from './answer.ts';
import { changeAt } from './change-json.ts';
import type { SelectedReadings } from './router.ts';

export function applyReadings(
  spec: Spec,
  operation: Operation,
  readings: SelectedReadings,
  answer: Answer,
): Answer {
  if (answer.purpose !== 'success') return answer;
  return selectedReadings(spec, operation, readings).reduce(show, answer);
}

/** The primary reading needs nothing: the vendors answer after it. */
function selectedReadings(spec: Spec, operation: Operation, readings: SelectedReadings): readonly Reading[] {
  return spec.ambiguities
    .filter(({ operations }) => operations.includes(operation.id))
    .flatMap(({ id, readings: known }) =>
      known.filter((reading) => !reading.primary && reading.id === readings[id]),
    );
}

function show(answer: Answer, { observed }: Reading): Answer {
  if (observed === undefined) return answer;
  const [place = '', pointer = ''] = observed.at.split('#');
  const answered = answer.body ?? null;
  if (place === 'response.body') return { ...answer, body: make(answered, pointer, observed.is, answered) };
  const kind = /^notification\.(.+)$/.exec(place)?.[1];
  const notifications = answer.notifications.map((notification) =>
    notification.kind === kind
      ? { ...notification, data: make(notification.data, pointer, observed.is, answered) }
      : notification,
  );
  return { ...answer, notifications };
}

function make(body: Json, pointer: string, is: ReadingObservation['is'], answered: Json): Json {
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

type NamedType = Extract<ReadingObservation['is'], { readonly kind: 'type' }>['type'];

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
