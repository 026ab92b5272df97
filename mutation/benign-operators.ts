import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import type { ContentCoding, WireForm } from '../src/mock/answer.ts';
import { textOfBody } from '../src/mock/faults/changes.ts';
import type { AnswerChange } from '../src/mock/faults/fault.ts';
import { isJsonArray, isJsonObject, type Json } from '../src/model/json.ts';
import { IN_TIME_MS } from './deadline.ts';

/** A change that no document forbids, so that nobody may be blamed for it. */
export interface BenignOperator {
  readonly name: string;
  readonly change: AnswerChange;
}

const GZIP: ContentCoding = { name: 'gzip', encode: (bytes) => gzipSync(bytes) };
const DEFLATE: ContentCoding = { name: 'deflate', encode: (bytes) => deflateSync(bytes) };
const BROTLI: ContentCoding = { name: 'br', encode: (bytes) => brotliCompressSync(bytes) };

/** The same answer in another form: of the connection, of the headers, of the JSON text. */
export const FORM_OPERATORS: readonly BenignOperator[] = [
  { name: 'gzip', change: wire({ coding: GZIP }) },
  { name: 'deflate', change: wire({ coding: DEFLATE }) },
  { name: 'brotli', change: wire({ coding: BROTLI }) },
  { name: 'chunked', change: wire({ chunkBytes: 1000 }) },
  // Pieces so small split texts, numbers and the bytes of a single letter.
  { name: 'chunked-in-odd-places', change: wire({ chunkBytes: 7 }) },
  { name: 'gzip-and-chunked', change: wire({ coding: GZIP, chunkBytes: 11 }) },
  { name: 'header-capitals', change: wire({ headerCase: 'upper' }) },
  { name: 'slow-but-in-time', change: (answer) => delivered(answer, {}, IN_TIME_MS) },
  { name: 'charset-parameter', change: labelled('application/json; charset=utf-8') },
  { name: 'charset-in-quotes', change: labelled('application/json;charset="UTF-8"') },
  { name: 'other-parameter', change: labelled('application/json; version=1; odata.metadata=none') },
  { name: 'media-type-capitals', change: labelled('Application/JSON') },
  { name: 'extra-header', change: header('x-request-id', '17') },
  { name: 'rate-limit-headers', change: header('x-ratelimit-remaining', '9') },
  { name: 'cookie', change: header('set-cookie', 'session=1; HttpOnly') },
  { name: 'pretty-printed', change: onText((text) => JSON.stringify(JSON.parse(text), null, 4)) },
  { name: 'padded', change: onText((text) => `\r\n\t ${text} \n`) },
  { name: 'escaped-unicode', change: onText(escapeLetters) },
  { name: 'keys-reversed', change: onBody(reversedKeys) },
];

function delivered(
  answer: Parameters<AnswerChange>[0],
  form: WireForm,
  delayMs = 0,
): ReturnType<AnswerChange> {
  return { ...answer, delivery: { kind: 'whole', delayMs, form } };
}

function wire(form: WireForm): AnswerChange {
  return (answer) => (hasBody(answer) || form.headerCase !== undefined ? delivered(answer, form) : answer);
}

function hasBody({ body, text }: Parameters<AnswerChange>[0]): boolean {
  return (text ?? body) !== undefined && text !== '';
}

function onText(change: (text: string) => string): AnswerChange {
  const changed = textOfBody(change);
  return (answer, request) => (hasBody(answer) ? changed(answer, request) : answer);
}

export function onBody(change: (value: Json) => Json): AnswerChange {
  return (answer) => (answer.body === undefined ? answer : { ...answer, body: change(answer.body) });
}

function header(name: string, value: string): AnswerChange {
  return (answer) => ({ ...answer, headers: { ...answer.headers, [name]: value } });
}

function labelled(type: string): AnswerChange {
  const change = header('content-type', type);
  return (answer, request) => (hasBody(answer) ? change(answer, request) : answer);
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
