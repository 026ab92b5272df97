import type { Socket } from 'node:net';
import type { Dispatcher } from 'undici';
import { bodyOf } from '../model/body-bytes.ts';
import type { Pair, ReceivedResponse } from '../model/exchange.ts';
import type { OutgoingRequest } from '../model/plan.ts';
import type { ProxyAccess } from './connection-options.ts';
import type { Deadlines } from './deadlines.ts';
import { decodeContent } from './decode-content.ts';
import { proxyAuthorization } from './open-tunnel.ts';
import type { Passage } from './passage.ts';
import { redirectOf } from './redirect-of.ts';
import { clientOver } from './single-connection.ts';

export interface Conversation {
  readonly base: URL;
  readonly request: OutgoingRequest;
  readonly proxy: ProxyAccess | undefined;
  readonly passage: Passage;
  readonly deadlines: Deadlines;
  readonly maxBodyBytes: number;
}

/** Sends one request over a connection that stands, and reads its answer to the end. */
export async function exchangeOver(socket: Socket, conversation: Conversation): Promise<ReceivedResponse> {
  const { base, request, passage, deadlines, maxBodyBytes } = conversation;
  passage.phase = 'response';
  deadlines.connected();
  const client = clientOver(socket, base.origin, {
    // The limits are our own: the client's clock goes by half seconds.
    headersTimeout: 0,
    bodyTimeout: 0,
    maxResponseSize: maxBodyBytes,
    pipelining: 0,
  });
  try {
    // `fetch` forbids the body of a GET that a document asks for; the client below it sends it.
    const answer = await client.request(dispatchOf(conversation));
    passage.phase = 'body';
    const status = answer.statusCode;
    const headers = rawPairs(answer.headers);
    const coded = await readBody(answer.body, deadlines);
    const body = bodyOf(await decodeContent(coded, headers, maxBodyBytes));
    const redirect = redirectOf(status, headers, new URL(pathOf(base, request), base));
    return { status, headers, body, ...(redirect === undefined ? {} : { redirect }) };
  } finally {
    await client.destroy();
  }
}

function dispatchOf(conversation: Conversation): Dispatcher.RequestOptions {
  const { base, request, deadlines } = conversation;
  const path = pathOf(base, request);
  return {
    path: isPassedOn(conversation) ? base.origin + path : path,
    method: methodOf(request.method),
    headers: [...request.headers.flat(), ...signInAtProxy(conversation)],
    body: request.body ?? null,
    responseHeaders: 'raw',
    signal: deadlines.signal,
  };
}

async function readBody(body: AsyncIterable<unknown>, deadlines: Deadlines): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  deadlines.received();
  for await (const piece of body) {
    deadlines.received();
    if (piece instanceof Uint8Array) pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** A proxy is told the whole address of what is not sent through a tunnel (RFC 9112, section 3.2.2). */
function isPassedOn({ base, proxy }: Conversation): boolean {
  return proxy !== undefined && base.protocol === 'http:';
}

function signInAtProxy(conversation: Conversation): readonly string[] {
  return isPassedOn(conversation) ? Object.entries(proxyAuthorization(conversation.proxy)).flat() : [];
}

function pathOf(base: URL, request: OutgoingRequest): string {
  const query = request.query.map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
  );
  const path = base.pathname.replace(/\/$/, '') + request.path;
  return query.length === 0 ? path : `${path}?${query.join('&')}`;
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

function methodOf(method: string): Dispatcher.HttpMethod {
  const known = METHODS.find((candidate) => candidate === method.toUpperCase());
  if (known === undefined) throw new TypeError(`no HTTP method of an OpenAPI operation: ${method}`);
  return known;
}

/** undici's "raw" headers are a flat list of names and values; its types still promise a record. */
function rawPairs(headers: unknown): readonly Pair[] {
  if (!Array.isArray(headers))
    return Object.entries(Object(headers)).map(([name, value]) => [name.toLowerCase(), String(value)]);
  const texts = headers.map((part) => (Buffer.isBuffer(part) ? part.toString('latin1') : String(part)));
  return texts.flatMap((name, index): Pair[] =>
    index % 2 === 0 ? [[name.toLowerCase(), texts[index + 1] ?? '']] : [],
  );
}
