import { describe, expect, it, onTestFinished } from 'vitest';
import { ListenError } from '../../src/targets/listen-error.ts';
import {
  type ListenOptions,
  type NotificationListener,
  openNotificationListener,
} from '../../src/targets/notification-listener.ts';
import { nobody, serveHttp, serveSockets } from '../fixtures/loopback-server.ts';
import { KEY, serveBayeux } from './bayeux-server.ts';

const CHANNEL = '/v2/me/chats';

async function listen(url: string, options: Partial<ListenOptions> = {}): Promise<NotificationListener> {
  const listener = await openNotificationListener({
    url,
    channel: CHANNEL,
    headers: [['Authorization', KEY]],
    timeoutMs: 3000,
    ...options,
  });
  onTestFinished(() => listener.close());
  return listener;
}

describe('what is heard', () => {
  it('is every message of the channel, in the order it was sent', async () => {
    const server = await serveBayeux();
    const listener = await listen(server.url);
    const numbers = Array.from({ length: 30 }, (_, index) => index);
    for (const number of numbers) server.deliver(CHANNEL, { number });
    expect(await listener.waitUntil((heard) => heard.length >= 30, 3000)).toBe('enough');
    expect(listener.heard.map(({ data }) => data)).toEqual(numbers.map((number) => ({ number })));
    const times = listener.heard.map(({ at }) => at);
    expect(times).toEqual(times.toSorted((left, right) => left - right));
  });

  it('is nothing of another channel', async () => {
    const server = await serveBayeux();
    const listener = await listen(server.url);
    server.deliver('/v2/me/calls', { foreign: true });
    server.deliver(CHANNEL, { own: true });
    await listener.waitUntil((heard) => heard.length >= 2, 300);
    expect(listener.heard).toMatchObject([{ channel: CHANNEL, data: { own: true } }]);
  });

  it('is the same for two listeners at one server', async () => {
    const server = await serveBayeux();
    const both = await Promise.all([listen(server.url), listen(server.url)]);
    server.deliver(CHANNEL, 'one');
    for (const listener of both) {
      await listener.waitUntil((heard) => heard.length > 0, 3000);
      expect(listener.heard.map(({ data }) => data)).toEqual(['one']);
    }
  });

  it('is kept apart for two listeners at two servers of one host', async () => {
    const [left, right] = [await serveBayeux(), await serveBayeux()];
    const [first, second] = await Promise.all([listen(left.url), listen(right.url)]);
    left.deliver(CHANNEL, 'left');
    right.deliver(CHANNEL, 'right');
    await Promise.all([first, second].map((each) => each.waitUntil((heard) => heard.length > 0, 3000)));
    expect(first.heard.map(({ data }) => data)).toEqual(['left']);
    expect(second.heard.map(({ data }) => data)).toEqual(['right']);
  });
});

describe('waiting', () => {
  it('ends at the deadline with what was heard until then', async () => {
    const server = await serveBayeux();
    const listener = await listen(server.url);
    server.deliver(CHANNEL, 'one');
    const started = performance.now();
    expect(await listener.waitUntil((heard) => heard.length >= 2, 200)).toBe('deadline');
    expect(performance.now() - started).toBeGreaterThanOrEqual(190);
    expect(listener.heard.map(({ data }) => data)).toEqual(['one']);
  });

  it('ends at once when enough was heard before', async () => {
    const server = await serveBayeux();
    const listener = await listen(server.url);
    server.deliver(CHANNEL, 'one');
    await listener.waitUntil((heard) => heard.length === 1, 3000);
    expect(await listener.waitUntil((heard) => heard.length === 1, 0)).toBe('enough');
  });
});

describe('a listener that cannot be opened', () => {
  const opening = (url: string, options: Partial<ListenOptions> = {}) =>
    listen(url, { timeoutMs: 400, ...options }).then(
      () => undefined,
      (error: unknown) => error,
    );

  it('says that the handshake was refused', async () => {
    const server = await serveBayeux();
    const error = await opening(server.url, { headers: [['Authorization', 'Bearer nobody']] });
    expect(error).toBeInstanceOf(ListenError);
    expect(error).toMatchObject({
      code: 'REFUSED',
      message: expect.stringMatching(/^the handshake was refused: .*403/),
    });
    expect(server.sessions()).toBe(0);
  });

  it.each([
    ['nobody listens', 'connect/ECONNREFUSED', nobody],
    ['nothing is answered', 'NO_ANSWER', () => serveSockets(() => {})],
    [
      'something else is there',
      'NOT_BAYEUX',
      async () => (await serveHttp((__, response) => response.writeHead(404).end())).origin,
    ],
  ])('gives up in its time where %s', async (_, code, server) => {
    const started = performance.now();
    const error = await opening(await server());
    expect(error).toBeInstanceOf(ListenError);
    expect(error).toMatchObject({ code });
    expect(performance.now() - started).toBeLessThan(2500);
  });
});

describe('closing', () => {
  it('ends the session at the server', async () => {
    const server = await serveBayeux();
    const listener = await openNotificationListener({
      url: server.url,
      channel: CHANNEL,
      headers: [['Authorization', KEY]],
      timeoutMs: 3000,
    });
    expect(server.sessions()).toBe(1);
    await listener.close();
    expect(server.sessions()).toBe(0);
  });
});
