import { body, delivery, page, problem, status, textOfBody } from '../src/mock/faults/changes.ts';
import type { AnswerChange } from '../src/mock/faults/fault.ts';
import { TOO_LATE_MS } from './deadline.ts';

/** A way to contradict what is documented of an answer as a whole, and where that must be named. */
export interface AnswerOperator {
  readonly operator: string;
  readonly change: AnswerChange;
  readonly places: readonly string[];
}

const STATUS = ['response.status'];
const BODY = ['response.body#'];
const ARRIVAL = ['response'];
const CONTENT_TYPE = ['response.header.content-type'];

export const STATUS_OPERATORS: readonly AnswerOperator[] = [
  ...[201, 202, 302, 400, 404, 500, 502].map((code) => ({
    operator: `status-${code}`,
    change: status(code),
    places: STATUS,
  })),
  { operator: 'no-content', change: noContent, places: STATUS },
  ...[301, 307].map((code) => ({ operator: `redirect-${code}`, change: redirect(code), places: STATUS })),
];

/** A client that follows would send twice; what it got then would be judged instead of the redirect. */
function redirect(code: number): AnswerChange {
  return (answer, { fullPath, query }) => {
    const search = new URLSearchParams(query.map(([name, value]) => [name, value])).toString();
    const location = search === '' ? fullPath : `${fullPath}?${search}`;
    return { ...answer, status: code, headers: { location }, body: undefined, text: '', notifications: [] };
  };
}

function noContent(answer: Parameters<AnswerChange>[0]): ReturnType<AnswerChange> {
  return { ...answer, status: 204, headers: {}, body: undefined, text: '' };
}

/** Answers about the account or the moment instead: whatever else comes of them, it must be told that they came. */
export const OBSTACLE_OPERATORS: readonly AnswerOperator[] = [401, 403, 429, 503].map((code) => ({
  operator: `obstacle-${code}`,
  change: problem(code, { message: 'not now' }),
  places: ARRIVAL,
}));

export const CONTENT_TYPE_OPERATORS: readonly AnswerOperator[] = [
  { operator: 'content-type-html', change: labelled('text/html'), places: CONTENT_TYPE },
  { operator: 'content-type-text', change: labelled('text/plain; charset=utf-8'), places: CONTENT_TYPE },
  {
    operator: 'content-type-absent',
    change: (answer) => {
      const { 'content-type': _, ...headers } = answer.headers;
      return { ...answer, headers };
    },
    places: CONTENT_TYPE,
  },
];

function labelled(type: string): AnswerChange {
  return (answer) => ({ ...answer, headers: { ...answer.headers, 'content-type': type } });
}

export const BODY_OPERATORS: readonly AnswerOperator[] = [
  {
    operator: 'truncate',
    change: textOfBody((text) => text.slice(0, Math.floor(text.length / 2))),
    places: BODY,
  },
  { operator: 'double-encode', change: textOfBody((text) => JSON.stringify(text)), places: BODY },
  { operator: 'empty-body', change: body(undefined), places: BODY },
  { operator: 'null-body', change: body(null), places: BODY },
  { operator: 'page', change: page(200), places: [...BODY, ...CONTENT_TYPE] },
];

export const DELIVERY_OPERATORS: readonly AnswerOperator[] = [
  { operator: 'reset', change: delivery({ kind: 'dropped' }), places: ARRIVAL },
  { operator: 'cut', change: delivery({ kind: 'cut' }), places: ARRIVAL },
  { operator: 'never', change: delivery({ kind: 'never' }), places: ARRIVAL },
  { operator: 'too-slow', change: delivery({ kind: 'whole', delayMs: TOO_LATE_MS }), places: ARRIVAL },
];
