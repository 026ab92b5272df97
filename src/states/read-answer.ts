import { askedWait, sayAskedWait } from '../model/asked-wait.ts';
import { bytesOf } from '../model/body-bytes.ts';
import type { ReceivedResponse } from '../model/exchange.ts';
import type { Json } from '../model/json.ts';
import { jsonEqual, valueAt } from '../model/json-pointer.ts';
import type { AnswerSign, Expectation, ValueSign } from '../model/recipe.ts';

/** An answer as recipes look at it. */
export interface Answer {
  readonly status: number;
  /** Undefined when it is no JSON. */
  readonly body: Json | undefined;
}

export function readAnswer({ status, body }: ReceivedResponse): Answer {
  try {
    // JSON.parse yields nothing but Json.
    return { status, body: JSON.parse(bytesOf(body).toString('utf8')) as Json };
  } catch {
    return { status, body: undefined };
  }
}

/** As the end of a sentence: `status 429, and asks to wait 30 s`. */
export function sayStatus(response: ReceivedResponse): string {
  const wait = askedWait(response);
  return `status ${response.status}${wait === undefined ? '' : `, and ${sayAskedWait(wait)}`}`;
}

/** An answer that is no JSON shows nothing, not even that something is not there. */
export function hasSign({ status, body }: Answer, sign: AnswerSign): boolean {
  if (!sign.status.includes(status)) return false;
  return sign.shows.length === 0 || (body !== undefined && sign.shows.every((value) => shows(body, value)));
}

function shows(body: Json, sign: ValueSign): boolean {
  const found = valueAt(body, sign.at) ?? null;
  return 'is' in sign ? jsonEqual(found, sign.is) : !jsonEqual(found, sign.isNot);
}

/** What the first expectation means that the answer does not meet; undefined when it meets them all. */
export function unmetExpectation({ body }: Answer, expects: readonly Expectation[]): string | undefined {
  return expects.find(({ at, is }) => !jsonEqual(valueAt(body, at) ?? null, is))?.otherwise;
}
