// A mock as a tenant: somebody's account, reached by nothing but its own API.

import { loadRecipes, ownRecipes } from '../../src/load/load-recipes.ts';
import type { Mock } from '../../src/mock/start-mock.ts';
import type { Json } from '../../src/model/json.ts';
import type { StateValues } from '../../src/model/tenant.ts';
import type { Send, SendResult } from '../../src/states/send.ts';
import type { VendorMeans } from '../../src/states/vendor-means.ts';
import { createHttpClient } from '../../src/targets/http-client.ts';
import { suite } from '../fixtures/committed-suite.ts';
import { establish } from '../mock/mock-client.ts';

export const recipes = loadRecipes(ownRecipes(), suite);

/** Credentials of each vendor, by the states of the mock that give them out. */
const LOGINS = {
  acquire: { state: 'an API key', wanted: { apiKey: '' } },
  rocketchat: { state: 'a user who may manage departments', wanted: { authToken: '', userId: '' } },
  genesys: { state: 'an agent with an active chat', wanted: { authorization: '' } },
} as const;

export type MockedVendor = keyof typeof LOGINS;

/** What the tenant file of somebody with that mock would say. */
export function meansOn(
  mock: Mock,
  vendor: MockedVendor,
  states: Readonly<Record<string, StateValues>> = {},
  stateCredentials: VendorMeans['stateCredentials'] = {},
): VendorMeans {
  const { state, wanted } = LOGINS[vendor];
  const values = establish(mock, vendor, [state], wanted);
  const credentials = Object.fromEntries(Object.keys(wanted).map((name) => [name, textOf(values[name])]));
  const own = recipes.find((candidate) => candidate.vendor === vendor);
  return { vendor, recipes: own, states, credentials, stateCredentials };
}

export function textOf(value: Json | undefined): string {
  if (typeof value !== 'string') throw new TypeError('no text');
  return value;
}

/** Nobody waits for a mock. */
export const pause = (): Promise<void> => Promise.resolve();

export interface RecordingSend {
  readonly send: Send;
  readonly sent: string[];
}

/** Sends over a real socket, and notes method, path and purpose of each request. */
export function sendTo(originOf: (vendor: string) => string): RecordingSend {
  const client = createHttpClient({ timeoutMs: 5_000 });
  const sent: string[] = [];
  const send: Send = async (request, { kind, vendor }): Promise<SendResult> => {
    sent.push(`${kind} ${request.method} ${request.path}`);
    return client.send(originOf(vendor), request);
  };
  return { send, sent };
}
