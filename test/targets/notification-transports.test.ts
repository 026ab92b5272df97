// The same of both transports, over real sockets, from servers that behave and servers that do not.
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { diagnoseFailure } from '../../src/diagnosis/diagnose-failure.ts';
import {
  type ListenOptions,
  type NotificationListener,
  openNotificationListener,
} from '../../src/targets/notification-listener.ts';
import { failureOf } from '../../src/targets/send-failure.ts';
import { serveBytes } from '../fixtures/loopback-server.ts';
import { serveBayeux } from './bayeux-server.ts';
import { serveScripted } from './scripted-bayeux.ts';

const CHANNEL = '/v2/me/chats';

async function listen(url: string, options: Partial<ListenOptions>): Promise<NotificationListener> {
  const listener = await openNotificationListener({
    ...{ url, channel: CHANNEL, headers: [], timeoutMs: 5000 },
    ...options,
  });
  onTestFinished(() => listener.close());
  return listener;
}

/** The trouble that keeps a listener from being opened. */
async function troubleOpening(url: string, options: Partial<ListenOptions>): Promise<string> {
  const error: unknown = await listen(url, options).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error === undefined ? 'none' : diagnoseFailure(failureOf(error, 'notifications')).id;
}

function troubleOf(listener: NotificationListener): string {
  const trouble = listener.trouble();
  return trouble === undefined ? 'none' : diagnoseFailure(failureOf(trouble, 'notifications')).id;
}

describe.each(['long-polling', 'websocket'] as const)('over %s', (transport) => {
  it('all is heard in its order, and nothing is left at the server', async () => {
    const server = await serveScripted();
    const listener = await listen(server.url, { transport });
    for (const number of [1, 2, 3]) server.push(CHANNEL, number);
    expect(await listener.waitUntil((heard) => heard.length >= 3, 5000)).toBe('enough');
    expect(listener.heard.map(({ data }) => data)).toEqual([1, 2, 3]);
    await listener.close();
    expect(server.sessions()).toBe(0);
    expect(server.channels()).toEqual(['/meta/handshake', '/meta/subscribe', '/meta/disconnect']);
    expect(troubleOf(listener)).toBe('none');
  });

  it('each request has the headers given, and the cookies of both sides', async () => {
    const server = await serveScripted();
    const given = [
      ['Cookie', 'JSESSIONID=one'],
      ['X-Csrf-Token', 't'],
    ] as const;
    const listener = await listen(server.url, { transport, headers: given });
    server.forget();
    server.cut();
    await listener.waitUntil(() => server.sessions() > 0, 3000);
    expect(server.headers[0]).toMatchObject({ cookie: 'JSESSIONID=one', 'x-csrf-token': 't' });
    expect(server.headers.at(-1)?.cookie?.split('; ').toSorted()).toEqual(['JSESSIONID=one', 'server=blue']);
    expect(server.headers.at(-1)).toMatchObject({ 'x-csrf-token': 't' });
  });

  it('a session that was lost is had again, and what may have been missed is said', async () => {
    const server = await serveScripted();
    const listener = await listen(server.url, { transport });
    server.forget();
    await listener.waitUntil(() => server.channels().length >= 4, 5000);
    server.push(CHANNEL, 'after');
    expect(await listener.waitUntil((heard) => heard.length > 0, 5000)).toBe('enough');
    expect(listener.heard.map(({ data }) => data)).toEqual(['after']);
    expect(server.channels()).toEqual([
      ...['/meta/handshake', '/meta/subscribe', '/meta/handshake', '/meta/subscribe'],
    ]);
    expect(troubleOf(listener)).toBe('notifications-lost');
  });

  it('a handshake answered twice subscribes once, and nothing is heard twice', async () => {
    const server = await serveScripted({
      script: ({ channel }, usual) => {
        if (channel !== '/meta/handshake') return undefined;
        const [reply] = usual();
        return reply === undefined ? [] : [reply, reply];
      },
    });
    const listener = await listen(server.url, { transport });
    server.push(CHANNEL, 'one');
    await listener.waitUntil((heard) => heard.length > 1, 200);
    expect(listener.heard.map(({ data }) => data)).toEqual(['one']);
    expect(server.channels()).toEqual(['/meta/handshake', '/meta/subscribe']);
  });

  it.each([
    ['/meta/handshake', '403::no', 'notifications-refused'],
    ['/meta/subscribe', '403::denied', 'subscription-refused'],
  ])('%s refused with %s is %s', async (refused, error, trouble) => {
    const server = await serveScripted({
      script: ({ channel, id = '' }) =>
        channel === refused ? [{ channel: refused, id, successful: false, error }] : undefined,
    });
    expect(await troubleOpening(server.url, { transport })).toBe(trouble);
    expect(server.sessions()).toBe(0);
  });

  it.each([
    [401, 'notifications-refused'],
    [403, 'notifications-refused'],
    [429, 'rate-limited'],
    [404, transport === 'websocket' ? 'transport-not-offered' : 'notifications-not-spoken'],
  ])('a request refused with %i is %s', async (status, trouble) => {
    const server = await serveScripted({ refuses: () => status });
    expect(await troubleOpening(server.url, { transport })).toBe(trouble);
    expect(server.headers).toHaveLength(1);
  });

  it('another transport is not taken instead of one that the server has not', async () => {
    const server = await serveScripted({
      script: ({ channel }, usual) =>
        channel === '/meta/handshake'
          ? usual().map((reply) => ({ ...reply, supportedConnectionTypes: ['callback-polling'] }))
          : undefined,
    });
    expect(await troubleOpening(server.url, { transport })).toBe('transport-not-offered');
  });

  it.each([
    ['none', 'notifications-ended', 2],
    ['handshake', 'notifications-lost', 4],
    ['elsewhere', 'none', 2],
  ])('advice to reconnect by “%s” is taken', async (reconnect, trouble, messages) => {
    let isAdvising = true;
    const server = await serveScripted({
      script: ({ channel, advice }, usual) => {
        if (channel !== '/meta/connect' || advice !== undefined || !isAdvising) return undefined;
        isAdvising = false;
        return usual().map((reply) => ('successful' in reply ? { ...reply, advice: { reconnect } } : reply));
      },
    });
    const listener = await listen(server.url, { transport });
    await listener.waitUntil(() => false, 100);
    server.push(CHANNEL, 'one');
    await listener.waitUntil((heard) => heard.length > 0, 3000);
    await vi.waitFor(() => expect(server.channels()).toHaveLength(messages), 3000);
    expect(listener.heard.map(({ data }) => data)).toEqual(['one']);
    expect(troubleOf(listener)).toBe(trouble);
  });

  it('a broken connection is made again, and what may have been missed is said', async () => {
    const server = await serveScripted();
    const listener = await listen(server.url, { transport });
    await listener.waitUntil(() => false, 50);
    server.cut();
    await listener.waitUntil(() => listener.trouble() !== undefined, 5000);
    expect(troubleOf(listener)).toBe('notifications-lost');
    await listener.waitUntil(() => false, 1300);
    server.push(CHANNEL, 'after');
    expect(await listener.waitUntil((heard) => heard.length > 0, 5000)).toBe('enough');
  });

  it.each([
    ['bytes', { bytes: 2000 }],
    ['messages', { messages: 20 }],
  ])('more %s than one listener takes end it', async (_, limits) => {
    const server = await serveScripted();
    const listener = await listen(server.url, { transport, limits });
    server.push(CHANNEL, ...Array.from({ length: 30 }, () => 'x'.repeat(100)));
    expect(await listener.waitUntil(() => false, 5000)).toBe('over');
    expect(troubleOf(listener)).toBe('notifications-overflow');
    expect(listener.heard).toEqual([]);
  });

  it('a server that never says goodbye is not waited for', async () => {
    const server = await serveScripted({
      script: ({ channel }) => (channel === '/meta/disconnect' ? [{ channel: '/meta/pardon' }] : undefined),
    });
    const listener = await listen(server.url, { transport });
    const started = performance.now();
    await listener.close();
    expect(performance.now() - started).toBeLessThan(1000);
    const { length } = server.asked;
    await listener.waitUntil(() => false, 200);
    expect(server.asked).toHaveLength(length);
  });

  it.each([
    ['says nothing', () => serveBytes(''), 'notifications-lost'],
    ['says something else', () => serveBytes('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}'), undefined],
  ])('a server that %s is told apart', async (_, serve, trouble) => {
    const other = transport === 'websocket' ? 'transport-not-offered' : 'notifications-not-spoken';
    expect(await troubleOpening(await serve(), { transport, timeoutMs: 500 })).toBe(trouble ?? other);
  });
});

describe('over websocket', () => {
  const transport = 'websocket';

  it('a server that has long-polling only is told as that', async () => {
    const server = await serveBayeux();
    expect(await troubleOpening(server.url, { transport })).toBe('transport-not-offered');
  });

  it('a message that unpacks to too much is given up, and never heard', async () => {
    const server = await serveScripted({ packs: true });
    const listener = await listen(server.url, { transport, limits: { bytes: 5000 } });
    server.push(CHANNEL, 'x'.repeat(1_000_000));
    await listener.waitUntil(() => listener.trouble() !== undefined, 5000);
    expect(troubleOf(listener)).toBe('notifications-lost');
    expect(listener.heard).toEqual([]);
  });

  it('bytes where text belongs are no messages', async () => {
    const server = await serveScripted({ raw: () => Buffer.from([0, 1, 2]) });
    expect(await troubleOpening(server.url, { transport })).toBe('notifications-not-spoken');
  });
});
