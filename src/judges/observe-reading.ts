import type { Subject } from '../model/check.ts';
import type { Json } from '../model/json.ts';
import { jsonEqual, locate, typeOf, valueAt } from '../model/json-pointer.ts';
import type { Ambiguity, Reading, ReadingObservation } from '../model/reading.ts';
import { ownNotifications } from './awaited-notifications.ts';
import { describeValue } from './describe-value.ts';
import { expressionScope } from './expression-scope.ts';

/** Which reading of the documents the exchanges of an operation show, and by what. */
export interface ObservedReading {
  readonly follows: string | null;
  readonly evidence: string;
}

/** One exchange that was to be accepted, with the reading of the path it was sent after. */
export interface ReadingEvidence {
  readonly subject: Subject;
  readonly pathReading: { readonly ambiguity: string; readonly reading: string } | undefined;
}

export function observeReading(ambiguity: Ambiguity, evidence: readonly ReadingEvidence[]): ObservedReading {
  const byPath = ambiguity.readings.some(({ path }) => path !== undefined)
    ? pathFollowed(ambiguity, evidence)
    : undefined;
  if (byPath !== undefined) return byPath;
  const shown = ambiguity.readings.flatMap((reading) => observed(reading, evidence));
  const names = [...new Set(shown.map(({ reading }) => reading.id))];
  const [first] = shown;
  if (first === undefined) return { follows: null, evidence: 'nothing observed tells the readings apart' };
  if (names.length > 1) return { follows: null, evidence: `both were seen: ${names.join(', ')}` };
  return { follows: first.reading.id, evidence: first.evidence };
}

function pathFollowed(
  ambiguity: Ambiguity,
  evidence: readonly ReadingEvidence[],
): ObservedReading | undefined {
  const answered = evidence.find(({ subject }) => isSuccess(subject));
  if (answered === undefined) return undefined;
  const primary = ambiguity.readings.find((reading) => reading.primary);
  const follows =
    answered.pathReading?.ambiguity === ambiguity.id ? answered.pathReading.reading : primary?.id;
  const { method, path } = answered.subject.exchange.request;
  return { follows: follows ?? null, evidence: `${method} ${path} was taken` };
}

function observed(reading: Reading, evidence: readonly ReadingEvidence[]) {
  const { observed: observation } = reading;
  if (observation === undefined) return [];
  return evidence
    .filter(({ subject }) => isSuccess(subject))
    .flatMap(({ subject }) => {
      const seen = whatShows(observation, subject);
      return seen === undefined
        ? []
        : [{ reading, evidence: `${observation.at} is ${describeValue(seen.value)}` }];
    });
}

function isSuccess({ exchange }: Subject): boolean {
  return exchange.result.kind === 'response' && exchange.result.response.status < 300;
}

function whatShows(
  { at, is }: ReadingObservation,
  subject: Subject,
): { readonly value: Json | undefined } | undefined {
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

function fits(is: ReadingObservation['is'], value: Json, body: Json): boolean {
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
