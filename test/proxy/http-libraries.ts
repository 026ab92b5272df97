// The libraries by which teams call vendors, each in its own words, behind one interface.
import type { Agent } from 'node:http';
import { Readable } from 'node:stream';
import axios from 'axios';
import got from 'got';
import fetch from 'node-fetch';
import type { Pair } from '../../src/model/exchange.ts';
import type { Json } from '../../src/model/json.ts';
import { pairsOf } from '../../src/proxy/hop-by-hop.ts';

export interface Ask {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?:
    | { readonly kind: 'json'; readonly value: Json }
    | { readonly kind: 'bytes'; readonly bytes: Buffer }
    /** Nobody knows its length before it ends. */
    | { readonly kind: 'stream'; readonly text: string };
  /** The library's own habit where it is not given. */
  readonly leavesRedirects?: true;
  readonly signal?: AbortSignal;
}

/** What an application is told, unpacked. */
export interface Told {
  readonly status: number;
  readonly reason: string;
  /** Without those of one connection (RFC 9110, section 7.6.1). */
  readonly headers: readonly Pair[];
  readonly body: string;
}

export interface HttpLibrary {
  readonly ask: (base: string, ask: Ask, agent: Agent) => Promise<Told>;
  /** Can it send the body that a documented GET has? */
  readonly sendsBodyOfGet: boolean;
}

async function byGot(base: string, ask: Ask, agent: Agent): Promise<Told> {
  const { method, path, headers = {}, body, leavesRedirects, signal } = ask;
  const answer = await got(base + path, {
    ...{ method, headers, agent: { http: agent }, allowGetBody: true },
    ...{ retry: { limit: 0 }, throwHttpErrors: false, followRedirect: leavesRedirects !== true },
    ...(signal && { signal }),
    ...(body?.kind === 'json' && { json: body.value }),
    ...(body?.kind === 'bytes' && { body: body.bytes }),
    ...(body?.kind === 'stream' && { body: Readable.from([body.text]) }),
  });
  const { statusCode, statusMessage = '', rawHeaders } = answer;
  const fields = pairsOf(rawHeaders).filter(isEndToEnd);
  return { status: statusCode, reason: statusMessage, headers: fields, body: answer.body };
}

async function byAxios(base: string, ask: Ask, agent: Agent): Promise<Told> {
  const { method, path, headers = {}, body, leavesRedirects, signal } = ask;
  const answer = await axios.request<string>({
    ...{ method, url: base + path, headers, httpAgent: agent, proxy: false },
    ...{ responseType: 'text', transformResponse: (text: string) => text, validateStatus: () => true },
    ...(leavesRedirects && { maxRedirects: 0 }),
    ...(signal && { signal }),
    ...(body?.kind === 'json' && { data: body.value }),
    ...(body?.kind === 'bytes' && { data: body.bytes }),
    ...(body?.kind === 'stream' && { data: Readable.from([body.text]) }),
  });
  const { status, statusText, data } = answer;
  return { status, reason: statusText, headers: fieldsIn(answer.headers), body: data };
}

async function byNodeFetch(base: string, ask: Ask, agent: Agent): Promise<Told> {
  const { method, path, headers = {}, body, leavesRedirects, signal } = ask;
  const answer = await fetch(base + path, {
    ...{ method, agent, headers },
    ...(leavesRedirects && { redirect: 'manual' }),
    ...(signal && { signal }),
    ...(body?.kind === 'json' && {
      body: JSON.stringify(body.value),
      headers: { ...headers, 'Content-Type': 'application/json' },
    }),
    ...(body?.kind === 'bytes' && { body: body.bytes }),
    ...(body?.kind === 'stream' && { body: Readable.from([Buffer.from(body.text)]) }),
  });
  const { status, statusText } = answer;
  return { status, reason: statusText, headers: fieldsIn(answer.headers.raw()), body: await answer.text() };
}

function fieldsIn(headers: object): readonly Pair[] {
  return Object.entries(headers)
    .flatMap(([name, values]: readonly [string, unknown]) =>
      [values].flat().map((value): Pair => [name, String(value)]),
    )
    .filter(isEndToEnd);
}

export function isEndToEnd([name]: Pair): boolean {
  return !/^(connection|keep-alive)$/i.test(name);
}

export const HTTP_LIBRARIES: Readonly<Record<string, HttpLibrary>> = {
  got: { ask: byGot, sendsBodyOfGet: true },
  axios: { ask: byAxios, sendsBodyOfGet: true },
  'node-fetch': { ask: byNodeFetch, sendsBodyOfGet: false },
};
