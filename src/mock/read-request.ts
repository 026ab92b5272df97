// A request of the reading selected, read back into the primary one that every vendor behaves by.
import type { Operation } from '../model/operation.ts';
import { patchRequest, unpatchRequest } from '../model/patch-request.ts';
import type { Reading, ReadingAdmission } from '../model/reading.ts';
import { isAdmissionAbout } from '../model/reading-admission.ts';
import type { RequestChange } from '../model/request-change.ts';
import type { Spec } from '../model/spec.ts';
import type { MockRequest } from './mock-request.ts';
import type { Refusal } from './refusal.ts';
import type { SelectedReadings } from './router.ts';

export interface ReadRequest {
  readonly request: MockRequest;
  /** Why whoever follows the readings selected does not take it; undefined when it is one of theirs. */
  readonly refusal: Refusal | undefined;
}

export function readAsPrimary(
  spec: Spec,
  operation: Operation,
  readings: SelectedReadings,
  request: MockRequest,
): ReadRequest {
  return selectedReadings(spec, operation, readings).reduce<ReadRequest>(
    (read, reading) => readAs(read, reading, operation),
    { request, refusal: undefined },
  );
}

/** The primary reading needs nothing: the vendors go by it. */
export function selectedReadings(
  spec: Spec,
  operation: Operation,
  readings: SelectedReadings,
): readonly Reading[] {
  return spec.ambiguities
    .filter(({ operations }) => operations.includes(operation.id))
    .flatMap(({ id, readings: known }) =>
      known.filter((reading) => !reading.primary && reading.id === readings[id]),
    );
}

function readAs({ request, refusal }: ReadRequest, reading: Reading, operation: Operation): ReadRequest {
  const changes = reading.request?.changes ?? [];
  // What would still have to be changed is not in the form of this reading.
  const foreign = patchRequest(request, changes) === undefined ? undefined : refusalOf(changes, operation);
  const unfit = reading.admits && unfitFor(reading.admits, request);
  const read = unpatchRequest(request, changes);
  const headers = read.headers.map(([name, value]) => [name.toLowerCase(), value] as const);
  return { request: { ...read, headers }, refusal: refusal ?? foreign ?? unfit };
}

function refusalOf(changes: readonly RequestChange[], { parameters }: Operation): Refusal | undefined {
  const [change] = changes;
  if (change === undefined) return undefined;
  if (change.kind === 'move') {
    const isCredential = parameters.some(
      ({ in: place, name, credential }) => credential && change.from === `${place}.${name}`,
    );
    return isCredential ? { kind: 'no-credentials' } : { kind: 'missing-field', property: nameOf(change.to) };
  }
  const property = nameOf(change.kind === 'copy' ? change.to : change.at);
  const expected = change.kind === 'omit' ? `no ${nameOf(change.beside)} beside it` : change.into;
  return { kind: 'wrong-type', property, expected };
}

function unfitFor(admission: ReadingAdmission, request: MockRequest): Refusal | undefined {
  if (admission.taken || !isAdmissionAbout(admission, request)) return undefined;
  const property = nameOf(admission.at);
  const { differs: expected } = admission;
  return expected === undefined
    ? { kind: 'missing-field', property }
    : { kind: 'undocumented-value', property, expected };
}

function nameOf(place: string): string {
  return place.split(/[./]/).at(-1) ?? place;
}
