// Who is let in and who is trusted, with real certificates over real handshakes.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveBytes, serveSockets } from '../fixtures/loopback-server.ts';
import { ask, serveTls, told } from './ask.ts';
import { type Authority, createAuthority, hasOpenssl, type Issued, utc } from './certificates.ts';

const HERE = 'IP:127.0.0.1,DNS:localhost';

describe.skipIf(!hasOpenssl)('a host with a certificate', () => {
  let authority: Authority;
  let other: Authority;
  let own: Issued;
  let client: Issued;

  beforeAll(() => {
    authority = createAuthority();
    other = createAuthority();
    own = authority.issue(HERE);
    client = authority.issue('DNS:client.invalid');
  });
  afterAll(() => {
    authority.remove();
    other.remove();
  });

  const trusting = () => ({ connection: { tls: { ca: authority.cert } } });
  const showing = ({ cert, key }: Issued) => ({
    connection: { tls: { ca: authority.cert, certificate: cert, key } },
  });

  it.each(['127.0.0.1', 'localhost'])(
    'of a private authority is asked as %s once that is trusted',
    async (host) => {
      const port = await serveTls(own);
      expect(told(await ask(`https://${host}:${port}`))).toBe('tls: authority-unknown');
      expect(await ask(`https://${host}:${port}`, trusting())).toMatchObject({
        response: { status: 200, body: { text: '{"in":true}' } },
      });
    },
  );

  it('is not trusted because another authority is', async () => {
    const port = await serveTls(own);
    const result = await ask(`https://127.0.0.1:${port}`, { connection: { tls: { ca: other.cert } } });
    expect(told(result)).toBe('tls: authority-unknown');
  });

  it('of a private authority sends that along, and is no more trusted for it', async () => {
    const port = await serveTls({ ...own, cert: own.cert + authority.cert });
    expect(told(await ask(`https://127.0.0.1:${port}`))).toBe('tls: authority-unknown');
  });

  it('that vouches for itself', async () => {
    const port = await serveTls({ cert: other.cert, key: other.key });
    expect(told(await ask(`https://127.0.0.1:${port}`))).toBe('tls: self-signed');
  });

  it('that has expired', async () => {
    const port = await serveTls(authority.issue(HERE, [utc(-3), utc(-2)]));
    expect(told(await ask(`https://127.0.0.1:${port}`, trusting()))).toBe('tls: certificate-expired');
  });

  it('that is not valid yet', async () => {
    const port = await serveTls(authority.issue(HERE, [utc(1), utc(2)]));
    expect(told(await ask(`https://127.0.0.1:${port}`, trusting()))).toBe('tls: certificate-not-yet-valid');
  });

  it('for another host, and says for which', async () => {
    const port = await serveTls(authority.issue('DNS:other.invalid'));
    const result = await ask(`https://127.0.0.1:${port}`, trusting());
    expect(told(result)).toBe('tls: certificate-foreign');
    expect(result).toMatchObject({ failure: { message: expect.stringContaining('127.0.0.1') } });
  });

  it.each(['TLSv1.2', 'TLSv1.3'] as const)(
    'in %s that demands one of ours takes the right one',
    async (maxVersion) => {
      const port = await serveTls({ ...own, ca: authority.cert, requestCert: true, maxVersion });
      expect(told(await ask(`https://127.0.0.1:${port}`, showing(client)))).toBe('200');
    },
  );

  it.each([
    // Before 1.3 the alert does not tell a missing certificate from other reasons to break off.
    ['TLSv1.2', 'tls: tls-refused'],
    ['TLSv1.3', 'tls: client-certificate-demanded'],
  ] as const)('in %s that demands one of ours and gets none', async (maxVersion, expected) => {
    const port = await serveTls({ ...own, ca: authority.cert, requestCert: true, maxVersion });
    expect(told(await ask(`https://127.0.0.1:${port}`, trusting()))).toBe(expected);
  });

  it.each(['TLSv1.2', 'TLSv1.3'] as const)(
    'in %s that demands one of ours and gets a stranger’s',
    async (maxVersion) => {
      const port = await serveTls({ ...own, ca: authority.cert, requestCert: true, maxVersion });
      const result = await ask(`https://127.0.0.1:${port}`, showing(other.issue('DNS:stranger.invalid')));
      expect(told(result)).toBe('tls: client-certificate-refused');
    },
  );

  it.each([
    ['http://127.0.0.1:1/', '301: redirect-to-plain'],
    ['http://other.invalid/login', '301: redirect-to-plain'],
    ['https://other.invalid/', '301: redirect-to-other-host'],
    ['/elsewhere', '301'],
  ])('that redirects to %s', async (location, expected) => {
    const port = await serveTls(own, (response) => response.writeHead(301, { location }).end());
    expect(told(await ask(`https://127.0.0.1:${port}`, trusting()))).toBe(expected);
  });

  it('that speaks only an old TLS', async () => {
    const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT:@SECLEVEL=0' } as const;
    const port = await serveTls({ ...own, ...old });
    expect(told(await ask(`https://127.0.0.1:${port}`, trusting()))).toBe('tls: tls-version');
  });
});

describe('a port where https is asked for', () => {
  it.each<readonly [string, string, () => Promise<string>]>([
    ['speaks plain HTTP', 'tls: not-tls', () => serveBytes('HTTP/1.1 400 Bad Request\r\n\r\n')],
    ['speaks something else', 'tls: not-tls', () => serveBytes('SSH-2.0-OpenSSH_9.2\r\n')],
    ['closes in the middle of the handshake', 'tls: tls-broken-off', () => serveBytes()],
    [
      'resets in the middle of the handshake',
      'tls: tls-broken-off',
      () => serveSockets((socket) => socket.once('data', () => socket.resetAndDestroy())),
    ],
    ['never answers the handshake', 'tls: tls-timeout', () => serveSockets(() => {})],
  ])('%s', async (_, expected, serve) => {
    const origin = (await serve()).replace('http:', 'https:');
    expect(told(await ask(origin, { connectMs: 500 }))).toBe(expected);
  });
});
