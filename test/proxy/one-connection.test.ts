// What happens on one connection in which order: the application must be unable to tell that there are two.
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { expect, it, test } from 'vitest';
import type { TransportFailure } from '../../src/model/exchange.ts';
import type { Onlooker } from '../../src/proxy/onlooker.ts';
import { nobody, serveBytes, serveHttp, serveSockets } from '../fixtures/loopback-server.ts';
import { connectRaw, hearing, proxyTo, type RawClient, withoutHops } from './proxied.ts';

const GET = 'GET /acquire/x HTTP/1.1\r\nHost: h\r\n\r\n';
const HEAD = GET.replace('GET', 'HEAD');
const OK = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok';

/** A vendor whose answers a test gives by hand. */
async function vendorByHand(treat: (vendor: RawClient) => void = () => {}) {
  const heard: RawClient[] = [];
  const origin = await serveSockets((socket: Socket) => {
    const vendor = hearing(socket);
    heard.push(vendor);
    treat(vendor);
  });
  return { origin, heard };
}

const ignore = (): void => {};
const INDIFFERENT = {
  ...{ sent: ignore, answered: ignore, received: ignore },
  ...{ ended: ignore, failed: ignore, abandoned: ignore },
};

/** Writes down how each request ended. */
function onlooker(told: string[], holdsUpTo?: number): Onlooker {
  return {
    watch: () => ({
      ...INDIFFERENT,
      ...(holdsUpTo !== undefined && { holdsUpTo }),
      ended: () => told.push('ended'),
      failed: ({ code }: TransportFailure) => told.push(code),
      abandoned: () => told.push('abandoned'),
    }),
  };
}

it('what is asked in one breath reaches the vendor one after the other, long bodies too', async () => {
  let underway = 0;
  const most: number[] = [];
  const connections = new Set<Socket>();
  const { origin, asked } = await serveHttp((_asked, response, { socket }) => {
    connections.add(socket);
    underway += 1;
    most.push(underway);
    response.writeEarlyHints({ link: `</${most.length}>; rel=preload` });
    setTimeout(() => {
      underway -= 1;
      response.end(`[${most.length}]`);
    }, 20);
  });
  const client = connectRaw((await proxyTo(origin)).origin);
  const long = `POST /acquire/x HTTP/1.1\r\nHost: h\r\nContent-Length: 300000\r\n\r\n${'x'.repeat(300_000)}`;
  client.socket.write(GET + long + long + GET);
  await client.until(/\[4\]/);
  expect([most, connections.size]).toEqual([[1, 1, 1, 1], 1]);
  expect(asked.map(({ method, body }) => [method, body.length])).toEqual([
    ['GET', 0],
    ['POST', 300_000],
    ['POST', 300_000],
    ['GET', 0],
  ]);
  expect(
    client
      .come()
      .match(/<\/\d>|\[\d\]/g)
      ?.join(' '),
  ).toBe('</1> [1] </2> [2] </3> [3] </4> [4]');
});

it('what follows a request and is none is refused after its answer', async () => {
  const { origin, heard } = await vendorByHand();
  const client = connectRaw((await proxyTo(origin)).origin);
  client.socket.write(`${GET}{"caseId":1}`);
  await expect.poll(() => heard[0]?.come()).toMatch(/\r\n\r\n$/);
  heard[0]?.socket.write(OK);
  const given = withoutHops(await client.closed);
  expect(given.startsWith(`${OK}HTTP/1.1 400 Bad Request\r\n`)).toBe(true);
  expect(given).toContain('A body needs a Content-Length or a Transfer-Encoding');
});

it('a body that breaks its own chunks is refused, and the vendor is hung up on', async () => {
  const { origin, heard } = await vendorByHand();
  const told: string[] = [];
  const client = connectRaw((await proxyTo(origin, { onlooker: onlooker(told) })).origin);
  client.socket.write(GET.replace('\r\n\r\n', '\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n'));
  await expect.poll(() => heard[0]?.come()).toMatch(/hi\r\n$/);
  client.socket.write('zz\r\n');
  expect(await client.closed).toMatch(/^HTTP\/1\.1 400 [\s\S]*details="malformed-request"/);
  expect(await heard[0]?.closed).toMatch(/2\r\nhi\r\n$/);
  expect(told).toEqual(['abandoned']);
});

it('a vendor may refuse the body that it was asked leave for', async () => {
  const refusal = 'HTTP/1.1 417 Expectation Failed\r\nContent-Length: 0\r\n\r\n';
  const { origin, heard } = await vendorByHand((vendor) => {
    void vendor.until('\r\n\r\n').then(() => vendor.socket.write(refusal));
  });
  const client = connectRaw((await proxyTo(origin)).origin);
  client.socket.write(
    'POST /acquire/x HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n',
  );
  expect(withoutHops(await client.closed)).toBe(refusal);
  expect(heard[0]?.come()).toMatch(/\r\nExpect: 100-continue\r\n[\s\S]*\r\n\r\n$/);
});

it('an answer may come before all of the request has', async () => {
  const { origin, heard } = await vendorByHand((vendor) => {
    void vendor.until('12345').then(() => vendor.socket.write(OK));
    void vendor
      .until(/67890GET [\s\S]*\r\n\r\n$/)
      .then(() => vendor.socket.write('HTTP/1.1 204 Done\r\n\r\n'));
  });
  const client = connectRaw((await proxyTo(origin)).origin);
  client.socket.write('POST /acquire/x HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\n12345');
  await client.until(/ok$/);
  client.socket.write(`67890${GET}`);
  await client.until(/204 Done[\s\S]*\r\n\r\n$/);
  expect(heard).toHaveLength(1);
});

test.each([
  ['no length', HEAD, 'HTTP/1.1 200 OK\r\nX-a: 1\r\n\r\n'],
  ['the length of a body', HEAD, 'HTTP/1.1 200 OK\r\nContent-Length: 77\r\n\r\n'],
  ['a length at 204', GET, 'HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\n'],
  ['how long the vendor waits', GET, 'HTTP/1.1 304 Not Modified\r\nKeep-Alive: timeout=5\r\n\r\n'],
])('an answer without a body keeps the connection: %s', async (_, sent, answer) => {
  const { origin, heard } = await vendorByHand(({ socket }) => socket.on('data', () => socket.write(answer)));
  const client = connectRaw((await proxyTo(origin)).origin);
  client.socket.write(sent);
  await client.until(/\r\n\r\n$/);
  client.socket.write(sent);
  await client.until(/\r\n\r\n[\s\S]*\r\n\r\n$/);
  const own = client.come().replaceAll('Connection: keep-alive\r\n', '');
  expect([own, heard.length]).toEqual([answer + answer, 1]);
});

it('an old application gets no trailers, and knows that a body ends with its connection', async () => {
  const chunked =
    'HTTP/1.1 200 OK\r\nTrailer: X-S\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\nX-S: 1\r\n\r\n';
  const old = connectRaw((await proxyTo(await serveBytes(chunked))).origin);
  old.socket.write('GET /acquire/x HTTP/1.0\r\nConnection: keep-alive\r\n\r\n');
  expect(await old.closed).toBe('HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nok');
  const young = connectRaw((await proxyTo(await serveBytes('HTTP/1.1 200 OK\r\n\r\nok'))).origin);
  young.socket.write(GET);
  expect(await young.closed).toBe('HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nok');
});

const BROKEN = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\nzz\r\n';

it('what has come of an answer that breaks off is passed on, and why is told', async () => {
  const told: string[] = [];
  const between = { onlooker: onlooker(told) };
  const client = connectRaw((await proxyTo(await serveBytes(BROKEN), between)).origin);
  client.socket.write(GET);
  expect(withoutHops(await client.closed)).toBe(BROKEN.slice(0, -4));
  expect(told[0]).toBe('HPE_INVALID_CHUNK_SIZE');
});

it('an answer that is held and breaks off is none', async () => {
  const told: string[] = [];
  const between = { onlooker: onlooker(told, 1000) };
  const client = connectRaw((await proxyTo(await serveBytes(BROKEN), between)).origin);
  client.socket.write(GET);
  expect(await client.closed).toMatch(/^HTTP\/1\.1 502 [\s\S]*"trouble":"malformed-chunk"/);
  expect(told).toEqual(['HPE_INVALID_CHUNK_SIZE']);
});

it('an answer that is held and cannot be judged is passed on', async () => {
  const objection = () => Promise.reject(new Error('out of words'));
  const watch = () => ({ ...INDIFFERENT, holdsUpTo: 1000, objection });
  const client = connectRaw((await proxyTo(await serveBytes(OK), { onlooker: { watch } })).origin);
  client.socket.write(GET);
  await client.until(/ok$/);
  expect(withoutHops(client.come())).toBe(OK);
});

it('a body that should end with its connection does not end by its being torn down', async () => {
  const { origin, heard } = await vendorByHand(({ socket }) => {
    socket.once('data', () => socket.write('HTTP/1.1 200 OK\r\n\r\nhalf'));
  });
  const told: string[] = [];
  const client = connectRaw((await proxyTo(origin, { onlooker: onlooker(told) })).origin);
  client.socket.write(GET);
  await client.until(/half$/);
  const torn = once(client.socket, 'error');
  heard[0]?.socket.resetAndDestroy();
  expect(await torn).toMatchObject([{ code: 'ECONNRESET' }]);
  expect(told[0]).toBe('ECONNRESET');
});

it('an application that listens only after it has said all can say all, whether or not there is a vendor', async () => {
  const client = connectRaw((await proxyTo(await nobody())).origin);
  client.socket.pause();
  const bytes = 20_000_000;
  client.socket.write(`POST /acquire/x HTTP/1.1\r\nHost: h\r\nContent-Length: ${bytes}\r\n\r\n`);
  await new Promise((resolve) => client.socket.write(Buffer.alloc(bytes, 'x'), resolve));
  client.socket.resume();
  await client.until(/^HTTP\/1\.1 502 [\s\S]*"trouble":"connection-refused"/);
});
