import { userErrors } from '../errors/catalogue.ts';
import type { ReceivedResponse } from '../model/exchange.ts';
import { firstOf, type Members, membersOf, textOf } from './members-of.ts';
import { bodyOfValue, bodyReader } from './read-body.ts';
import { readHeaders } from './read-headers.ts';

/** A response of whatever client, and what it tells of its request. */
export interface ReadResponse {
  readonly response: ReceivedResponse;
  readonly url: string | undefined;
  /** As the client keeps it beside the response. */
  readonly request: unknown;
}

/**
 * Reads what `fetch`, undici, axios, supertest, got or node-fetch give, and plain `{ status, headers, body }`. A body
 * that its client has parsed already counts as the JSON it was parsed from.
 */
export async function readResponse(given: unknown): Promise<ReadResponse> {
  const members = membersOf(given);
  const status = firstOf(members, 'status', 'statusCode');
  if (members === undefined || typeof status !== 'number')
    throw userErrors.responseUnreadable('no status', 'a response, or { status, headers, body }');
  if (members['bodyUsed'] === true)
    throw userErrors.responseUnreadable(
      'a body that has been read already',
      'a response before its body is read, or response.clone()',
    );
  const headers = readHeaders(firstOf(members, 'headers', 'header'));
  return {
    response: { status, headers, body: await readBody(given, members) },
    url: textOf(members['url']),
    request: firstOf(members, 'config', 'request'),
  };
}

async function readBody(given: unknown, members: Members): Promise<ReceivedResponse['body']> {
  const read = bodyReader(given) ?? bodyReader(members['body']);
  if (read !== undefined) {
    if (membersOf(members['body'])?.['bodyUsed'] === true)
      throw userErrors.responseUnreadable('a body that has been read already', 'its text as body');
    return read();
  }
  // supertest keeps the text beside what it made of it; axios calls its body data.
  const text = typeof members['text'] === 'string' ? members['text'] : undefined;
  return bodyOfValue(text ?? firstOf(members, 'data', 'body'));
}
