// Everything that a host can do instead of answering, done by sockets on loopback.
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createHttpClient } from '../../src/targets/http-client.ts';
import { clientOver } from '../../src/targets/single-connection.ts';
import { outgoing } from '../fixtures/exchange-parts.ts';
import { nobody, serveBytes, serveHttp, serveSockets } from '../fixtures/loopback-server.ts';
import { ask, told } from './ask.ts';
import { fullBacklog } from './full-backlog.ts';
import { SOCKET_FAULTS, slowAnswer } from './socket-faults.ts';

describe('a host that', () => {
  it.each(SOCKET_FAULTS)('$does', async ({ treat, phase, trouble, limits }) => {
    expect(told(await ask(await serveSockets(treat), limits))).toBe(`${phase}: ${trouble}`);
  });

  it('is not there', async () => {
    expect(told(await ask(await nobody()))).toBe('connect: connection-refused');
  });

  it('takes nobody in', async () => {
    expect(told(await ask(await fullBacklog(), { connectMs: 200 }))).toBe('connect: connect-timeout');
  });

  it('is slow, and answers all the same', async () => {
    expect(told(await ask(await serveSockets(slowAnswer('{"a":1}'))))).toBe('200');
  });

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
    const sent = client.send(await serveSockets(() => {}), outgoing());
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
