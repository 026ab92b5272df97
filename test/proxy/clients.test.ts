// What real clients send, straight and through the proxy: the vendor must see the same, and so must they.
import { spawn, spawnSync } from 'node:child_process';
import { request as ask, Agent as HttpAgent } from 'node:http';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { Client } from 'undici';
import { expect, it, test } from 'vitest';
import { type Asked, serveHttp } from '../fixtures/loopback-server.ts';
import { connectRaw, proxyTo } from './proxied.ts';

const ZIPPED = gzipSync('{"data":{"id":1}}');
/** Beyond what curl sends without asking first. */
const LONG = 'x'.repeat(1_100_000);

type Send = (base: string) => Promise<unknown>;

const CLIENTS: Readonly<Record<string, Send>> = {
  fetch: async (base) => {
    const answer = await fetch(`${base}/chats?a=1`, { method: 'PUT', body: '{"caseId":1}' });
    return [answer.status, answer.headers.getSetCookie(), await answer.text()];
  },
  'undici, two at once on one connection': async (base) => {
    const { origin, pathname } = new URL(base);
    const client = new Client(origin, { pipelining: 2 });
    const both = ['one', 'two'].map(async (name) => {
      const { statusCode, body } = await client.request({ path: `${pathname}/${name}`, method: 'GET' });
      return [statusCode, await body.text()];
    });
    return Promise.all(both).finally(() => client.close());
  },
  'node:http, in chunks and on a connection that is kept': async (base) => {
    const agent = new HttpAgent({ keepAlive: true, maxSockets: 1 });
    const answers = [await inChunks(base, agent), await inChunks(base, agent)];
    agent.destroy();
    return answers;
  },
};

async function inChunks(base: string, agent: HttpAgent): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = ask(`${base}/chunks`, { agent, method: 'POST', headers: { 'X-Odd-Case': 'kept' } });
    asked.on('response', (answer) => resolve(text(answer))).on('error', reject);
    for (const part of ['{"case', 'Id":', '1}']) asked.write(part);
    asked.end();
  });
}

const hasCurl = spawnSync('curl', ['--version']).status === 0;

/** What curl prints of an answer, head and body. */
function curl(...args: readonly string[]): Send {
  return (base) =>
    new Promise((resolve, reject) => {
      const child = spawn('curl', ['-si', '--compressed', '--noproxy', '*', ...args, `${base}/curl`]);
      child.once('error', reject);
      child.stdin.on('error', () => {}).end(LONG);
      resolve(text(child.stdout));
    });
}

const CURLS: Readonly<Record<string, Send>> = hasCurl
  ? {
      'curl, asking leave for a long body': curl('--data-binary', '@-', '-H', 'Expect: 100-continue'),
      'curl, in chunks': curl('-T', '-', '-H', 'Transfer-Encoding: chunked'),
      'curl, a GET with a body': curl('-X', 'GET', '-d', '{"caseId":1}'),
    }
  : {};

/** Without what belongs to one connection (RFC 9110, section 7.6.1), and without the host. */
function essence({ method, url, rawHeaders, body }: Asked) {
  const fields = rawHeaders.flatMap((name, at) => (at % 2 === 0 ? [[name, rawHeaders[at + 1]]] : []));
  const kept = fields.filter(([name = '']) => !/^(host|connection|keep-alive)$/i.test(name));
  return { method, url, kept, body };
}

test.each(Object.entries({ ...CLIENTS, ...CURLS }))('%s', async (_, send) => {
  const { origin, asked } = await serveHttp((_request, response) => {
    response.sendDate = false;
    response.setHeader('Set-Cookie', ['a=1; Path=/', 'b=2']);
    response.writeHead(200, { 'Content-Encoding': 'gzip', 'X-MiXed': 'Case' }).end(ZIPPED);
  });
  const { origin: proxy } = await proxyTo(`${origin}/api`);
  const straight = await send(`${origin}/api`);
  const passed = await send(`${proxy}/acquire`);
  expect(straight).not.toEqual([]);
  expect(withoutHop(passed)).toEqual(withoutHop(straight));
  const half = asked.length / 2;
  expect(half).toBeGreaterThan(0);
  expect(asked.slice(half).map(essence)).toEqual(asked.slice(0, half).map(essence));
});

/** curl shows the whole head. */
function withoutHop(answer: unknown): unknown {
  return typeof answer === 'string'
    ? answer.replaceAll(/^(connection|keep-alive): [^\r\n]*\r\n/gim, '')
    : answer;
}

it('an application of the last century gets no chunks, and its end with the connection', async () => {
  const { origin, asked } = await serveHttp((_request, response) => {
    response.write('in ');
    response.end('pieces');
  });
  const client = connectRaw((await proxyTo(`${origin}/api`)).origin);
  client.socket.write('POST /acquire/old HTTP/1.0\r\nContent-Length: 2\r\nX-Old: 1\r\n\r\nhi');
  const came = await client.closed;
  expect(came).toMatch(/^HTTP\/1\.[01] 200 OK\r\n/);
  expect(came).not.toMatch(/^transfer-encoding/im);
  expect(came.slice(came.indexOf('\r\n\r\n'))).toBe('\r\n\r\nin pieces');
  expect(asked.map(({ method, url, body }) => [method, url, body])).toEqual([['POST', '/api/old', 'hi']]);
});

it('what is asked in one breath is answered in its order', async () => {
  const { origin, asked } = await serveHttp(({ url }, response) => {
    // The first takes longest.
    setTimeout(() => response.end(`[${url}]`), url.endsWith('1') ? 60 : 0);
  });
  const client = connectRaw((await proxyTo(origin)).origin);
  const requests = [1, 2, 3].map((number) => `GET /acquire/${number} HTTP/1.1\r\nHost: h\r\n\r\n`);
  client.socket.write(requests.join(''));
  await client.until(/\[\/3\]/);
  expect(client.come().match(/\[\/\d\]/g)).toEqual(['[/1]', '[/2]', '[/3]']);
  expect(asked.map(({ url }) => url)).toEqual(['/1', '/2', '/3']);
});
