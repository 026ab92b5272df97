// What the proxy makes of what passes: evidence, objections, notifications.
import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { request } from 'undici';
import { expect, onTestFinished, test } from 'vitest';
import { watchBayeux } from '../../src/proxy/bayeux-watch.ts';
import { CopyRoom } from '../../src/proxy/bounded-copy.ts';
import { NotificationDesk } from '../../src/proxy/notification-desk.ts';
import { readRecording } from '../../src/recordings/read-recording.ts';
import { openNotificationListener } from '../../src/targets/notification-listener.ts';
import { serveHttp } from '../fixtures/loopback-server.ts';
import { establish, runMock } from '../mock/mock-client.ts';
import { serveScripted } from '../targets/scripted-bayeux.ts';
import { type ObservingSetup, observingProxy } from './observing.ts';
import { proxyTo } from './proxied.ts';

const JOIN = 'acquire.joinChat';

/** One chat joined through the proxy, by whoever signs in with the key of the mock. */
async function join(faults: readonly string[], setup: ObservingSetup = {}) {
  const mock = await runMock({ faults });
  const { apiKey } = establish(mock, 'acquire', ['an API key'], { apiKey: '' });
  const { caseId } = establish(mock, 'acquire', ['an open case'], { caseId: 0 });
  const proxy = await observingProxy({ acquire: mock.baseUrl('acquire') }, setup);
  const answer = await request(`${proxy.baseUrl('acquire')}/api/v1/crm/messenger/chat/join`, {
    method: 'GET',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ caseId, askJoin: true }),
  });
  return { mock, proxy, apiKey, answer, text: await answer.body.text() };
}

test('what passes is on disk without secrets, can be read again, and is judged', async () => {
  const { proxy, apiKey, answer, text } = await join(['acquire.join-contact-missing']);
  // A vendor that deviates is passed on all the same.
  expect([answer.statusCode, JSON.parse(text).data.contactId]).toEqual([200, undefined]);
  const unmatched = await request(`${proxy.baseUrl('acquire')}/api/v1/account/user`);
  await unmatched.body.text();
  const report = await proxy.report();
  expect(report.operations.map(({ operation, verdict }) => [operation, verdict])).toEqual([
    [JOIN, 'nonconformant'],
  ]);
  expect(report.observation).toMatchObject({ exchanges: 2, matched: 1, unmatchedTotal: 1, unreadTotal: 0 });
  const kept = readFileSync(proxy.evidence, 'utf8');
  expect(kept).not.toContain(String(apiKey));
  expect(kept).not.toContain('127.0.0.1');
  const items = [];
  for await (const item of readRecording(createReadStream(proxy.evidence), 'evidence')) items.push(item);
  expect(items).toMatchObject([
    {
      observed: { url: '/acquire/api/v1/crm/messenger/chat/join', exchange: { request: { method: 'GET' } } },
    },
  ]);
});

test('an answer that breaks what the document states is answered in its place, where that is wanted', async () => {
  const { answer, text, proxy } = await join(['any.status-created'], { enforces: true });
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([502, 'application/problem+json']);
  // Line 22 of the page: "200".
  expect(JSON.parse(text)).toMatchObject({
    operation: JOIN,
    findings: [
      {
        ...{ check: 'response-status', pointer: 'response.status', expected: '200', actual: '201' },
        source: { document: 'acquire-join-chat', lines: [22, 22] },
      },
    ],
  });
  const [exchange] = (await proxy.report()).operations.flatMap(({ exchanges }) => exchanges);
  expect(exchange?.result).toMatchObject({ response: { status: 201 } });
  const sound = await join([], { enforces: true });
  expect([sound.answer.statusCode, Object.keys(JSON.parse(sound.text))]).toEqual([200, ['data']]);
  const unasked = await join(['any.status-created']);
  expect(unasked.answer.statusCode).toBe(201);
});

test('what could not be judged is named, and keeps the gate from being met', async () => {
  const mock = await runMock();
  const { apiKey } = establish(mock, 'acquire', ['an API key'], { apiKey: '' });
  const { caseId } = establish(mock, 'acquire', ['an open case'], { caseId: 0 });
  const trouble = {
    scan: () => {
      throw new Error('a secret would have been written');
    },
  };
  const proxy = await observingProxy({ acquire: mock.baseUrl('acquire') }, trouble);
  const { statusCode, body } = await request(`${proxy.baseUrl('acquire')}/api/v1/crm/messenger/chat/join`, {
    method: 'GET',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ caseId, askJoin: true }),
  });
  await body.text();
  const { observation, exitCode } = await proxy.report();
  expect([statusCode, exitCode]).toEqual([200, 3]);
  expect(observation?.unread).toMatchObject([
    { at: expect.stringMatching(/^request 1 at /), reason: 'a secret would have been written' },
  ]);
});

test('what has effects that were not allowed does not reach the vendor', async () => {
  const { answer, text, mock, proxy } = await join([], { allowedEffects: ['joins-as-person'] });
  expect([answer.statusCode, JSON.parse(text).effects]).toEqual([403, ['notifies-people']]);
  expect([mock.requests, (await proxy.report()).observation?.exchanges]).toEqual([[], 0]);
});

test('credentials are added where there are none, and for no page of a stranger', async () => {
  const { origin, asked } = await serveHttp((_, response) => response.end());
  const { origin: proxy } = await proxyTo(origin, { credentials: [['Authorization', 'Bearer ours']] });
  const ask = async (headers: Readonly<Record<string, string>>) =>
    (await request(`${proxy}/acquire/x`, { headers })).statusCode;
  expect(await ask({})).toBe(200);
  expect(await ask({ authorization: 'Bearer own' })).toBe(200);
  expect(await ask({ origin: 'https://elsewhere.invalid' })).toBe(403);
  expect(await ask({ host: 'rebound.invalid' })).toBe(403);
  const sent = asked.map(({ rawHeaders }) => rawHeaders.find((text) => text.startsWith('Bearer')));
  expect(sent).toEqual(['Bearer ours', 'Bearer own']);
});

const CHANNEL = '/v2/me/chats';
/** For a busy machine alone. */
const PATIENCE_MS = 10_000;

test.each([
  ['long-polling', false],
  ['websocket', false],
  ['websocket', true],
] as const)('hears what is told over %s (packed: %s)', async (transport, packs) => {
  const server = await serveScripted({ packs });
  const desk = new NotificationDesk();
  const room = new CopyRoom(1024 * 1024);
  const watch = () => watchBayeux({ desk, room, most: 1024 * 1024, audience: 'us' });
  const { origin } = await proxyTo(new URL(server.url).origin, { onlooker: { watch }, isAlone: true });
  const hearing = desk.listen('us', CHANNEL);
  const stranger = desk.listen('them', CHANNEL);
  const url = origin + new URL(server.url).pathname;
  const listener = await openNotificationListener({
    url,
    channel: CHANNEL,
    headers: [],
    timeoutMs: PATIENCE_MS,
    transport,
  });
  const text = 'gr\u00fc\u00df dich '.repeat(5000);
  server.push(CHANNEL, 'first');
  server.push(CHANNEL, text);
  await listener.waitUntil((heard) => heard.length === 2, PATIENCE_MS);
  await expect
    .poll(() => hearing.messages.map(({ data }) => data === text), { timeout: PATIENCE_MS })
    .toEqual([false, true]);
  expect([hearing.isPossible(), hearing.isTroubled(), stranger.messages]).toEqual([true, false, []]);
  // A poll that nobody holds at that moment is not cut off.
  const isTroubledByCut = (): boolean => {
    server.cut();
    return hearing.isTroubled();
  };
  await expect.poll(isTroubledByCut, { timeout: PATIENCE_MS }).toBe(true);
  await listener.close();
});

test('200 polls that a vendor holds are held, and leave nothing behind', async () => {
  const held: (() => void)[] = [];
  const { origin } = await serveHttp((_, response) => {
    held.push(() => response.end('[]'));
  });
  const proxy = await observingProxy({ genesys: origin });
  const polls = Array.from({ length: 200 }, () =>
    request(`${proxy.baseUrl('genesys')}/api/v2/notifications`, { method: 'POST', body: '[]' }),
  );
  await expect.poll(() => held.length, { timeout: PATIENCE_MS }).toBe(200);
  for (const end of held) end();
  const answers = await Promise.all(polls.map(async (poll) => (await poll).body.text()));
  expect(new Set(answers)).toEqual(new Set(['[]']));
});

test('a WebSocket that the vendor has left is over, whether or not the application notices', async () => {
  const vendors: Socket[] = [];
  const vendor = createServer().on('upgrade', (incoming, socket: Socket) => {
    vendors.push(socket);
    const key = `${incoming.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
    const accept = createHash('sha1').update(key).digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    socket.write(textFrame([{ channel: CHANNEL, data: 'first' }]));
  });
  await new Promise<void>((resolve) => vendor.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    vendor.close();
  });
  const { port } = vendor.address() as AddressInfo;
  const desk = new NotificationDesk();
  const room = new CopyRoom(1024);
  const watch = () => watchBayeux({ desk, room, most: 1024, audience: 'us' });
  const { origin } = await proxyTo(`http://127.0.0.1:${port}`, { onlooker: { watch }, isAlone: true });
  const before = desk.listen('us', CHANNEL);
  const application = connect({ port: Number(new URL(origin).port), host: '127.0.0.1', allowHalfOpen: true });
  onTestFinished(() => {
    application.destroy();
  });
  application.write(
    'GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n',
  );
  await expect.poll(() => before.messages.length, { timeout: PATIENCE_MS }).toBe(1);
  for (const socket of vendors) socket.destroy();
  await expect.poll(() => before.isTroubled(), { timeout: PATIENCE_MS }).toBe(true);
  expect(before.isPossible()).toBe(false);
  // What is listened to from now on, over another connection, has missed nothing when this one is closed as well.
  const later = desk.listen('us', CHANNEL);
  application.destroy();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(later.isTroubled()).toBe(false);
});

/** Short, and not masked: from a server. */
function textFrame(data: object): Buffer {
  const text = Buffer.from(JSON.stringify(data));
  return Buffer.concat([Buffer.from([0x81, text.length]), text]);
}
