// What breaks on the way, and what is large: as without the proxy, or told by it.
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { request } from 'undici';
import { expect, it, onTestFinished, test } from 'vitest';
import { nobody, serveBytes, serveSockets } from '../fixtures/loopback-server.ts';
import { createAuthority, hasOpenssl } from '../live/certificates.ts';
import { connectRaw, hearing, proxyTo, type RawClient } from './proxied.ts';

const GET = 'GET /acquire/x HTTP/1.1\r\nHost: h\r\n\r\n';

async function problemOf(url: string) {
  const { statusCode, headers, body } = await request(url);
  const text = await body.text();
  return { statusCode, type: headers['content-type'], problem: JSON.parse(text) };
}

const PROBLEM = { statusCode: 502, type: 'application/problem+json' };

it('says what keeps the vendor from being reached', async () => {
  const dead = await problemOf(`${(await proxyTo(await nobody())).origin}/acquire/x`);
  expect(dead).toMatchObject({ ...PROBLEM, problem: { trouble: 'connection-refused', status: 502 } });
  const odd = await problemOf(`${(await proxyTo(await serveBytes('hello\r\n\r\n'))).origin}/acquire/x`);
  expect(odd).toMatchObject({ ...PROBLEM, problem: { trouble: 'not-http' } });
  const mute = await problemOf(`${(await proxyTo(await serveBytes())).origin}/acquire/x`);
  expect(mute).toMatchObject({ ...PROBLEM, problem: { trouble: 'closed-without-answer' } });
});

it('says which vendors there are', async () => {
  const { origin } = await proxyTo('http://vendor.invalid');
  const { statusCode, problem } = await problemOf(`${origin}/acquier/x`);
  expect([statusCode, problem.detail]).toEqual([
    404,
    '/acquier/x was asked for; the path has to begin with /acquire/.',
  ]);
});

test.skipIf(!hasOpenssl)('trusts the authority of the tenant file, and no other', async () => {
  const authority = createAuthority();
  const server = createSecureServer(authority.issue('IP:127.0.0.1'), (_, response) => response.end('secret'));
  onTestFinished(() => {
    server.close();
    authority.remove();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const base = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const strange = await problemOf(`${(await proxyTo(base)).origin}/acquire/x`);
  expect(strange).toMatchObject({ ...PROBLEM, problem: { trouble: 'authority-unknown' } });
  const trusting = await proxyTo(base, { connection: { tls: { ca: authority.cert } } });
  const answer = await request(`${trusting.origin}/acquire/x`);
  expect(await answer.body.text()).toBe('secret');
});

it('breaks an answer off where the vendor does', async () => {
  const origin = await serveBytes('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf');
  const client = connectRaw((await proxyTo(origin)).origin);
  client.socket.write(GET);
  expect(await client.closed).toMatch(/Content-Length: 9\r\n[\s\S]*half$/);
});

it('hangs up on the vendor when the application hangs up', async () => {
  const vendors: RawClient[] = [];
  const origin = await serveSockets((socket) => vendors.push(hearing(socket)));
  const told: string[] = [];
  const silent = {
    sent: () => {},
    answered: () => {},
    received: () => {},
    ended: () => {},
    failed: () => {},
  };
  const watch = () => ({ ...silent, abandoned: () => told.push('abandoned') });
  const client = connectRaw((await proxyTo(origin, { onlooker: { watch } })).origin);
  client.socket.write(GET);
  await expect.poll(() => vendors[0]?.come()).toMatch(/\r\n\r\n$/);
  client.socket.destroy();
  expect(await vendors[0]?.closed).toContain('GET /x');
  expect(told).toContain('abandoned');
});

it('joins both sides once the vendor has changed over to a WebSocket', async () => {
  const CHANGED =
    'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nconnection: Upgrade\r\nSec-WebSocket-Accept: x\r\n\r\n';
  const vendors: RawClient[] = [];
  const origin = await serveSockets((socket) => {
    const vendor = hearing(socket);
    vendors.push(vendor);
    void vendor.until('\r\n\r\n').then(() => socket.write(`${CHANGED}first`));
    void vendor.until('\x81\x00ping').then(() => socket.end('\x88\x00', 'latin1'));
  });
  const client = connectRaw((await proxyTo(origin)).origin);
  client.socket.write(
    'GET /acquire/ws HTTP/1.1\r\nHost: h\r\nUpgrade: websocket\r\nConnection: keep-alive, Upgrade\r\nSec-WebSocket-Key: k\r\n\r\n',
  );
  await client.until('first');
  client.socket.write('\x81\x00ping', 'latin1');
  expect(await client.closed).toBe(`${CHANGED}first\x88\x00`);
  expect(vendors[0]?.come()).toMatch(
    /^GET \/ws HTTP\/1.1\r\nHost: .*\r\nSec-WebSocket-Key: k\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n/,
  );
});

it('passes on that the vendor does not change over, and asks for no other protocol', async () => {
  const origin = await serveSockets((socket) => {
    socket.once('data', () => socket.write('HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno'));
  });
  const { origin: proxy } = await proxyTo(origin);
  const client = connectRaw(proxy);
  client.socket.write(
    'GET /acquire/ws HTTP/1.1\r\nHost: h\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
  );
  expect(await client.closed).toMatch(/^HTTP\/1.1 403 Forbidden\r\nContent-Length: 2\r\n[\s\S]*no$/);
  const asked: RawClient[] = [];
  const plain = await serveSockets((socket) => {
    asked.push(hearing(socket));
    socket.once('data', () => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok'));
  });
  const java = connectRaw((await proxyTo(plain)).origin);
  java.socket.write(
    'POST /acquire/x HTTP/1.1\r\nHost: h\r\nUpgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: A\r\nContent-Length: 2\r\n\r\nhi',
  );
  await java.until('ok');
  await expect
    .poll(() => asked[0]?.come())
    .toMatch(/^POST \/x HTTP\/1.1\r\nHost: .*\r\nContent-Length: 2\r\nConnection: keep-alive\r\n\r\nhi$/);
});

const MEGABYTE = 1024 * 1024;

/** Bytes of buffers that somebody still holds. */
function heldBytes(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().arrayBuffers;
}

it('passes 20 MB both ways without keeping them', async () => {
  const block = randomBytes(MEGABYTE);
  const blocks = Array.from({ length: 20 }, () => block);
  const expected = createHash('sha256').update(Buffer.concat(blocks)).digest('hex');
  let isSent = false;
  const server = createServer(async (asked, response) => {
    const sum = createHash('sha256');
    for await (const chunk of asked) sum.update(chunk);
    response.setHeader('x-sum', sum.digest('hex'));
    for (const one of blocks) if (!response.write(one)) await once(response, 'drain');
    isSent = true;
    response.end();
  });
  onTestFinished(() => {
    server.close();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { origin } = await proxyTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const before = heldBytes();
  const { headers, body } = await request(`${origin}/acquire/x`, {
    method: 'POST',
    body: Readable.from(blocks),
  });
  expect(headers['x-sum']).toBe(expected);
  // Nobody reads yet: what the vendor sends has to wait where it is.
  await new Promise((resolve) => setTimeout(resolve, 200));
  // What is no longer held may take another round to go.
  await expect.poll(() => heldBytes() - before).toBeLessThan(4 * MEGABYTE);
  expect(isSent).toBe(false);
  const sum = createHash('sha256');
  for await (const chunk of body) sum.update(chunk);
  expect([isSent, sum.digest('hex')]).toEqual([true, expected]);
});
