// The way through a proxy: a real squid, and sockets of our own for what squid does not do by itself.
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { ConnectionOptions } from '../../src/targets/connection-options.ts';
import { outgoing } from '../fixtures/exchange-parts.ts';
import { nobody, serveBytes, serveHttp, serveSockets } from '../fixtures/loopback-server.ts';
import { ask, serveTls, told } from './ask.ts';
import { type Authority, createAuthority, hasOpenssl } from './certificates.ts';
import { hasSquid, type Squid, startSquid, USER } from './squid.ts';

const CLOSED_PORT = 9;
const GET_WITH_BODY = outgoing({ method: 'GET', body: '{"caseId":1684}' });

describe.skipIf(!hasSquid || !hasOpenssl)('through squid', () => {
  let squid: Squid;
  let authority: Authority;

  beforeAll(async () => {
    authority = createAuthority();
    squid = await startSquid(CLOSED_PORT);
  });
  afterAll(async () => {
    authority.remove();
    await squid.stop();
  });

  const signedIn = (): { connection: ConnectionOptions } => ({
    connection: { tls: { ca: authority.cert }, proxy: { url: squid.url, ...USER } },
  });
  const as = (user: Partial<typeof USER>) => ({ connection: { proxy: { url: squid.url, ...user } } });

  it('a host of a private authority is reached, and a GET keeps its body', async () => {
    const port = await serveTls(authority.issue('IP:127.0.0.1'));
    expect(told(await ask(`https://127.0.0.1:${port}`, signedIn(), GET_WITH_BODY))).toBe('200');
  });

  it('a certificate is looked at as without it', async () => {
    const port = await serveTls(authority.issue('DNS:other.invalid'));
    expect(told(await ask(`https://127.0.0.1:${port}`, signedIn()))).toBe('tls: certificate-foreign');
  });

  it('a plain request is passed on with its body', async () => {
    const { origin, asked } = await serveHttp((__, response) => response.end('{}'));
    expect(told(await ask(origin, signedIn()))).toBe('200');
    expect(asked).toMatchObject([{ method: 'POST', url: outgoing().path, body: outgoing().body ?? '' }]);
    expect(asked[0]?.rawHeaders.map((name) => name.toLowerCase())).not.toContain('proxy-authorization');
  });

  it('a plain GET with a body is refused by squid itself, and nobody else is blamed', async () => {
    const { origin, asked } = await serveHttp((__, response) => response.end('{}'));
    expect(told(await ask(origin, signedIn(), GET_WITH_BODY))).toBe('411: proxy-refuses-body');
    expect(asked).toEqual([]);
  });

  it.each([
    ['nobody', {}],
    ['a stranger', { username: 'stranger', password: 'x' }],
    ['the user with another password', { ...USER, password: 'x' }],
  ])('%s gets nowhere', async (_, user) => {
    expect(told(await ask('https://127.0.0.1:1', as(user)))).toBe('proxy: proxy-authentication');
    expect(told(await ask('http://127.0.0.1:1', as(user)))).toBe('407: proxy-authentication');
  });

  it('what it forbids is not reached', async () => {
    expect(told(await ask(`https://127.0.0.1:${CLOSED_PORT}`, signedIn()))).toBe('proxy: proxy-forbids');
    expect(told(await ask(`http://127.0.0.1:${CLOSED_PORT}`, signedIn()))).toBe('403: proxy-forbids');
  });

  it('where nobody listens is nobody', async () => {
    const origin = await nobody();
    expect(told(await ask(origin.replace('http:', 'https:'), signedIn()))).toBe('proxy: proxy-cannot-reach');
    expect(told(await ask(origin, signedIn()))).toBe('503: proxy-cannot-reach');
  });

  it('no failure tells the password', async () => {
    const results = [
      await ask('https://127.0.0.1:1', as({ ...USER, password: 'secret-canary' })),
      await ask('http://127.0.0.1:1', as({ ...USER, password: 'secret-canary' })),
    ];
    const text = JSON.stringify(results);
    expect(text).not.toContain('secret-canary');
    expect(text).not.toContain(Buffer.from(`${USER.username}:secret-canary`).toString('base64'));
  });
});

describe('a proxy', () => {
  it.each<readonly [string, string, () => Promise<string>]>([
    ['is dead', 'proxy: proxy-unreachable', nobody],
    ['has no name', 'proxy: proxy-unreachable', async () => 'http://proxy.invalid:3128'],
    ['takes the connection and no more', 'proxy: proxy-silent', () => serveSockets(() => {})],
    ['hangs up', 'proxy: proxy-unreachable', () => serveBytes()],
    ['is no proxy', 'proxy: proxy-answers-oddly', () => serveBytes('SSH-2.0-x\r\n')],
    ['wants a sign-in', 'proxy: captive-portal', () => serveBytes('HTTP/1.1 511 Sign in\r\n\r\n')],
  ])('that %s', async (_, expected, serve) => {
    const connection = { proxy: { url: await serve() } };
    expect(told(await ask('https://127.0.0.1:1', { connection, connectMs: 500 }))).toBe(expected);
  });

  it('of the environment is not obeyed', async () => {
    const { origin } = await serveHttp((__, response) => response.end('{}'));
    const dead = await nobody();
    for (const name of ['HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy']) vi.stubEnv(name, dead);
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    expect(told(await ask(origin))).toBe('200');
  });
});
