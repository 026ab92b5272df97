import { isJsonObject, type Json } from './json.ts';
import { jsonEqual } from './json-pointer.ts';
import { oncePer } from './once-per.ts';
import { intoForm, outOfForm } from './reading-form.ts';
import type { RequestChange } from './request-change.ts';
import { type RequestInput, valueAtPlace, withValueAt } from './request-place.ts';

/**
 * The request as another reading has it; undefined when it is the same on that reading. `about` is the place that the
 * request is sent for: of two that exclude each other, the other one then gives way.
 */
export function patchRequest<Request extends RequestInput>(
  request: Request,
  changes: readonly RequestChange[],
  about?: string,
): Request | undefined {
  const moved = moveAll(request, changes);
  const patched = changes.reduce((changed, change) => patchOne(changed, change, about), moved);
  return isSame(request, patched) ? undefined : patched;
}

/** The request of the primary reading that a request of another reading means. */
export function unpatchRequest<Request extends RequestInput>(
  request: Request,
  changes: readonly RequestChange[],
): Request {
  const turned = changes.reduce((changed, change) => {
    const value = change.kind === 'turn' ? valueAtPlace(changed, change.at) : undefined;
    return change.kind === 'turn' && value !== undefined
      ? withValueAt(changed, change.at, outOfForm(value, change.into))
      : changed;
  }, request);
  return moveAll(turned, movesBack(changes));
}

const movesBack = oncePer((changes: readonly RequestChange[]): readonly RequestChange[] => {
  const moves = changes.filter((change) => change.kind === 'move');
  // What comes from several places goes back to the first of them.
  return moves
    .filter(({ to }, index) => moves.findIndex((other) => other.to === to) === index)
    .map(({ from, to }) => ({ kind: 'move', from: to, to: from }));
});

/** All at once: one thing may go where another one comes from. */
function moveAll<Request extends RequestInput>(request: Request, changes: readonly RequestChange[]): Request {
  const moves = changes.flatMap((change) => {
    const value = change.kind === 'move' ? valueAtPlace(request, change.from) : undefined;
    return change.kind === 'move' && value !== undefined ? [{ ...change, value }] : [];
  });
  if (moves.length === 0) return request;
  const emptied = moves.reduce((changed, { from }) => withValueAt(changed, from, undefined), request);
  const filled = moves.reduce(
    (changed, { from, to, value }) => withValueAt(changed, to, isText(from) ? fromText(to, value) : value),
    emptied,
  );
  return moves.some(({ to }) => isText(to)) ? withoutEmptyBody(filled) : filled;
}

function patchOne<Request extends RequestInput>(
  request: Request,
  change: RequestChange,
  about: string | undefined,
): Request {
  if (change.kind === 'move') return request;
  if (change.kind === 'omit') {
    const { at, beside } = change;
    const areBoth = [at, beside].every((place) => valueAtPlace(request, place) !== undefined);
    const given = about !== undefined && isAtOrBelow(about, at) ? beside : at;
    return areBoth ? withValueAt(request, given, undefined) : request;
  }
  const [from, to] = change.kind === 'turn' ? [change.at, change.at] : [change.from, change.to];
  const value = valueAtPlace(request, from);
  const formed = value === undefined ? undefined : intoForm(value, change.into);
  return formed === undefined ? request : withValueAt(request, to, formed);
}

function isText(place: string): boolean {
  return !place.startsWith('body#');
}

/** Outside a body everything is text; inside, a number is one. */
function fromText(to: string, value: Json): Json {
  if (isText(to) || typeof value !== 'string') return value;
  if (value === 'true' || value === 'false') return value === 'true';
  return /^-?(0|[1-9]\d{0,14})$/.test(value) ? Number(value) : value;
}

/** A body whose members all travel elsewhere is not sent. */
function withoutEmptyBody<Request extends RequestInput>(request: Request): Request {
  const isEmpty = isJsonObject(request.body) && Object.keys(request.body).length === 0;
  return isEmpty ? { ...request, body: undefined } : request;
}

function isSame(left: RequestInput, right: RequestInput): boolean {
  const pairs = ({ query, headers }: RequestInput) => JSON.stringify([query, headers]);
  return pairs(left) === pairs(right) && jsonEqual(left.body, right.body);
}

export function isAtOrBelow(at: string, place: string): boolean {
  return at === place || at.startsWith(`${place}/`);
}
