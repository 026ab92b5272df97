// What arrived, read once.
import type { IncomingMessage } from 'node:http';
import type { Pair } from '../model/exchange.ts';
import type { Json } from '../model/json.ts';

export interface MockRequest {
  readonly method: string;
  /** Path below the origin, as received. */
  readonly fullPath: string;
  readonly query: readonly Pair[];
  /** Names in lower case. */
  readonly headers: readonly Pair[];
  /** Undefined when there is no body or it is no JSON. */
  readonly body: Json | undefined;
}

export async function readRequest(incoming: IncomingMessage): Promise<MockRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  const url = new URL(incoming.url ?? '/', 'http://127.0.0.1');
  return {
    method: incoming.method ?? 'GET',
    fullPath: url.pathname,
    query: [...url.searchParams],
    headers: readHeaders(incoming),
    body: parseJson(Buffer.concat(chunks).toString('utf8')),
  };
}

function readHeaders(incoming: IncomingMessage): readonly Pair[] {
  return Object.entries(incoming.headersDistinct).map(([name, values]) => [name, (values ?? []).join(', ')]);
}

function parseJson(text: string): Json | undefined {
  try {
    // JSON.parse yields nothing but Json.
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
