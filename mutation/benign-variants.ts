import type { Answer } from '../src/mock/answer.ts';
import { anotherValue, notifications, textOfBody } from '../src/mock/faults/changes.ts';
import type { AnswerChange } from '../src/mock/faults/fault.ts';
import { isJsonArray, isJsonObject, type Json } from '../src/model/json.ts';

/** A change that no document forbids, so that nobody may be blamed for it. */
export interface BenignOperator {
  readonly name: string;
  readonly change: AnswerChange;
}

export const BENIGN_OPERATORS: readonly BenignOperator[] = [
  {
    name: 'extra-member',
    change: onBody((value) => (isJsonObject(value) ? { ...value, xAddedLater: { a: [1] } } : value)),
  },
  { name: 'extra-members-everywhere', change: onBody(withExtraMembers) },
  { name: 'keys-reversed', change: onBody(reversedKeys) },
  { name: 'pretty-printed', change: textOfBody((text) => JSON.stringify(JSON.parse(text), null, 4)) },
  { name: 'escaped-unicode', change: textOfBody(escapeLetters) },
  { name: 'charset-parameter', change: header('content-type', 'application/json; charset=utf-8') },
  { name: 'media-type-capitals', change: header('content-type', 'Application/JSON') },
  { name: 'extra-header', change: header('x-request-id', '17') },
  { name: 'rate-limit-headers', change: header('x-ratelimit-remaining', '9') },
  { name: 'cookie', change: header('set-cookie', 'session=1; HttpOnly') },
  { name: 'slow-but-in-time', change: (answer) => ({ ...answer, delivery: { kind: 'whole', delayMs: 60 } }) },
  { name: 'other-instants', change: onBody(laterInstants) },
  { name: 'finer-instants', change: onBody(finerInstants) },
  { name: 'instants-with-offset', change: onBody(offsetInstants) },
  { name: 'other-texts', change: onBody(otherTexts) },
  { name: 'news-of-another-chat', change: notifications((all) => [...all.map(ofAnotherCall), ...all]) },
  {
    name: 'undocumented-notification',
    change: notifications((all) =>
      all.flatMap((told) => [told, { ...told, kind: 'x', data: { messageType: 'Typing' } }]),
    ),
  },
];

function onBody(change: (value: Json) => Json): AnswerChange {
  return (answer: Answer) => (answer.body === undefined ? answer : { ...answer, body: change(answer.body) });
}

function header(name: string, value: string): AnswerChange {
  return (answer) =>
    answer.body === undefined && name === 'content-type'
      ? answer
      : { ...answer, headers: { ...answer.headers, [name]: value } };
}

/** Maps keyed by ids are left alone: there a member is a claim, not a field. */
function withExtraMembers(value: Json): Json {
  if (isJsonArray(value)) return value.map(withExtraMembers);
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).map(([key, member]) => [key, withExtraMembers(member)] as const);
  const isMap = entries.length > 0 && entries.every(([key]) => /^\d+$/.test(key));
  const holdsMap = Object.values(value).some(
    (member) => isJsonObject(member) && Object.keys(member).some((key) => /^\d+$/.test(key)),
  );
  return Object.fromEntries(isMap || holdsMap ? entries : [...entries, ['xAddedLater', 'new']]);
}

function reversedKeys(value: Json): Json {
  if (isJsonArray(value)) return value.map(reversedKeys);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, reversedKeys(member)]),
  );
}

/** The first letter of every text and key, written as an escape. */
function escapeLetters(text: string): string {
  return text.replaceAll(
    /"((?:[^"\\]|\\.)*)"/g,
    (_, inner: string) => `"${inner.replace(/^[A-Za-z]/, unicodeEscape)}"`,
  );
}

function unicodeEscape(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

function laterInstants(value: Json): Json {
  return mapTexts(value, (text) =>
    INSTANT.test(text) ? new Date(Date.parse(text) + 86_400_000).toISOString() : text,
  );
}

function finerInstants(value: Json): Json {
  return mapTexts(value, (text) => (INSTANT.test(text) ? text.replace(/(\.\d+)?Z$/, '.123456Z') : text));
}

function offsetInstants(value: Json): Json {
  return mapTexts(value, (text) => (INSTANT.test(text) ? text.replace('Z', '+00:00') : text));
}

/** Titles and descriptions of the vendor's own; texts that echo ours, or tell kinds apart, stay. */
function otherTexts(value: Json): Json {
  return mapMembers(value, (key, member) =>
    ['title', 'description', 'clientOsName', 'photo'].includes(key) && typeof member === 'string'
      ? `${member} ⚑`
      : member,
  );
}

function mapTexts(value: Json, change: (text: string) => string): Json {
  if (typeof value === 'string') return change(value);
  if (isJsonArray(value)) return value.map((member) => mapTexts(member, change));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, mapTexts(member, change)]));
}

function mapMembers(value: Json, change: (key: string, member: Json) => Json): Json {
  if (isJsonArray(value)) return value.map((member) => mapMembers(member, change));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, change(key, mapMembers(member, change))]),
  );
}

function ofAnotherCall(told: Answer['notifications'][number]): Answer['notifications'][number] {
  const data = mapMembers(told.data, (key, member) =>
    ['uri', 'chatUri', 'id'].includes(key) ? anotherValue(member) : member,
  );
  return { ...told, data };
}
