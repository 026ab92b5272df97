// Notifications behind TLS and proxies: the same certificates, the same squid, both transports.
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { diagnoseFailure } from '../../src/diagnosis/diagnose-failure.ts';
import type { ConnectionOptions } from '../../src/targets/connection-options.ts';
import { openNotificationListener } from '../../src/targets/notification-listener.ts';
import { failureOf } from '../../src/targets/send-failure.ts';
import { nobody } from '../fixtures/loopback-server.ts';
import { serveScripted } from '../targets/scripted-bayeux.ts';
import { type Authority, createAuthority, hasOpenssl } from './certificates.ts';
import { hasSquid, type Squid, startSquid, USER } from './squid.ts';

const CHANNEL = '/v2/me/chats';

/** What was heard of one message, or the trouble that kept it from being heard. */
async function hear(
  server: Awaited<ReturnType<typeof serveScripted>>,
  transport: 'long-polling' | 'websocket',
  connection: ConnectionOptions = {},
): Promise<string> {
  try {
    const options = { url: server.url, channel: CHANNEL, headers: [], timeoutMs: 3000 };
    const listener = await openNotificationListener({ ...options, transport, connection });
    onTestFinished(() => listener.close());
    server.push(CHANNEL, 'heard');
    await listener.waitUntil((heard) => heard.length > 0, 3000);
    return listener.heard.map(({ data }) => String(data)).join();
  } catch (error) {
    return diagnoseFailure(failureOf(error, 'notifications')).id;
  }
}

describe.skipIf(!hasOpenssl).each(['long-polling', 'websocket'] as const)('over %s', (transport) => {
  let authority: Authority;
  let squid: Squid | undefined;

  beforeAll(async () => {
    authority = createAuthority();
    squid = hasSquid ? await startSquid(9) : undefined;
  });
  afterAll(async () => {
    authority.remove();
    await squid?.stop();
  });

  const tls = () => ({ ca: authority.cert });

  it('a private authority is trusted when it is named', async () => {
    const server = await serveScripted({ tls: authority.issue('IP:127.0.0.1') });
    expect(await hear(server, transport)).toBe('authority-unknown');
    expect(await hear(server, transport, { tls: tls() })).toBe('heard');
    expect(server.headers.length).toBeGreaterThan(0);
  });

  it('a client certificate is shown where one is demanded', async () => {
    const demanding = { ca: authority.cert, requestCert: true };
    const server = await serveScripted({ tls: { ...authority.issue('IP:127.0.0.1'), ...demanding } });
    const { cert: certificate, key } = authority.issue('DNS:client.invalid');
    expect(await hear(server, transport, { tls: tls() })).toBe('client-certificate-demanded');
    expect(await hear(server, transport, { tls: { ...tls(), certificate, key } })).toBe('heard');
  });

  it('a proxy that is dead is not gone round, and one of the environment is not obeyed', async () => {
    const server = await serveScripted();
    const dead = await nobody();
    expect(await hear(server, transport, { proxy: { url: dead } })).toBe('proxy-unreachable');
    expect(server.headers).toEqual([]);
    for (const name of ['HTTP_PROXY', 'http_proxy', 'ALL_PROXY']) vi.stubEnv(name, dead);
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    expect(await hear(server, transport)).toBe('heard');
  });

  it.skipIf(!hasSquid)('squid lets through who knows its password, in plain and with TLS', async () => {
    const url = squid?.url ?? '';
    const secure = await serveScripted({ tls: authority.issue('IP:127.0.0.1') });
    const plain = await serveScripted();
    const proxy = { url, ...USER };
    expect(await hear(secure, transport, { tls: tls(), proxy })).toBe('heard');
    expect(await hear(plain, transport, { proxy })).toBe('heard');
    expect(await hear(secure, transport, { tls: tls(), proxy: { url } })).toBe('proxy-authentication');
    expect(await hear(plain, transport, { proxy: { url } })).toBe('proxy-authentication');
  });
});
