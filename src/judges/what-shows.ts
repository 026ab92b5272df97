import type { Subject } from '../model/check.ts';
import type { Json } from '../model/json.ts';
import { jsonEqual, locate, typeOf, valueAt } from '../model/json-pointer.ts';
import type { ReadingObservation, ValueTest } from '../model/reading.ts';
import { type RequestInput, valueAtPlace } from '../model/request-place.ts';
import { ownNotifications } from './awaited-notifications.ts';
import { expressionScope } from './expression-scope.ts';

export function inputOf(subject: Subject): RequestInput {
  const { query, requestHeaders: headers, requestBody: body } = expressionScope(subject);
  return { query, headers, body };
}

/** The value by which an exchange shows a reading; undefined when it does not show it. */
export function whatShows(
  { at, is, when }: ReadingObservation,
  subject: Subject,
): { readonly value: Json | undefined } | undefined {
  if (when !== undefined && valueAtPlace(inputOf(subject), when.at) !== when.equals) return undefined;
  const [place = '', pointer = ''] = at.split('#');
  const values = bodiesAt(place, subject).map((body) => ({ body, found: locate(body, pointer) }));
  for (const { body, found } of values) {
    if (is.kind === 'absent' && found.length === 0) return { value: undefined };
    const hit = found.find(({ value }) => fits(is, value, body));
    if (hit !== undefined) return { value: hit.value };
  }
  return undefined;
}

function bodiesAt(place: string, subject: Subject): readonly Json[] {
  const scope = expressionScope(subject);
  if (place === 'request.body') return scope.requestBody === undefined ? [] : [scope.requestBody];
  if (place === 'response.body') return scope.responseBody === undefined ? [] : [scope.responseBody];
  const kind = place.replace('notification.', '');
  return ownNotifications(subject).flatMap((known) =>
    known.kind.name === kind ? [known.notification.data] : [],
  );
}

function fits(is: ValueTest, value: Json, body: Json): boolean {
  switch (is.kind) {
    case 'type':
      return typeOf(value) === is.type || (is.type === 'number' && typeof value === 'number');
    case 'equals':
      return value === is.value;
    case 'equals-pointer':
      return jsonEqual(value, valueAt(body, is.pointer));
    case 'present':
      return true;
    case 'absent':
      return false;
  }
}
