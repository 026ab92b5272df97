// A request and the notifications that belong to it, from a server that sends and from one that does not let us hear.
import { expect, it, onTestFinished } from 'vitest';
import { diagnoseFailure } from '../../src/diagnosis/diagnose-failure.ts';
import { exampleSubject } from '../../src/judges/example-subject.ts';
import { setupTroubleOf } from '../../src/judges/setup-trouble.ts';
import { createHttpClient } from '../../src/targets/http-client.ts';
import type { ListenOptions } from '../../src/targets/notification-listener.ts';
import { type ObtainOptions, obtainExchange } from '../../src/targets/obtain-exchange.ts';
import { outgoing, planned } from '../fixtures/exchange-parts.ts';
import { serveHttp } from '../fixtures/loopback-server.ts';
import { type ScriptedBayeux, serveScripted } from './scripted-bayeux.ts';

const { operation } = exampleSubject({});
const OWN = [
  { kind: 'made', thing: '9' },
  { kind: 'told', thing: '9' },
] as const;

/** The exchange with a vendor that does this when it is asked, and how often it was. */
async function obtain(
  bayeux: ScriptedBayeux,
  onAsked: () => void,
  options: Partial<ObtainOptions> = {},
): Promise<{ readonly exchange: Awaited<ReturnType<typeof obtainExchange>>; readonly asked: number }> {
  const vendor = await serveHttp((_, response) => {
    onAsked();
    response.setHeader('content-type', 'application/json');
    setTimeout(() => response.end('{"id":7,"name":"a"}'), 30);
  });
  const client = createHttpClient({ timeoutMs: 2000 });
  onTestFinished(() => client.close());
  const sending = { planned: planned(), request: outgoing(), operation, pathTemplate: '/things/{id}' };
  const exchange = await obtainExchange(sending, {
    ...{ baseUrl: vendor.origin, client, timeoutMs: 5000, settleMs: 20 },
    // The notifications of this vendor come from elsewhere.
    listen: async (asked) => {
      const { openNotificationListener } = await import('../../src/targets/notification-listener.ts');
      return openNotificationListener({ ...asked, url: bayeux.url, timeoutMs: 5000 });
    },
    ...options,
  });
  return { exchange, asked: vendor.asked.length };
}

it('what comes before the answer counts', async () => {
  const bayeux = await serveScripted();
  const { exchange } = await obtain(bayeux, () => bayeux.push('/things', ...OWN));
  expect(exchange.notifications.map(({ data }) => data)).toEqual(OWN);
  expect(exchange.notificationWait.kind).toBe('complete');
  expect(exchange.notifications[0]?.afterMs).toBeLessThanOrEqual(exchange.timing.responseMs);
});

it('what comes after the deadline, while listening is being ended, was not heard', async () => {
  const bayeux = await serveScripted({
    script: ({ channel }, usual) =>
      channel === '/meta/disconnect' ? [{ channel: '/things', data: OWN[1] }, ...usual()] : undefined,
  });
  const onAsked = () => bayeux.push('/things', OWN[0]);
  const { exchange } = await obtain(bayeux, onAsked, { timeoutMs: 1000 });
  expect(exchange.notifications.map(({ data }) => data)).toEqual([OWN[0]]);
  expect(exchange.notificationWait).toEqual({ kind: 'deadline', deadlineMs: 1000 });
});

it('what may have been missed is not called missing', async () => {
  const bayeux = await serveScripted();
  const { exchange } = await obtain(
    bayeux,
    () => {
      bayeux.push('/things', OWN[0]);
      setTimeout(() => bayeux.forget(), 50);
    },
    { timeoutMs: 1000 },
  );
  expect(exchange.notifications.map(({ data }) => data)).toEqual([OWN[0]]);
  expect(exchange.notificationWait).toMatchObject({
    kind: 'failed',
    failure: { phase: 'notifications', code: 'LOST' },
  });
});

it('a lost session does no harm where everything had come', async () => {
  const bayeux = await serveScripted();
  const { exchange } = await obtain(bayeux, () => {
    bayeux.push('/things', ...OWN);
    setTimeout(() => bayeux.forget(), 15);
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
