import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createHttpClient, type HttpClientOptions, type SendResult } from '../../src/targets/http-client.ts';
import { outgoing } from '../fixtures/exchange-parts.ts';
import { nobody, serveBytes, serveHttp, serveSockets } from '../fixtures/loopback-server.ts';

function send(
  origin: string,
  request = outgoing(),
  options: Partial<HttpClientOptions> = {},
): Promise<SendResult> {
  const client = createHttpClient({ timeoutMs: 5000, ...options });
  onTestFinished(() => client.close());
  return client.send(origin, request);
}

const HEAD = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n';

describe('what never becomes a whole response', () => {
  it.each<readonly [string, () => Promise<string>, string, string]>([
    ['nobody listens', nobody, 'ECONNREFUSED', 'connect'],
    [
      'the connection is reset',
      () => serveSockets((s) => s.once('data', () => s.resetAndDestroy())),
      'ECONNRESET',
      'response',
    ],
    ['the connection is closed without an answer', () => serveBytes(), 'UND_ERR_SOCKET', 'response'],
    [
      'the body is shorter than announced',
      () => serveBytes(`${HEAD}content-length: 100\r\n\r\n{"a"`),
      'UND_ERR_SOCKET',
      'body',
    ],
    [
      'a chunk has no length',
      () => serveBytes(`${HEAD}transfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n`),
      'MALFORMED_RESPONSE',
      'body',
    ],
    ['the answer is not HTTP', () => serveBytes('SSH-2.0-x\r\n'), 'MALFORMED_RESPONSE', 'response'],
    [
      'the compressed body is none',
      () => serveBytes(`${HEAD}content-encoding: gzip\r\ncontent-length: 4\r\n\r\nnope`),
      'Z_DATA_ERROR',
      'body',
    ],
  ])('%s', async (_, server, code, phase) => {
    const result = await send(await server());
    expect(result).toMatchObject({
      kind: 'failure',
      failure: { code, phase, message: expect.stringMatching(/\w/) },
    });
  });

  it.each([
    ['nothing is answered', '', 'response'],
    ['the head comes and no body', `${HEAD}content-length: 9\r\n\r\n`, 'body'],
  ])('in the time that was given, %s', async (_, bytes, phase) => {
    const origin = await serveSockets((socket) => socket.once('data', () => socket.write(bytes)));
    const result = await send(origin, outgoing(), { timeoutMs: 150 });
    expect(result).toMatchObject({ kind: 'failure', failure: { code: 'TIMEOUT', phase } });
    expect(result.responseMs).toBeGreaterThanOrEqual(140);
    expect(result.responseMs).toBeLessThan(4000);
  });

  it('the body is larger than allowed', async () => {
    const { origin } = await serveHttp((__, response) => response.end('x'.repeat(2000)));
    const result = await send(origin, outgoing(), { maxBodyBytes: 1000 });
    expect(result).toMatchObject({ failure: { code: 'UND_ERR_RES_EXCEEDED_MAX_SIZE' } });
    expect((await send(origin, outgoing(), { maxBodyBytes: 2000 })).kind).toBe('response');
  });

  it('the body unpacks to more than allowed', async () => {
    const packed = gzipSync('x'.repeat(1_000_000));
    const { origin } = await serveHttp((__, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed);
    });
    const result = await send(origin, outgoing(), { maxBodyBytes: 100_000 });
    expect(result).toMatchObject({ kind: 'failure', failure: { code: 'ERR_BUFFER_TOO_LARGE' } });
  });

  it.each(['GET', 'POST'])('is not tried again with %s', async (method) => {
    let connections = 0;
    const origin = await serveSockets((socket) => {
      connections += 1;
      socket.once('data', () => socket.resetAndDestroy());
    });
    expect((await send(origin, outgoing({ method }))).kind).toBe('failure');
    expect(connections).toBe(1);
  });
});

describe('a connection', () => {
  it('is not used twice: one that the server has just closed would lose a request', async () => {
    const ports: (number | undefined)[] = [];
    const { origin } = await serveHttp((_, response, { socket }) => {
      ports.push(socket.remotePort);
      response.end('{}');
    });
    const client = createHttpClient({ timeoutMs: 5000 });
    onTestFinished(() => client.close());
    for (let count = 0; count < 3; count += 1) await client.send(origin, outgoing());
    expect(new Set(ports).size).toBe(3);
  });
});

describe('what is received', () => {
  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ] as const)('is unpacked from %s', async (coding, pack) => {
    const { origin } = await serveHttp((__, response) => {
      response.writeHead(200, { 'content-encoding': coding }).end(pack('{"ü":1}'));
    });
    expect(await send(origin)).toMatchObject({ response: { body: { text: '{"ü":1}' } } });
  });

  it('is unpacked in the reverse order of its codings', async () => {
    const { origin } = await serveHttp((__, response) => {
      response.writeHead(200, { 'content-encoding': 'br, gzip' }).end(gzipSync(brotliCompressSync('{}')));
    });
    expect(await send(origin)).toMatchObject({ response: { body: { text: '{}' } } });
  });

  it('may name a coding and have no body', async () => {
    const { origin } = await serveHttp((__, response) => {
      response.writeHead(204, { 'content-encoding': 'gzip' }).end();
    });
    expect(await send(origin)).toMatchObject({ response: { status: 204, body: { text: '' } } });
  });

  it('keeps bytes that are no text', async () => {
    const { origin } = await serveHttp((__, response) => response.end(Buffer.from([0xff, 0xfe, 0x00])));
    expect(await send(origin)).toMatchObject({ response: { body: { base64: '//4A' } } });
  });

  it('keeps every header, the repeated ones too, in their order', async () => {
    const origin = await serveBytes(
      'HTTP/1.1 200 OK\r\nSet-Cookie: a=1\r\nX-Other: é\r\nSet-Cookie: b=2\r\ncontent-length: 2\r\n\r\n{}',
    );
    expect(await send(origin)).toMatchObject({
      response: {
        headers: [
          ['set-cookie', 'a=1'],
          ['x-other', Buffer.from('é', 'utf8').toString('latin1')],
          ['set-cookie', 'b=2'],
          ['content-length', '2'],
        ],
      },
    });
  });

  it('is a redirect where the server redirects, and nobody is asked again', async () => {
    const { origin, asked } = await serveHttp((__, response) => {
      response.writeHead(307, { location: '/elsewhere' }).end();
    });
    expect(await send(origin)).toMatchObject({ kind: 'response', response: { status: 307 } });
    expect(asked.length).toBe(1);
  });
});

describe('what is sent', () => {
  it('is the request to the byte, below the path of the base', async () => {
    const { origin, asked } = await serveHttp((__, response) => response.end('{}'));
    const request = outgoing({
      path: '/chats/a%2F1',
      query: [
        ['x-user-type', 'user'],
        ['q', 'a b&c=ü'],
        ['q', '2'],
      ],
      headers: [
        ['X-Second', 'b'],
        ['Content-Type', 'application/json'],
        ['x-first', 'a'],
      ],
      body: '{"b":1,  "a":"ü"}',
    });
    await send(`${origin}/vendor/`, request);
    const [one] = asked;
    expect(one).toMatchObject({
      method: 'POST',
      url: '/vendor/chats/a%2F1?x-user-type=user&q=a%20b%26c%3D%C3%BC&q=2',
      body: '{"b":1,  "a":"ü"}',
    });
    const own = ['X-Second', 'b', 'Content-Type', 'application/json', 'x-first', 'a'];
    expect(one?.rawHeaders.filter((text) => own.includes(text))).toEqual(own);
    expect(one?.rawHeaders.filter((text) => /^(?:user-agent|accept)/i.test(text))).toEqual([]);
  });

  it('is a GET with a body where a document asks for one', async () => {
    const { origin, asked } = await serveHttp((__, response) => response.end('{}'));
    await send(origin, outgoing({ method: 'GET', body: '{"caseId":1684}' }));
    expect(asked).toMatchObject([{ method: 'GET', body: '{"caseId":1684}' }]);
    expect(asked[0]?.rawHeaders).toContain('15');
  });
});
