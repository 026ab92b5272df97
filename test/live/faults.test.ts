// Everything that a socket can do instead of answering, done by sockets on loopback.
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createHttpClient, type HttpClientOptions } from '../../src/targets/http-client.ts';
import { clientOver } from '../../src/targets/single-connection.ts';
import { outgoing } from '../fixtures/exchange-parts.ts';
import { nobody, serveBytes, serveHttp, serveSockets } from '../fixtures/loopback-server.ts';
import { ask, told } from './ask.ts';

const HEAD = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n';

/** Writes a piece again and again for as long as somebody listens. */
function dribble(head: string, piece: string, everyMs: number): Promise<string> {
  return serveSockets((socket) => {
    socket.once('data', () => {
      socket.write(head);
      const timer = setInterval(() => socket.write(piece), everyMs);
      socket.on('close', () => clearInterval(timer));
    });
  });
}

const afterRequest = (bytes: string) => () =>
  serveSockets((socket) => socket.once('data', () => socket.write(bytes)));

type Fault = readonly [
  does: string,
  told: string,
  serve: () => Promise<string>,
  options?: Partial<HttpClientOptions>,
];

const FAULTS: readonly Fault[] = [
  ['is not there', 'connect: connection-refused', nobody],
  [
    'resets the connection',
    'response: connection-reset',
    () => serveSockets((socket) => socket.once('data', () => socket.resetAndDestroy())),
  ],
  ['hangs up at once', 'response: closed-without-answer', () => serveSockets((socket) => socket.end())],
  ['hangs up after the request', 'response: closed-without-answer', () => serveBytes()],
  ['hangs up in the head', 'response: closed-without-answer', () => serveBytes(HEAD)],
  ['never answers', 'response: no-answer', afterRequest(''), { timeoutMs: 200 }],
  ['never ends its head', 'response: no-answer', () => dribble(HEAD, 'x: y\r\n', 20), { timeoutMs: 200 }],
  ['answers in another protocol', 'response: not-http', () => serveBytes('SSH-2.0-x\r\n')],
  ['answers at random', 'response: not-http', () => serveBytes(Buffer.from([0x80, 0xff, 0x00, 0x13]))],
  ['has no status', 'response: not-http', () => serveBytes('HTTP/1.1 abc OK\r\n\r\n')],
  [
    'floods with headers',
    'response: headers-too-large',
    () => serveBytes(`${HEAD}x: ${'y'.repeat(70_000)}\r\n\r\n`),
  ],
  ['breaks off', 'body: truncated-body', () => serveBytes(`${HEAD}content-length: 100\r\n\r\n{"a"`)],
  [
    'breaks off between chunks',
    'body: truncated-body',
    () => serveBytes(`${HEAD}transfer-encoding: chunked\r\n\r\n2\r\n{}\r\n`),
  ],
  [
    'sends no chunks where it says so',
    'body: malformed-chunk',
    () => serveBytes(`${HEAD}transfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n`),
  ],
  [
    'stops in the middle',
    'body: body-stalled',
    afterRequest(`${HEAD}content-length: 9\r\n\r\n{`),
    { bodyMs: 150 },
  ],
  [
    'never ends its body',
    'body: endless-body',
    () => dribble(`${HEAD}transfer-encoding: chunked\r\n\r\n`, '1\r\n \r\n', 20),
    { timeoutMs: 300, bodyMs: 200 },
  ],
  [
    'sends more than is read',
    'body: body-too-large',
    () => dribble(`${HEAD}\r\n`, 'x'.repeat(10_000), 1),
    { maxBodyBytes: 100_000 },
  ],
  [
    'does not pack what it says is packed',
    'body: undecodable-body',
    () => serveBytes(`${HEAD}content-encoding: gzip\r\ncontent-length: 4\r\n\r\nnope`),
  ],
  [
    'packs with brotli what is none',
    'body: undecodable-body',
    () => serveBytes(`${HEAD}content-encoding: br\r\ncontent-length: 4\r\n\r\nnope`),
  ],
];

describe('a host that', () => {
  it.each(FAULTS.map(([does, expected, serve, options]) => ({ does, expected, serve, options })))(
    '$does',
    async ({ expected, serve, options }) => {
      expect(told(await ask(await serve(), options))).toBe(expected);
    },
  );

  it('sends few bytes that unpack to very many', async () => {
    const packed = gzipSync(Buffer.alloc(50_000_000));
    const { origin } = await serveHttp((__, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed);
    });
    const result = await ask(origin, { maxBodyBytes: 1_000_000 });
    expect(told(result)).toBe('body: compression-bomb');
  });

  it('nobody has a name for', async () => {
    // Without a network the name server cannot say so, and that is told instead.
    expect(told(await ask('http://host.invalid'))).toMatch(/^connect: (unknown-host|name-server-silent)$/);
  });

  it.each([
    ['http://127.0.0.1:1/elsewhere', '302: redirect-to-other-host'],
    ['https://127.0.0.1:1/elsewhere', '302: redirect-to-tls'],
    ['https://other.invalid/elsewhere', '302: redirect-to-other-host'],
    ['https://other.invalid/saml/start?token=x', '302: redirect-to-sign-in'],
    ['/login?return=%2F', '302: redirect-to-sign-in'],
    ['/elsewhere?next=/login', '302'],
  ])('redirects to %s, where nobody goes', async (location, expected) => {
    const { origin, asked } = await serveHttp((__, response) => response.writeHead(302, { location }).end());
    expect(told(await ask(origin))).toBe(expected);
    expect(asked).toHaveLength(1);
  });

  it.each([
    [429, {}, '429: rate-limited'],
    [503, {}, '503: unavailable'],
    [503, { 'retry-after': '120' }, '503: unavailable-until'],
    [411, {}, '411'],
    [411, { via: '1.1 edge' }, '411: gateway-refuses-body'],
    [403, { via: '1.1 edge', server: 'cloud' }, '403'],
    [403, { server: 'Zscaler/6.2' }, '403: proxy-forbids'],
    [502, { via: '1.1 edge' }, '502'],
    [500, { via: '1.1 edge' }, '500'],
  ] as const)('answers %i with %o', async (status, headers, expected) => {
    const { origin } = await serveHttp((__, response) => response.writeHead(status, headers).end());
    expect(told(await ask(origin))).toBe(expected);
  });

  it.each([
    ['<!DOCTYPE html><form action="/in"><input name="p" type="password"></form>', '200: sign-in-page'],
    ['<html><form><input type=password></form></html>', '200: sign-in-page'],
    ['<html><form><input name="q"></form></html>', '200'],
    ['<html><h1>It works</h1></html>', '200'],
    ['{"html":"<form><input type=password></form>"}', '200'],
  ])('answers with %s', async (page, expected) => {
    const { origin } = await serveHttp((__, response) => response.end(page));
    expect(told(await ask(origin))).toBe(expected);
  });

  it.each([
    ['No required SSL certificate was sent', '400: client-certificate-demanded'],
    ['The SSL certificate error', '400: client-certificate-refused'],
    ['Bad Request', '400'],
  ])('takes the handshake and then says "%s"', async (title, expected) => {
    const { origin } = await serveHttp((__, response) => {
      response.writeHead(400).end(`<html><title>400 ${title}</title></html>`);
    });
    expect(told(await ask(origin))).toBe(expected);
  });
});

describe('a client that is closed', () => {
  it('lets go of what it waits for', async () => {
    const client = createHttpClient({ timeoutMs: 5000 });
    const sent = client.send(await afterRequest('')(), outgoing());
    setTimeout(() => void client.close(), 50);
    expect(told(await sent)).toBe('response: interrupted');
  });
});

describe('a connection that is gone before the request', () => {
  it('is told at once, and nobody asks for another one', async () => {
    const socket = connect(Number(new URL(await serveBytes()).port), '127.0.0.1');
    await once(socket, 'connect');
    socket.destroy();
    const client = clientOver(socket, 'http://127.0.0.1');
    onTestFinished(() => client.destroy());
    let isAsked = 0;
    client.on('connectionError', () => {
      isAsked += 1;
    });
    await expect(client.request({ path: '/', method: 'GET' })).rejects.toMatchObject({
      code: 'CONNECTION_CLOSED',
    });
    await sleep(50);
    expect(isAsked).toBe(1);
  });
});
