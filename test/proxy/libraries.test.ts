// got, axios, node-fetch and Python's, straight and through the proxy: nobody may tell which of both it was.
import { spawn, spawnSync } from 'node:child_process';
import { Agent, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Mock } from '../../src/mock/start-mock.ts';
import type { Pair } from '../../src/model/exchange.ts';
import { establish, runMock } from '../mock/mock-client.ts';
import { type Ask, HTTP_LIBRARIES, type HttpLibrary, isEndToEnd, type Told } from './http-libraries.ts';
import { observingProxy } from './observing.ts';
import { proxyTo } from './proxied.ts';
import { heardBy, type RecordingVendor, recordingVendor } from './recording-vendor.ts';

const ASKS: readonly Ask[] = [
  { method: 'GET', path: '/chats?status=open&name=J%C3%BCrgen+M&x=a%2Fb&empty=&flag' },
  {
    method: 'POST',
    path: '/messages',
    body: { kind: 'json', value: { caseId: 1, text: 'gr\u00fc\u00df dich' } },
  },
  { method: 'PUT', path: '/files', body: { kind: 'bytes', bytes: Buffer.alloc(1_100_000, 'x') } },
  { method: 'POST', path: '/stream', body: { kind: 'stream', text: 'of a length that nobody knows' } },
  { method: 'POST', path: '/messages' },
  { method: 'GET', path: '/moved', leavesRedirects: true },
  { method: 'HEAD', path: '/chats' },
  { method: 'GET', path: '/missing' },
  { method: 'DELETE', path: '/chats/1', headers: { Authorization: 'Bearer t' } },
];

const ZIPPED = gzipSync('{"data":[{"id":1,"name":"J\u00fcrgen"}]}');
const JSON_TYPE = 'application/json; charset=utf-8';

function answer(path: string, response: ServerResponse, bytes: number): void {
  response.setHeader('Set-Cookie', ['a=1; Path=/', 'b=2; HttpOnly']);
  if (path.endsWith('/moved')) response.writeHead(302, { Location: 'http://vendor.invalid/elsewhere' }).end();
  else if (path.endsWith('/missing')) response.writeHead(404, 'Nobody Here').end('{"error":"none"}');
  else if (path.endsWith('/chats/1')) response.writeHead(204).end();
  else if (path.endsWith('/chats'))
    response.writeHead(200, { 'Content-Type': JSON_TYPE, 'Content-Encoding': 'gzip' }).end(ZIPPED);
  else response.writeHead(201, { 'Content-Type': JSON_TYPE, 'X-OddCase': 'Kept' }).end(`{"bytes":${bytes}}`);
}

/** Whoever asks as a team does that keeps its connections. */
async function askAll({ ask }: HttpLibrary, base: string): Promise<readonly Told[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  onTestFinished(() => agent.destroy());
  const told: Told[] = [];
  for (const one of ASKS) told.push(await ask(base, one, agent));
  return told;
}

/** What the vendor heard, without the host that it was called by. */
function heard({ connections }: RecordingVendor, from: number, host: string): readonly string[] {
  return heardBy(connections.slice(from)).map((text) => text.replaceAll(host, 'VENDOR'));
}

test.each(Object.entries(HTTP_LIBRARIES))('%s asks and is told the same', async (_, library) => {
  const vendor = await recordingVendor(answer);
  const { host } = new URL(vendor.origin);
  const proxy = await proxyTo(`${vendor.origin}/api`);
  const straight = await askAll(library, `${vendor.origin}/api`);
  const before = vendor.connections.length;
  const passed = await askAll(library, `${proxy.origin}/acquire`);
  expect(straight.map(({ status }) => status)).toEqual([200, 201, 201, 201, 201, 302, 200, 404, 204]);
  expect(straight[2]?.body).toBe('{"bytes":1100000}');
  expect(passed).toEqual(straight);
  expect(heard(vendor, before, host)).toEqual(heard(vendor, 0, host).slice(0, before));
});

test.each(Object.entries(HTTP_LIBRARIES))('%s hangs up, and the vendor is hung up on', async (_, { ask }) => {
  const vendor = await recordingVendor(() => {});
  const proxy = await proxyTo(vendor.origin);
  const endings = [];
  for (const base of [vendor.origin, `${proxy.origin}/acquire`]) {
    const agent = new Agent({ keepAlive: true });
    const hangUp = new AbortController();
    const asked = ask(base, { method: 'GET', path: '/slow', signal: hangUp.signal }, agent);
    const name = asked.catch((error: Error) => error.name);
    const at = endings.length;
    await expect.poll(() => vendor.connections[at]?.come()).toMatch(/\r\n\r\n$/);
    hangUp.abort();
    endings.push(await name);
    expect(await vendor.connections[at]?.closed).toContain('GET /slow');
  }
  expect(endings[0]).toMatch(/^(Abort|Canceled)Error$/);
  expect(endings[1]).toBe(endings[0]);
});

test.each(Object.entries(HTTP_LIBRARIES))('what %s asks of a vendor is judged', async (_, library) => {
  const [one, other] = [await runMock(), await runMock()];
  const proxy = await observingProxy({ acquire: other.baseUrl('acquire') });
  const straight = await chat(library, one, one.baseUrl('acquire'));
  const passed = await chat(library, other, proxy.baseUrl('acquire'));
  // The vendor's clock goes on in between.
  const said = (told: readonly Told[]) => told.map(({ status, body }) => [status, body]);
  expect(new Set(straight.map(({ status }) => status))).toEqual(new Set([200]));
  expect(said(passed)).toEqual(said(straight));
  const { operations, observation } = await proxy.report();
  expect(operations.map(({ operation, documented }) => [operation, documented.verdict])).toEqual([
    ...(library.sendsBodyOfGet ? [['acquire.joinChat', 'conformant']] : []),
    ['acquire.addChatMessage', 'conformant'],
  ]);
  expect(observation).toMatchObject({ matched: straight.length, unreadTotal: 0 });
});

/** What a chat window asks of the vendor. */
async function chat(
  { ask, sendsBodyOfGet }: HttpLibrary,
  mock: Mock,
  base: string,
): Promise<readonly Told[]> {
  const { apiKey } = establish(mock, 'acquire', ['an API key'], { apiKey: '' });
  const open = establish(mock, 'acquire', ['an open case'], { caseId: 0, contactId: 0 });
  const { caseId = 0, contactId } = open;
  const agent = new Agent({ keepAlive: true });
  onTestFinished(() => agent.destroy());
  const headers = { Authorization: `Bearer ${apiKey}` };
  const join = '/api/v1/crm/messenger/chat/join';
  const say = `/api/v1/crm/messenger/chat/add-message?contactId=${contactId}&x-user-type=user`;
  const asks: readonly Ask[] = [
    ...(sendsBodyOfGet
      ? [{ method: 'GET', path: join, headers, body: { kind: 'json', value: { caseId } } } as const]
      : []),
    {
      ...{ method: 'POST', path: say, headers },
      body: { kind: 'json', value: { caseId, message: { message: 'Gr\u00fc\u00df dich', type: 'message' } } },
    },
  ];
  const told: Told[] = [];
  for (const one of asks) told.push(await ask(base, one, agent));
  return told;
}

const PYTHON = 'python3';

function hasModule(name: string): boolean {
  return spawnSync(PYTHON, ['-c', `import ${name}`]).status === 0;
}

async function askInPython(library: string, base: string): Promise<readonly (readonly unknown[])[]> {
  const child = spawn(PYTHON, [join(import.meta.dirname, 'ask-in-python.py'), library, base]);
  const [told, complaint] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (complaint !== '') throw new Error(complaint);
  const answers: readonly [number, string, readonly Pair[], string][] = JSON.parse(told);
  return answers.map(([status, reason, headers, body]) => [status, reason, headers.filter(isEndToEnd), body]);
}

describe.each(['urllib', 'requests'])('%s of Python', (library) => {
  test.skipIf(!hasModule(library))(`asks and is told the same; wants ${PYTHON} with ${library}`, async () => {
    const vendor = await recordingVendor(answer);
    const { host } = new URL(vendor.origin);
    const proxy = await proxyTo(`${vendor.origin}/api`);
    const straight = await askInPython(library, `${vendor.origin}/api`);
    const before = vendor.connections.length;
    const passed = await askInPython(library, `${proxy.origin}/acquire`);
    expect(straight.map(([status]) => status)).toEqual([200, 201, 201, 302, 200, 404, 204]);
    expect(passed).toEqual(straight);
    expect(heard(vendor, before, host)).toEqual(heard(vendor, 0, host).slice(0, before));
  });
});
