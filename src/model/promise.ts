import type { Json } from './json.ts';

const PROMISE = /^\{([A-Za-z][A-Za-z0-9]*)(?: as [a-z-]+)?\}$/;

/** Stands in a plan for a value that is still to be made. */
export function promiseOf(name: string): string {
  return `{${name}}`;
}

export function isPromise(value: Json): value is string {
  return typeof value === 'string' && PROMISE.test(value);
}

/** The same value in another form: `{caseId as text}`. */
export function bentPromise(promise: string, form: string): string {
  return promise.replace(PROMISE, `{$1 as ${form}}`);
}

/** The promise as it was before it was bent. */
export function plainPromise(promise: string): string {
  return promise.replace(PROMISE, '{$1}');
}
