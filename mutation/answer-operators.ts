import { body, delivery, page, status, textOfBody } from '../src/mock/faults/changes.ts';
import type { AnswerChange } from '../src/mock/faults/fault.ts';

/** A way to contradict what is documented of an answer as a whole, and where that must be named. */
export interface AnswerOperator {
  readonly name: string;
  readonly change: AnswerChange;
  readonly places: readonly string[];
}

const STATUS = ['response.status'];
const BODY = ['response.body#'];
const ARRIVAL = ['response'];

export const STATUS_OPERATORS: readonly AnswerOperator[] = [201, 202, 302, 400, 404, 500, 502].map(
  (code) => ({
    name: `status-${code}`,
    change: status(code),
    places: STATUS,
  }),
);

export const CONTENT_TYPE_OPERATORS: readonly AnswerOperator[] = [
  {
    name: 'content-type-html',
    change: (answer) => ({ ...answer, headers: { ...answer.headers, 'content-type': 'text/html' } }),
    places: ['response.header.content-type'],
  },
  {
    name: 'content-type-absent',
    change: (answer) => {
      const { 'content-type': _, ...headers } = answer.headers;
      return { ...answer, headers };
    },
    places: ['response.header.content-type'],
  },
];

export const BODY_OPERATORS: readonly AnswerOperator[] = [
  {
    name: 'truncate',
    change: textOfBody((text) => text.slice(0, Math.floor(text.length / 2))),
    places: BODY,
  },
  { name: 'double-encode', change: textOfBody((text) => JSON.stringify(text)), places: BODY },
  { name: 'empty-body', change: body(undefined), places: BODY },
  { name: 'null-body', change: body(null), places: BODY },
  { name: 'page', change: page(200), places: [...BODY, 'response.header.content-type'] },
];

export const DELIVERY_OPERATORS: readonly AnswerOperator[] = [
  { name: 'reset', change: delivery({ kind: 'dropped' }), places: ARRIVAL },
  { name: 'cut', change: delivery({ kind: 'cut' }), places: ARRIVAL },
  { name: 'too-slow', change: delivery({ kind: 'never' }), places: ARRIVAL },
];
