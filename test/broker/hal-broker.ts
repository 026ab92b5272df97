// A stand-in for a Pact Broker: the resources and links that Pact's own client and our commands go by, in memory.
import type { ServerResponse } from 'node:http';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../src/model/json.ts';
import { type Asked, serveHttp } from '../fixtures/loopback-server.ts';

export interface HalBroker {
  readonly url: string;
  readonly asked: readonly Asked[];
  readonly published: readonly JsonObject[];
  /** Results by the path of the pact they are about. */
  readonly results: readonly { readonly path: string; readonly body: Json }[];
  hold(pact: Json): void;
  /** Lets the pacts be listed at another address. */
  linkTo(origin: string): void;
}

interface Held {
  readonly consumer: string;
  readonly provider: string;
  readonly pact: JsonObject;
}

/** Ends with the test. Who does not send the authorization, where one is given, is turned away. */
export async function startHalBroker(authorization?: string): Promise<HalBroker> {
  const published: JsonObject[] = [];
  const results: { path: string; body: Json }[] = [];
  const held: Held[] = [];
  let listedAt: string | undefined;
  const hold = (pact: Json): void => {
    if (!isJsonObject(pact)) return;
    held.push({ consumer: named(pact['consumer']), provider: named(pact['provider']), pact });
  };
  const { origin, asked } = await serveHttp(({ method, url, body }, response, { headers }) => {
    const isKnown = authorization === undefined || headers.authorization === authorization;
    const json: Json = body === '' ? null : JSON.parse(body);
    const [status, resource] = isKnown ? answerTo(method, url, json) : [401, { errors: ['sign in'] }];
    give(response, status, resource);
  });
  const linkTo = (other: string): void => {
    listedAt = other;
  };
  return { url: origin, asked, published, results, hold, linkTo };

  function answerTo(method: string, path: string, body: Json): readonly [number, Json] {
    if (path === '/') return [200, { _links: indexLinks(origin) }];
    if (path === '/contracts/publish') return [201, publish(body)];
    if (path.endsWith('/results')) {
      results.push({ path: path.replace(/\/results$/, ''), body });
      return [201, {}];
    }
    const provider = /^\/pacts\/provider\/([^/]+)\/latest$/.exec(path)?.[1];
    if (provider !== undefined) return [200, latest(listedAt ?? origin, held, decodeURIComponent(provider))];
    const found = held.findLast((one) => path === pathOf(one));
    if (found !== undefined) return [200, { ...found.pact, _links: pactLinks(origin + path) }];
    return method === 'PUT' ? [201, {}] : [404, {}];
  }

  function publish(body: Json): Json {
    if (!isJsonObject(body)) return {};
    published.push(body);
    const contracts = isJsonArray(body['contracts']) ? body['contracts'] : [];
    for (const one of contracts.filter(isJsonObject)) hold(decoded(String(one['content'])));
    return { notices: [], _links: {} };
  }
}

function decoded(content: string): Json {
  const pact: Json = JSON.parse(Buffer.from(content, 'base64').toString('utf8'));
  return pact;
}

function pactLinks(self: string): JsonObject {
  return { self: { href: self }, 'pb:publish-verification-results': { href: `${self}/results` } };
}

function pathOf({ provider, consumer }: Held): string {
  return `/pacts/provider/${encodeURIComponent(provider)}/consumer/${encodeURIComponent(consumer)}/version/1`;
}

function latest(url: string, held: readonly Held[], provider: string): Json {
  const links = held
    .filter((one) => one.provider === provider)
    .map((one) => ({ href: url + pathOf(one), name: one.consumer }));
  return { _links: { 'pb:pacts': links } };
}

function indexLinks(url: string): JsonObject {
  const version = `${url}/pacticipants/{pacticipant}/versions/{version}`;
  return {
    self: { href: url },
    'pb:publish-contracts': { href: `${url}/contracts/publish` },
    'pb:latest-provider-pacts': { href: `${url}/pacts/provider/{provider}/latest`, templated: true },
    'pb:pacticipant': { href: `${url}/pacticipants/{pacticipant}`, templated: true },
    'pb:pacticipant-version': { href: version, templated: true },
    'pb:pacticipant-version-tag': { href: `${version}/tags/{tag}`, templated: true },
    'pb:pacticipant-branch-version': {
      href: `${url}/pacticipants/{pacticipant}/branches/{branch}/versions/{version}`,
      templated: true,
    },
  };
}

function named(participant: Json | undefined): string {
  return isJsonObject(participant) ? String(participant['name']) : '';
}

function give(response: ServerResponse, status: number, body: Json): void {
  response.writeHead(status, { 'content-type': 'application/hal+json' });
  response.end(JSON.stringify(body));
}
