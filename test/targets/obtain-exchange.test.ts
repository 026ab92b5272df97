// A request and the notifications that belong to it, from a server that sends and from one that does not let us hear.
import { expect, it, onTestFinished, vi } from 'vitest';
import { diagnoseFailure } from '../../src/diagnosis/diagnose-failure.ts';
import { exampleSubject } from '../../src/judges/example-subject.ts';
import { setupTroubleOf } from '../../src/judges/setup-trouble.ts';
import { createHttpClient } from '../../src/targets/http-client.ts';
import {
  type ListenOptions,
  type NotificationListener,
  openNotificationListener,
} from '../../src/targets/notification-listener.ts';
import { type ObtainOptions, obtainExchange } from '../../src/targets/obtain-exchange.ts';
import { outgoing, planned } from '../fixtures/exchange-parts.ts';
import { serveHttp } from '../fixtures/loopback-server.ts';
import { type ScriptedBayeux, serveScripted } from './scripted-bayeux.ts';

const { operation } = exampleSubject({});
const OWN = [
  { kind: 'made', thing: '9' },
  { kind: 'told', thing: '9' },
] as const;

/** What the vendor does between being asked and answering; the listener is there where one could be opened. */
type OnAsked = (listener: NotificationListener | undefined) => unknown;

/** The exchange with such a vendor, and how often it was asked. */
async function obtain(
  bayeux: ScriptedBayeux,
  onAsked: OnAsked,
  options: Partial<ObtainOptions> = {},
): Promise<{ readonly exchange: Awaited<ReturnType<typeof obtainExchange>>; readonly asked: number }> {
  let listener: NotificationListener | undefined;
  const vendor = await serveHttp(async (_, response) => {
    await onAsked(listener);
    response.setHeader('content-type', 'application/json');
    response.end('{"id":7,"name":"a"}');
  });
  const client = createHttpClient({ timeoutMs: 2000 });
  onTestFinished(() => client.close());
  const sending = { planned: planned(), request: outgoing(), operation, pathTemplate: '/things/{id}' };
  const exchange = await obtainExchange(sending, {
    ...{ baseUrl: vendor.origin, client, timeoutMs: 5000, settleMs: 20 },
    // The notifications of this vendor come from elsewhere.
    listen: async (asked) => {
      listener = await openNotificationListener({ ...asked, url: bayeux.url, timeoutMs: 5000 });
      return listener;
    },
    ...options,
  });
  return { exchange, asked: vendor.asked.length };
}

const heard = (listener: NotificationListener | undefined, count: number) =>
  listener?.waitUntil(({ length }) => length >= count, 5000);

/** The server has forgotten the session, and the listener knows it. */
async function lose(bayeux: ScriptedBayeux, listener: NotificationListener | undefined): Promise<void> {
  bayeux.forget();
  await vi.waitFor(() => expect(listener?.trouble()).toBeDefined(), 5000);
}

it('what comes before the answer counts', async () => {
  const bayeux = await serveScripted();
  const { exchange } = await obtain(bayeux, (listener) => {
    bayeux.push('/things', ...OWN);
    return heard(listener, 2);
  });
  expect(exchange.notifications.map(({ data }) => data)).toEqual(OWN);
  expect(exchange.notificationWait.kind).toBe('complete');
  expect(exchange.notifications[0]?.afterMs).toBeLessThanOrEqual(exchange.timing.responseMs);
});

it('what comes after the deadline, while listening is being ended, was not heard', async () => {
  const bayeux = await serveScripted({
    script: ({ channel }, usual) =>
      channel === '/meta/disconnect' ? [{ channel: '/things', data: OWN[1] }, ...usual()] : undefined,
  });
  const onAsked: OnAsked = (listener) => {
    bayeux.push('/things', OWN[0]);
    return heard(listener, 1);
  };
  const { exchange } = await obtain(bayeux, onAsked, { timeoutMs: 100 });
  expect(exchange.notifications.map(({ data }) => data)).toEqual([OWN[0]]);
  expect(exchange.notificationWait).toEqual({ kind: 'deadline', deadlineMs: 100 });
});

it('what may have been missed is not called missing', async () => {
  const bayeux = await serveScripted();
  const { exchange } = await obtain(
    bayeux,
    async (listener) => {
      bayeux.push('/things', OWN[0]);
      await heard(listener, 1);
      await lose(bayeux, listener);
    },
    { timeoutMs: 100 },
  );
  expect(exchange.notifications.map(({ data }) => data)).toEqual([OWN[0]]);
  expect(exchange.notificationWait).toMatchObject({
    kind: 'failed',
    failure: { phase: 'notifications', code: 'LOST' },
  });
});

it('a lost session does no harm where everything had come', async () => {
  const bayeux = await serveScripted();
  const { exchange } = await obtain(bayeux, async (listener) => {
    bayeux.push('/things', ...OWN);
    await heard(listener, 2);
    await lose(bayeux, listener);
  });
  expect(exchange.notificationWait.kind).toBe('complete');
});

it('what has to be listened to is not sent where that cannot be, and the setup is at fault', async () => {
  const bayeux = await serveScripted({ refuses: () => 401 });
  const { exchange, asked } = await obtain(bayeux, () => {}, { listening: 'needed' });
  expect(asked).toBe(0);
  const { result } = exchange;
  expect(result).toMatchObject({
    failure: { phase: 'notifications', message: expect.stringContaining('not sent') },
  });
  if (result.kind !== 'failure') throw new Error('it was sent');
  expect(diagnoseFailure(result.failure).id).toBe('notifications-refused');
  expect(setupTroubleOf(exampleSubject({ failure: result.failure }))?.id).toBe('notifications-refused');
});

it('what is only wanted to be listened to is sent all the same', async () => {
  const bayeux = await serveScripted({ refuses: () => 401 });
  const { exchange, asked } = await obtain(bayeux, () => {}, { listening: 'wanted' });
  expect(asked).toBe(1);
  expect(exchange.result.kind).toBe('response');
  expect(exchange.notificationWait).toMatchObject({ kind: 'failed', failure: { code: 'REFUSED' } });
});

it('a tenant’s own way of listening goes before that of the spec, and can be looked at', async () => {
  const seen: ListenOptions[] = [];
  const bayeux = await serveScripted();
  await obtain(bayeux, () => {}, {
    listening: 'needed',
    hearing: {
      ...{ transport: 'websocket', endpoint: '/gate/notifications', channel: '/mine' },
      headers: [['X-Csrf-Token', 't']],
      connection: { proxy: { url: 'http://127.0.0.1:9' } },
    },
    listen: async (options) => {
      seen.push(options);
      throw new Error('enough seen');
    },
  });
  expect(seen).toMatchObject([
    {
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/gate\/notifications$/),
      ...{ transport: 'websocket', channel: '/mine', headers: [['X-Csrf-Token', 't']] },
      connection: { proxy: { url: 'http://127.0.0.1:9' } },
    },
  ]);
});
