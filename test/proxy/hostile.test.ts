// What nobody should send and somebody does: it is passed on, or refused by a word of the proxy's own; never does it end
// the proxy, reach somebody else's request or leave anybody waiting.
import { expect, it, test } from 'vitest';
import { nobody, serveBytes, serveSockets } from '../fixtures/loopback-server.ts';
import { connectRaw, hearing, proxyTo, type RawClient, withoutHops } from './proxied.ts';

const GET = 'GET /acquire/x HTTP/1.1\r\nHost: h\r\n\r\n';
const OK = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok';

/** A vendor that answers every request, whatever there is in it, with the same bytes. */
async function vendorThat(answers: string): Promise<{ origin: string; heard: () => string }> {
  const heard: RawClient[] = [];
  const origin = await serveSockets((socket) => {
    heard.push(hearing(socket));
    socket.on('data', () => socket.write(answers, 'latin1'));
  });
  return { origin, heard: () => heard.map((vendor) => withoutHops(vendor.come())).join('|') };
}

/** What the application reads of its connection until it ends, or until this has come. */
async function ask(origin: string, sent: string, until?: RegExp): Promise<string> {
  const client = connectRaw(origin);
  client.socket.write(sent, 'latin1');
  if (until === undefined) return client.closed;
  await client.until(until);
  return client.come();
}

function post(fields: string, body = ''): string {
  return `POST /acquire/x HTTP/1.1\r\nHost: h\r\n${fields}\r\n${body}`;
}

test.each([
  ['two lengths', post('Content-Length: 2\r\nContent-Length: 3\r\n', 'hi')],
  [
    'a length and chunks',
    post('Content-Length: 3\r\nTransfer-Encoding: chunked\r\n', '2\r\nhi\r\n0\r\n\r\n'),
  ],
  [
    'chunks and a length',
    post('Transfer-Encoding: chunked\r\nContent-Length: 3\r\n', '2\r\nhi\r\n0\r\n\r\n'),
  ],
  ['chunks that are not the last coding', post('Transfer-Encoding: chunked, identity\r\n', 'hi')],
  ['a coding with a blank before its colon', post('Transfer-Encoding : chunked\r\n', '0\r\n\r\n')],
  ['a field over two lines', post('X-F: a\r\n  b\r\nContent-Length: 0\r\n')],
  ['a path beyond ASCII', 'GET /acquire/\xc3\xbc HTTP/1.1\r\nHost: h\r\n\r\n'],
])('a request with %s reaches nobody, and is answered', async (_, sent) => {
  const { origin, heard } = await vendorThat(OK);
  const given = await ask((await proxyTo(origin)).origin, sent);
  expect(given).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n[\s\S]*details="malformed-request"[\s\S]*\}\n$/);
  expect(heard()).toBe('');
});

test('too many bytes of fields are refused by their own status', async () => {
  const { origin, heard } = await vendorThat(OK);
  const given = await ask((await proxyTo(origin)).origin, post(`X-L: ${'a'.repeat(300_000)}\r\n`));
  expect(given).toMatch(/^HTTP\/1\.1 431 [\s\S]*details="malformed-request"/);
  expect(heard()).toBe('');
});

it('opens no tunnel, and says how it is used instead', async () => {
  const { origin } = await proxyTo(await nobody());
  const given = await ask(origin, 'CONNECT vendor.invalid:443 HTTP/1.1\r\nHost: vendor.invalid\r\n\r\n');
  expect(given).toMatch(/^HTTP\/1\.1 501 [\s\S]*"detail":"A tunnel to vendor\.invalid:443 was asked for\./);
});

test.each([
  [
    'a length that is said to be of one connection alone',
    post('Connection: keep-alive, Content-Length\r\nContent-Length: 2\r\n', 'hi'),
    'POST /x HTTP/1.1\r\nHost: VENDOR\r\nContent-Length: 2\r\n\r\nhi',
  ],
  [
    'trailers that cannot follow',
    post('Trailer: X-S\r\nContent-Length: 2\r\n', 'hi'),
    'POST /x HTTP/1.1\r\nHost: VENDOR\r\nContent-Length: 2\r\n\r\nhi',
  ],
  [
    'a method of others without a body',
    'PROPFIND /acquire/x HTTP/1.1\r\nHost: h\r\n\r\n',
    'PROPFIND /x HTTP/1.1\r\nHost: VENDOR\r\n\r\n',
  ],
  [
    'bytes beyond ASCII, and chunks with more to say',
    post('X-F: J\xc3\xbcrgen \xfc\r\nTransfer-Encoding: chunked\r\n', '2;a=b\r\nhi\r\n0;c\r\n\r\n'),
    'POST /x HTTP/1.1\r\nHost: VENDOR\r\nX-F: J\xc3\xbcrgen \xfc\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n',
  ],
])('%s: the vendor is asked what was meant', async (_, sent, expected) => {
  const { origin, heard } = await vendorThat(OK);
  await ask((await proxyTo(origin)).origin, sent, /ok$/);
  await expect.poll(() => heard().replace(new URL(origin).host, 'VENDOR')).toBe(expected);
});

test('none of 3,000 fields is left out on either way', async () => {
  const fields = Array.from({ length: 3000 }, (_, at) => `X-${at}: 1\r\n`).join('');
  const { origin, heard } = await vendorThat(`HTTP/1.1 200 OK\r\n${fields}Content-Length: 2\r\n\r\nok`);
  const given = await ask((await proxyTo(origin)).origin, post(`${fields}Content-Length: 0\r\n`), /ok$/);
  expect(heard()).toContain(`${fields}Content-Length: 0\r\n`);
  expect(given).toContain(`${fields}Content-Length: 2\r\n`);
});

test.each([
  ['trailers that cannot follow', 'HTTP/1.1 200 OK\r\nTrailer: X-S\r\nContent-Length: 2\r\n\r\nok'],
  [
    'a length that is said to be of one connection alone',
    `${OK.slice(0, 17)}Connection: content-length\r\n${OK.slice(17)}`,
  ],
  ['more than its length', `${OK}EXTRA`],
])('an answer with %s is the answer', async (_, answer) => {
  const origin = await serveBytes(answer);
  const given = await ask((await proxyTo(origin)).origin, GET, /ok$/);
  expect(withoutHops(given)).toBe(OK);
});

test.each([
  ['a status that is none', 'HTTP/1.1 099 Hm\r\nContent-Length: 2\r\n\r\nok'],
  ['a reason that cannot be written', 'HTTP/1.1 200 O\x01K\r\nContent-Length: 2\r\n\r\nok'],
  [
    'a change of protocol that nobody asked for',
    'HTTP/1.1 101 Hm\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n',
  ],
  [
    'a length and chunks',
    'HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  ],
  ['a field over two lines', 'HTTP/1.1 200 OK\r\nX-F: a\r\n\tb\r\nContent-Length: 2\r\n\r\nok'],
])('an answer with %s is told to be none, also to a WebSocket', async (_, answer) => {
  const { origin } = await vendorThat(answer);
  const proxy = await proxyTo(origin);
  expect(await ask(proxy.origin, GET)).toMatch(/^HTTP\/1\.1 502 [\s\S]*"trouble":"not-http"/);
  if (answer.includes(' 101 ')) return;
  const upgrade = GET.replace('\r\n\r\n', '\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n');
  expect(await ask(proxy.origin, upgrade)).toMatch(/^HTTP\/1\.1 502 [\s\S]*"trouble":"not-http"/);
});
