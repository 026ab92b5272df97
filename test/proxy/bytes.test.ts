// Byte for byte: raw sockets on both sides, so that no library tidies what is compared.
import { gzipSync } from 'node:zlib';
import { expect, it, test } from 'vitest';
import { serveSockets } from '../fixtures/loopback-server.ts';
import { connectRaw, hearing, proxyTo, type RawClient, withoutHops } from './proxied.ts';

const OK = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok';

/** Lets a request through; gives what the vendor was asked and what the application was answered. */
async function pass(request: string, asked: RegExp, answer: string, given: RegExp | string) {
  const heard: RawClient[] = [];
  const origin = await serveSockets((socket) => {
    const vendor = hearing(socket);
    heard.push(vendor);
    void vendor.until(asked).then(() => {
      socket.write(answer, 'latin1');
      if (/^connection: close/im.test(answer)) socket.end();
    });
  });
  const proxy = await proxyTo(`${origin}/api/v1`);
  const client = connectRaw(proxy.origin);
  client.socket.write(request.replaceAll('HOST', new URL(proxy.origin).host), 'latin1');
  await client.until(given);
  return {
    asked: withoutHops(heard.map((vendor) => vendor.come()).join('')),
    given: withoutHops(client.come()),
    host: new URL(origin).host,
    client,
  };
}

const REQUESTS: readonly (readonly [what: string, sent: string, asked: string])[] = [
  [
    'order, case and repetition of fields',
    'GET /acquire/chat HTTP/1.1\r\nX-b: 2\r\nhost: HOST\r\nx-A: 1\r\nX-B: 3\r\nACCEPT: */*\r\nx-empty: \r\n\r\n',
    'GET /api/v1/chat HTTP/1.1\r\nX-b: 2\r\nhost: VENDOR\r\nx-A: 1\r\nX-B: 3\r\nACCEPT: */*\r\nx-empty: \r\n\r\n',
  ],
  [
    'a path that nobody may tidy',
    'GET /acquire/a%2Fb/../c//d;e?x=%7b&&y=[1]&z HTTP/1.1\r\nHost: HOST\r\n\r\n',
    'GET /api/v1/a%2Fb/../c//d;e?x=%7b&&y=[1]&z HTTP/1.1\r\nHost: VENDOR\r\n\r\n',
  ],
  [
    'a GET with a body',
    'GET /acquire/chat/join HTTP/1.1\r\nHost: HOST\r\nContent-Length: 10\r\n\r\n{"a":"\xc3\xbc"}',
    'GET /api/v1/chat/join HTTP/1.1\r\nHost: VENDOR\r\nContent-Length: 10\r\n\r\n{"a":"\xc3\xbc"}',
  ],
  [
    'a GET with a body in chunks',
    'GET /acquire/x HTTP/1.1\r\nHost: HOST\r\ntransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n',
    'GET /api/v1/x HTTP/1.1\r\nHost: VENDOR\r\ntransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n',
  ],
  [
    'trailers of a request',
    'POST /acquire/x HTTP/1.1\r\nHost: HOST\r\nTrailer: X-Sum\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\nX-Sum: 6\r\n\r\n',
    'POST /api/v1/x HTTP/1.1\r\nHost: VENDOR\r\nTrailer: X-Sum\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\nX-Sum: 6\r\n\r\n',
  ],
  [
    'a POST that says nothing of a body',
    'POST /acquire/x HTTP/1.1\r\nHost: HOST\r\nX-a: 1\r\n\r\n',
    'POST /api/v1/x HTTP/1.1\r\nHost: VENDOR\r\nX-a: 1\r\n\r\n',
  ],
  [
    'what is meant for one connection alone',
    'DELETE /acquire/x HTTP/1.1\r\nHost: HOST\r\nConnection: keep-alive, X-Hop\r\nX-Hop: 1\r\nProxy-Authorization: Basic eA==\r\nAuthorization: Bearer t\r\n\r\n',
    'DELETE /api/v1/x HTTP/1.1\r\nHost: VENDOR\r\nAuthorization: Bearer t\r\n\r\n',
  ],
];

test.each(REQUESTS)('the vendor is asked as the application asks: %s', async (_, sent, expected) => {
  const { asked, host } = await pass(
    sent,
    /\r\n\r\n(?:$|[\s\S]*[}c]|[\s\S]*0\r\n[\s\S]*\r\n\r\n)$/,
    OK,
    /ok$/,
  );
  expect(asked.replace(host, 'VENDOR')).toBe(expected);
});

const ZIPPED = gzipSync('{"data":[]}').toString('latin1');
const GET = 'GET /acquire/x HTTP/1.1\r\nHost: HOST\r\n\r\n';

const ANSWERS: readonly (readonly [what: string, sent: string, answer: string])[] = [
  [
    'fields twice, in Latin-1, and an odd reason',
    GET,
    'HTTP/1.1 299 Na Ja\r\nset-cookie: a=1; Path=/api\r\nX-K: \xfc\r\nSET-cookie: b=2\r\nLocation: http://vendor.invalid/y\r\nContent-Length: 2\r\n\r\nok',
  ],
  [
    'a compressed body',
    GET,
    `HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: ${ZIPPED.length}\r\n\r\n${ZIPPED}`,
  ],
  ['no reason and no date', GET, 'HTTP/1.1 404 \r\ncontent-length: 0\r\n\r\n'],
  ['nothing at all', GET, 'HTTP/1.1 204 No Content\r\nX-a: 1\r\n\r\n'],
  ['a length without a body', GET, 'HTTP/1.1 304 Not Modified\r\nContent-Length: 77\r\nETag: "x"\r\n\r\n'],
  [
    'the head of a body alone',
    'HEAD /acquire/x HTTP/1.1\r\nHost: HOST\r\n\r\n',
    'HTTP/1.1 200 OK\r\nContent-Length: 77\r\n\r\n',
  ],
  [
    'chunks and a trailer',
    GET,
    'HTTP/1.1 200 OK\r\nTrailer: X-Sum\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\nX-Sum: 6\r\n\r\n',
  ],
  [
    'word that more is to come',
    GET,
    'HTTP/1.1 103 Early Hints\r\nlink: </a>; rel=preload\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok',
  ],
];

test.each(ANSWERS)('the application is answered as the vendor answers: %s', async (_, sent, answer) => {
  const { given } = await pass(sent, /\r\n\r\n$/, answer, answer.slice(-4));
  expect(given).toBe(answer);
});

it('lets a body that ends with its connection end with its connection', async () => {
  const answer = 'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nConnection: close\r\n\r\nto the end';
  const { client } = await pass(GET, /\r\n\r\n$/, answer, /end$/);
  expect(withoutHops(await client.closed)).toBe(withoutHops(answer));
});

it('lets the vendor say whether it wants the body', async () => {
  const vendors: RawClient[] = [];
  const origin = await serveSockets((socket) => {
    const vendor = hearing(socket);
    vendors.push(vendor);
    void vendor.until(/\r\n\r\n$/).then(() => socket.write('HTTP/1.1 100 Continue\r\n\r\n'));
    void vendor.until(/body$/).then(() => socket.write(OK));
  });
  const client = connectRaw((await proxyTo(origin)).origin);
  client.socket.write(
    'POST /acquire/x HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n',
  );
  await client.until(/^HTTP\/1.1 100 Continue\r\n\r\n$/);
  expect(vendors[0]?.come()).toContain('Expect: 100-continue\r\n');
  client.socket.write('body');
  await client.until(/ok$/);
});

it('keeps one connection to the vendor for one of the application, and closes it when the vendor does', async () => {
  const vendors: RawClient[] = [];
  const origin = await serveSockets((socket) => {
    const vendor = hearing(socket);
    vendors.push(vendor);
    socket.on('data', () => socket.write(OK));
  });
  const client = connectRaw((await proxyTo(origin)).origin);
  client.socket.write(GET);
  await client.until(/ok$/);
  client.socket.write(GET);
  await client.until(/ok[\s\S]+ok$/);
  expect(vendors).toHaveLength(1);
  vendors[0]?.socket.end();
  expect(await client.closed).toBe(client.come());
});
