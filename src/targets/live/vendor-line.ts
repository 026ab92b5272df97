import { createEffectsGuard, type EffectsGuard, type Purse } from '../../effects/effects-guard.ts';
import type { Errand } from '../../effects/errand.ts';
import type { OutgoingRequest } from '../../model/plan.ts';
import type { SessionRules } from '../../model/recipe.ts';
import type { TenantVendor } from '../../model/tenant.ts';
import type { OnWaiting } from '../../model/waiting.ts';
import { fillRequest } from '../../states/fill-request.ts';
import type { Send } from '../../states/send.ts';
import type { ConnectionOptions } from '../connection-options.ts';
import { createHttpClient, type HttpClient, type SendResult } from '../http-client.ts';
import {
  type ListenOptions,
  type NotificationListener,
  openNotificationListener,
} from '../notification-listener.ts';
import { createPacedClient } from '../paced-client.ts';
import { readConnection } from '../read-connection.ts';
import type { LiveTenant } from './live-tenant.ts';
import { VendorSession } from './vendor-session.ts';
import { createWaitingTeller, type WaitingTeller } from './waiting-teller.ts';

/** The one way to a vendor of a live tenant: past the guard, at the vendor's pace, within its session. */
export interface VendorLine {
  readonly guard: EffectsGuard<SendResult>;
  /** A client that asks leave for each request it is given. */
  client(errandOf: (request: OutgoingRequest) => Errand): HttpClient;
  /** The same for requests of recipes. */
  readonly send: Send;
  /** Listens within the vendor's session, if the guard permits it. */
  listen(options: ListenOptions): Promise<NotificationListener>;
  close(): Promise<void>;
}

export function openVendorLine(
  vendor: TenantVendor,
  live: LiveTenant,
  purse: Purse,
  onWaiting: OnWaiting,
): VendorLine {
  const { tenant, productionWord } = live;
  const recipes = live.recipes.find((one) => one.vendor === vendor.vendor);
  const rules = recipes?.session ?? NO_SESSION;
  const signIn = Object.keys(recipes?.signIn ?? {}).map((name) => name.toLowerCase());
  const sessions = new Map<string, VendorSession>();
  const connection = readConnection(vendor, live.secrets.secretOf);
  const teller = createWaitingTeller(vendor, onWaiting);
  const wire = openWire(vendor, connection, purse, teller);
  const sessionOf = (request: OutgoingRequest): VendorSession | undefined => {
    const key = signIn.map((name) => headerOf(request, name));
    if (key.some((value) => value === undefined)) return undefined;
    const session = sessions.get(JSON.stringify(key)) ?? new VendorSession(rules, vendor.baseUrl);
    sessions.set(JSON.stringify(key), session);
    return session;
  };
  const carry = async (request: OutgoingRequest, errand: Errand): Promise<SendResult> => {
    const session = sessionOf(request);
    if (session?.needsToken(request) === true) await askForToken(request, session);
    const headers = [...request.headers, ...((await session?.headersFor(request)) ?? [])];
    teller.asking(errand);
    const result = await wire.send(vendor.baseUrl, { ...request, headers }, traitsOf(errand));
    if (result.kind === 'response') await session?.heed(result.response);
    return result;
  };
  const guard = createEffectsGuard({ tenant, vendor, productionWord }, carry, purse);
  const askForToken = async (request: OutgoingRequest, session: VendorSession): Promise<void> => {
    if (rules.csrf === undefined) return;
    const own = Object.fromEntries(request.headers.filter(([name]) => signIn.includes(name.toLowerCase())));
    const filled = fillRequest(rules.csrf.request, {}, own);
    const result = filled.kind === 'filled' ? await permitted(guard, filled.request, TOKEN) : undefined;
    session.takeToken(result?.kind === 'response' ? result.response.headers : []);
  };
  return {
    guard,
    client: (errandOf) => ({
      send: (_, request) => permitted(guard, request, errandOf(request)),
      close: async () => undefined,
    }),
    send: async (request, { kind, says, effects, names }) => {
      const errand: Errand = { ...TOKEN, purpose: kind, says, effects, names };
      const answer = guard.ask(errand, request);
      if (answer.kind === 'refused')
        return { kind: 'held-back', reason: `${answer.refusal.says}. ${answer.refusal.next}` };
      return guard.send(answer.permit, request);
    },
    listen: async (options) => {
      const { pathname } = new URL(options.url);
      const request = {
        method: 'POST',
        path: pathname,
        query: [],
        headers: options.headers,
        body: undefined,
      };
      const answer = guard.ask({ ...TOKEN, says: `listens to ${options.channel}` }, request);
      if (answer.kind === 'refused')
        throw new NotPermittedError(`${answer.refusal.says}. ${answer.refusal.next}`);
      const session = sessionOf(request);
      if (session?.needsToken(request) === true) await askForToken(request, session);
      const headers = [...options.headers, ...((await session?.headersFor(request)) ?? [])];
      return openNotificationListener({
        ...options,
        headers,
        connection,
        connectMs: vendor.timeouts.connectMs,
      });
    },
    close: () => wire.close(),
  };
}

function openWire(
  vendor: TenantVendor,
  connection: ConnectionOptions,
  purse: Purse,
  teller: WaitingTeller,
): HttpClient {
  const { timeouts, pace } = vendor;
  const { answerMs, connectMs } = timeouts;
  const client = createHttpClient({ timeoutMs: answerMs, connectMs, connection });
  return createPacedClient({
    client,
    pace,
    clock: { now: () => Date.now(), sleep: teller.pause },
    mayRepeat: () => {
      if (purse.left.requests < 1) return false;
      purse.pay(TOKEN);
      return true;
    },
  });
}

/** Code of a request that the guard has held back. */
export const NOT_PERMITTED = 'NOT_PERMITTED';

class NotPermittedError extends Error {
  readonly code = NOT_PERMITTED;
}

const NO_SESSION: SessionRules = { keepsCookies: false, csrf: undefined, basis: 'nothing is known' };

const TOKEN: Errand = {
  purpose: 'session',
  says: 'asks for the token that goes with every change',
  ...{ operation: undefined, sending: undefined },
  effects: ['reads'],
  names: [],
  isReading: false,
};

/** Sends what the guard permits; what it refuses has not left, and says why. */
async function permitted(
  guard: EffectsGuard<SendResult>,
  request: OutgoingRequest,
  errand: Errand,
): Promise<SendResult> {
  const answer = guard.ask(errand, request);
  if (answer.kind === 'permitted') return guard.send(answer.permit, request);
  const message = `${answer.refusal.says}. ${answer.refusal.next}`;
  return { kind: 'failure', failure: { code: NOT_PERMITTED, phase: 'pace', message }, responseMs: 0 };
}

function traitsOf({ operation, effects }: Errand): { operation?: string; isRepeatable: boolean } {
  return {
    ...(operation === undefined ? {} : { operation }),
    isRepeatable: effects.length > 0 && effects.every((effect) => effect === 'reads'),
  };
}

function headerOf({ headers }: OutgoingRequest, wanted: string): string | undefined {
  return headers.find(([name]) => name.toLowerCase() === wanted)?.[1];
}
