// The changes faults are made of.
import { isJsonArray, isJsonObject, type Json } from '../../model/json.ts';
import type { OperationId } from '../../model/operation.ts';
import { type Answer, answerText, type Delivery, type DraftedNotification } from '../answer.ts';
import { type Change, changeAt } from '../change-json.ts';
import type { MockRequest } from '../mock-request.ts';
import type { AnswerChange, Fault } from './fault.ts';

export function onSuccess(
  name: string,
  operation: Fault['operation'],
  title: string,
  change: AnswerChange,
): Fault {
  return { name, operation, title, effect: { kind: 'changes', when: 'success', change } };
}

export function onRefusal(
  name: string,
  operation: Fault['operation'],
  title: string,
  change: AnswerChange,
): Fault {
  return { name, operation, title, effect: { kind: 'changes', when: 'refusal', change } };
}

export function always(
  name: string,
  operation: Fault['operation'],
  title: string,
  change: AnswerChange,
): Fault {
  return { name, operation, title, effect: { kind: 'changes', when: 'always', change } };
}

/** Rows of one operation: short name, title, change. */
export function successFaults(
  prefix: string,
  operation: OperationId,
  rows: readonly (readonly [what: string, title: string, change: AnswerChange])[],
): readonly Fault[] {
  return rows.map(([what, title, change]) => onSuccess(`${prefix}${what}`, operation, title, change));
}

export function status(code: number): AnswerChange {
  return (answer) => ({ ...answer, status: code });
}

/** A request that is answered with success unless it is such a one. */
export function refusesInput(
  name: string,
  operation: OperationId,
  title: string,
  isRefused: (request: MockRequest) => boolean,
  refusal: Json,
): Fault {
  return onSuccess(name, operation, title, (answer, request) =>
    isRefused(request) ? problem(400, refusal)(answer, request) : answer,
  );
}

/** The same, as something no document forbids. */
export function liberty(fault: Fault): Fault {
  return { ...fault, liberty: true };
}

export function body(next: Json | undefined): AnswerChange {
  return (answer) => ({ ...answer, body: next, text: undefined });
}

export function problem(code: number, next: Json): AnswerChange {
  return (answer) => ({ ...answer, status: code, body: next, text: undefined, notifications: [] });
}

export function page(code: number): AnswerChange {
  const text = '<!doctype html><html><head><title>Sign in</title></head><body>Sign in</body></html>';
  return (answer) => ({
    ...answer,
    status: code,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    text,
  });
}

export function textOfBody(change: (text: string) => string): AnswerChange {
  return (answer) => ({ ...answer, text: change(answerText(answer)) });
}

export function delivery(next: Delivery): AnswerChange {
  return (answer) => ({ ...answer, delivery: next });
}

/** Changes what stands at a pointer of the body; `*` for every member. */
export function at(pointer: string, change: Change): AnswerChange {
  return (answer) =>
    answer.body === undefined ? answer : { ...answer, body: changeAt(answer.body, pointer, change) };
}

export function missing(pointer: string): AnswerChange {
  return at(pointer, () => undefined);
}

export function set(pointer: string, value: Json): AnswerChange {
  return at(pointer, () => value);
}

export function asText(pointer: string): AnswerChange {
  return at(pointer, (current) => String(current));
}

/** Another number or text of the same type. */
export function another(pointer: string): AnswerChange {
  return at(pointer, anotherValue);
}

export function anotherValue(current: Json | undefined): Json {
  if (typeof current === 'number') return current + 700_000;
  return typeof current === 'boolean' ? !current : `${String(current)}-other`;
}

export function withoutLastMember(current: Json | undefined): Json {
  if (isJsonArray(current)) return current.slice(0, -1);
  return isJsonObject(current) ? Object.fromEntries(Object.entries(current).slice(0, -1)) : (current ?? null);
}

export function notifications(
  change: (all: readonly DraftedNotification[]) => readonly DraftedNotification[],
): AnswerChange {
  return (answer: Answer) => ({ ...answer, notifications: change(answer.notifications) });
}

export function withoutNotification(kind: string): AnswerChange {
  return notifications((all) => all.filter((notification) => notification.kind !== kind));
}

export function inNotification(kind: string, pointer: string, change: Change): AnswerChange {
  return notifications((all) =>
    all.map((told) => (told.kind === kind ? { ...told, data: changeAt(told.data, pointer, change) } : told)),
  );
}
