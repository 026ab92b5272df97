// What the tests send, and what comes back.
import { Agent, request } from 'undici';
import { afterEach } from 'vitest';
import { type Mock, type MockOptions, startMock } from '../../src/mock/start-mock.ts';
import type { ProviderState } from '../../src/model/interaction.ts';
import type { Json, JsonObject } from '../../src/model/json.ts';
import { specs } from './documented-specs.ts';

const running: Mock[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((mock) => mock.close()));
});

/** A mock of all vendors that ends with its test. */
export async function runMock(options: Partial<MockOptions> = {}): Promise<Mock> {
  const mock = await startMock({ specs, ...options });
  running.push(mock);
  return mock;
}

export interface Sent {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Json;
}

export interface Received {
  readonly status: number;
  readonly contentType: string | undefined;
  readonly location: string | undefined;
  readonly text: string;
  /** Undefined when the text is no JSON. */
  readonly body: Json | undefined;
}

const agent = new Agent({ pipelining: 0 });

export async function send(baseUrl: string, sent: Sent): Promise<Received> {
  const search = new URLSearchParams(sent.query).toString();
  const url = `${baseUrl}${sent.path}${search === '' ? '' : `?${search}`}`;
  const answer = await request(url, {
    method: sent.method,
    dispatcher: agent,
    headers: { ...(sent.body === undefined ? {} : { 'content-type': 'application/json' }), ...sent.headers },
    ...(sent.body === undefined ? {} : { body: JSON.stringify(sent.body) }),
  });
  const text = await answer.body.text();
  const { 'content-type': contentType, location } = answer.headers;
  return {
    status: answer.statusCode,
    contentType: single(contentType),
    location: single(location),
    text,
    body: parse(text),
  };
}

function single(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.[0];
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** Values of the states, which must be there. */
export function establish(
  mock: Mock,
  vendor: string,
  names: readonly (string | ProviderState)[],
  wanted: JsonObject = {},
): Readonly<Record<string, Json>> {
  const states = names.map((name) => (typeof name === 'string' ? { name, params: {} } : name));
  const resolution = mock.establish(vendor, states, wanted);
  if (resolution.kind === 'unavailable') throw new Error(resolution.reason);
  return resolution.values;
}
