import { createSubject } from '../judges/create-subject.ts';
import type { Subject } from '../model/check.ts';
import type { Body, Pair } from '../model/exchange.ts';
import type { Intent } from '../model/interaction.ts';
import type { Json } from '../model/json.ts';
import type { Operation } from '../model/operation.ts';
import type { CheckExample, OwnCheck } from '../model/own-check.ts';

/** The exchange that an example tells of, as if it had just been had. */
export function exampleSubjectOf(
  { request = {}, response, notifications = [] }: CheckExample,
  operation: Operation,
  looksAt: OwnCheck['looksAt'],
): Subject {
  const { status = looksAt === 'refusals' ? 400 : 200 } = response;
  return createSubject(operation, looksAt === 'refusals' ? REFUSED : ACCEPTED, {
    id: `${operation.id}/example`,
    operation: operation.id,
    request: {
      method: operation.method,
      path: request.path ?? operation.path,
      query: Object.entries(request.query ?? {}),
      headers: Object.entries(request.headers ?? {}),
      body: request.body === undefined ? undefined : { text: JSON.stringify(request.body) },
    },
    result: {
      kind: 'response',
      response: { status, headers: headersOf(response), body: bodyOf(response) },
    },
    notifications: notifications.map((data: Json) => ({ channel: '', data, afterMs: 0 })),
    notificationWait: { kind: 'complete', afterMs: 0 },
    timing: { responseMs: 0 },
  });
}

const ACCEPTED: Intent = { kind: 'accepted', outcome: 'success' };
const REFUSED: Intent = { kind: 'refused', cause: 'wrong-credentials' };

function headersOf({ headers = {}, body }: CheckExample['response']): readonly Pair[] {
  const given = Object.entries(headers);
  const isTyped = body === undefined || given.some(([name]) => name.toLowerCase() === 'content-type');
  return isTyped ? given : [['content-type', 'application/json'], ...given];
}

function bodyOf({ body, text }: CheckExample['response']): Body {
  return { text: text ?? (body === undefined ? '' : JSON.stringify(body)) };
}
