// HAR files as four exporters write them: what they have in common is the format, what they add or leave out is theirs.
import type { Json } from '../../src/model/json.ts';
import { membersOf, valueAt } from '../../src/model/json-pointer.ts';
import { interactionOf, operationOf, specOf } from '../fixtures/committed-suite.ts';

export const DEPARTMENT = interactionOf('rocketchat.registerDepartment', 'a new department with one agent');

/** What the document shows of a successful answer. */
export function shownAnswer(id: string): Json {
  const { vendor, responses } = operationOf(id);
  const media = responses.find(({ status }) => status === 200)?.schemaPointer;
  const shown = valueAt(specOf(vendor).document, media?.replace(/\/schema$/, '/examples') ?? '') ?? null;
  return membersOf(shown).map(([, example]) => valueAt(example, '/value'))[0] ?? null;
}

export const ANSWER = shownAnswer('rocketchat.registerDepartment');

export interface EntryParts {
  readonly body?: Json;
  readonly answer?: Json | string;
  readonly status?: number;
  readonly url?: string;
  readonly headers?: readonly (readonly [string, string])[];
  readonly request?: object;
  readonly response?: object;
  readonly content?: object;
  readonly more?: object;
}

export const CREDENTIALS = [
  ['X-Auth-Token', 'kXy-8810-token-of-nobody'],
  ['X-User-Id', 'user-of-nobody-77'],
] as const;

export function entry({
  body = DEPARTMENT.request.body ?? null,
  answer = ANSWER,
  status = 200,
  url = 'https://chat.example.org/team/api/v1/livechat/department',
  headers = CREDENTIALS,
  ...parts
}: EntryParts = {}): object {
  const named = [...headers, ['Content-Type', 'application/json']].map(([name, value]) => ({ name, value }));
  const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
  return {
    startedDateTime: '2026-03-01T10:00:00.000Z',
    time: 12.5,
    request: {
      ...{ method: 'POST', url, httpVersion: 'HTTP/1.1', headers: named, queryString: [], cookies: [] },
      ...{
        headersSize: -1,
        bodySize: 10,
        postData: { mimeType: 'application/json', text: JSON.stringify(body) },
      },
      ...parts.request,
    },
    response: {
      ...{ status, statusText: 'OK', httpVersion: 'HTTP/1.1', cookies: [], redirectURL: '' },
      headers: [{ name: 'Content-Type', value: 'application/json' }],
      ...{ headersSize: -1, bodySize: text.length },
      content: { size: text.length, mimeType: 'application/json', text, ...parts.content },
      ...parts.response,
    },
    cache: {},
    timings: { send: 0, wait: 12.5, receive: 0 },
    ...parts.more,
  };
}

export function har(creator: string, entries: readonly object[], spaces?: number): string {
  return JSON.stringify(
    { log: { version: '1.2', creator: { name: creator, version: '1' }, pages: [], entries } },
    null,
    spaces,
  );
}

export async function* inPieces(text: string | Buffer, size = 997): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
