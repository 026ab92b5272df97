// Ways to misbehave that need no knowledge of a vendor.
import type { Answer } from '../answer.ts';
import type { MockRequest } from '../mock-request.ts';
import {
  always,
  body,
  delivery,
  onRefusal,
  onSuccess,
  page,
  problem,
  status,
  textOfBody,
} from './changes.ts';
import type { Fault } from './fault.ts';

const SLOW_MS = 2000;

const wire: readonly Fault[] = [
  always(
    'any.connection-dropped',
    '*',
    'the connection is cut instead of an answer',
    delivery({ kind: 'dropped' }),
  ),
  always('any.never-answers', '*', 'no answer is ever sent', delivery({ kind: 'never' })),
  always('any.body-cut', '*', 'fewer bytes arrive than were announced', delivery({ kind: 'cut' })),
  always('any.slow', '*', `every answer takes ${SLOW_MS} ms`, delivery({ kind: 'whole', delayMs: SLOW_MS })),
  always('any.redirects', '*', 'every request is redirected to itself', redirect),
];

const shape: readonly Fault[] = [
  onSuccess('any.html-page', '*', 'a success is a sign-in page', page(200)),
  onSuccess('any.content-type', '*', 'a success is JSON called text/plain', contentType('text/plain')),
  onSuccess('any.no-content-type', '*', 'a success does not say what it is', (answer) => ({
    ...answer,
    headers: {},
  })),
  onSuccess('any.json-truncated', '*', 'a success ends in the middle of its JSON', textOfBody(firstHalf)),
  onSuccess(
    'any.empty-body',
    '*',
    'a success has no body',
    textOfBody(() => ''),
  ),
  onSuccess('any.null-body', '*', 'a success is null', body(null)),
  onSuccess('any.status-created', '*', 'a success has status 201', status(201)),
  onSuccess('any.status-no-content', '*', 'a success has status 204 and no body', (answer) => ({
    ...answer,
    status: 204,
    headers: {},
    text: '',
  })),
  onRefusal('any.refusal-page', '*', 'a refusal is a page, not JSON', (answer, request) =>
    page(answer.status)(answer, request),
  ),
  onRefusal('any.refusal-body', '*', 'a refusal has a body of another shape', body({ reason: 'refused' })),
  onRefusal('any.refusal-status', '*', 'a refusal has status 422', status(422)),
];

const obstacles: readonly Fault[] = [
  always(
    'any.internal-error',
    '*',
    'every request fails with 500',
    problem(500, { message: 'Internal error' }),
  ),
  always('any.maintenance', '*', 'a gateway answers every request with 503', page(503)),
  always('any.rate-limited', '*', 'every request is one too many', (answer, request) => ({
    ...problem(429, { message: 'Too many requests' })(answer, request),
    headers: { 'content-type': 'application/json', 'retry-after': '30' },
  })),
  {
    name: 'any.refuses-credentials',
    operation: '*',
    title: 'right credentials are refused',
    effect: { kind: 'turns-away', cause: 'wrong-credentials' },
  },
  {
    name: 'any.refuses-permission',
    operation: '*',
    title: 'everybody lacks the permission',
    effect: { kind: 'turns-away', cause: 'no-permission' },
  },
];

const enforcement: readonly Fault[] = [
  {
    name: 'any.accepts-no-credentials',
    operation: '*',
    title: 'a request without credentials is accepted',
    effect: { kind: 'lets-through', causes: ['no-credentials'] },
  },
  {
    name: 'any.accepts-wrong-credentials',
    operation: '*',
    title: 'a request with wrong credentials is accepted',
    effect: { kind: 'lets-through', causes: ['wrong-credentials'] },
  },
  {
    name: 'any.accepts-missing-field',
    operation: '*',
    title: 'a request without a required field is accepted',
    effect: { kind: 'lets-through', causes: ['missing-field'] },
  },
  {
    name: 'any.accepts-wrong-type',
    operation: '*',
    title: 'a request with a value of a wrong type is accepted',
    liberty: true,
    effect: { kind: 'lets-through', causes: ['wrong-type'] },
  },
];

export const anyFaults: readonly Fault[] = [...wire, ...shape, ...obstacles, ...enforcement];

/** A client that follows sends twice; the log of requests shows it. */
function redirect(answer: Answer, request: MockRequest): Answer {
  const query = new URLSearchParams(request.query.map(([name, value]) => [name, value])).toString();
  const location = `${request.fullPath}${query === '' ? '' : `?${query}`}`;
  return { ...answer, status: 307, headers: { location }, text: '', notifications: [] };
}

function contentType(value: string) {
  return (answer: Answer): Answer => ({ ...answer, headers: { ...answer.headers, 'content-type': value } });
}

function firstHalf(text: string): string {
  return text.slice(0, Math.floor(text.length / 2));
}
