// The document asks for a GET with a body, which much software drops or refuses: what leaves us is checked as bytes.
import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import joinChat from '../../contracts/acquire/join-chat.ts';
import { exampleRequest } from '../../scripts/pacts/example-request.ts';
import { pactMatchers } from '../../scripts/pacts/pact-matchers.ts';
import { createHttpClient } from '../../src/targets/http-client.ts';

let server: Server;
let received = '';
const DOCUMENTED_BODY = '{"caseId":1684,"askJoin":true}';

beforeAll(async () => {
  server = createServer((socket) => {
    socket.on('data', (bytes) => {
      received += bytes.toString('latin1');
      if (received.endsWith(DOCUMENTED_BODY)) socket.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await sendJoinChat();
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

async function sendJoinChat(): Promise<void> {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const [interaction] = joinChat.interactions(pactMatchers);
  if (interaction === undefined) throw new Error('the contract has no interaction');
  const client = createHttpClient({ timeoutMs: 5000 });
  const result = await client.send(`http://127.0.0.1:${address.port}`, exampleRequest(interaction));
  await client.close();
  expect(result).toMatchObject({ kind: 'response', response: { status: 200 } });
}

describe('a request to join a chat, on the wire', () => {
  const head = () => received.slice(0, received.indexOf('\r\n\r\n')).split('\r\n');

  it('is a GET of the documented path', () => {
    expect(head()[0]).toBe('GET /api/v1/crm/messenger/chat/join HTTP/1.1');
  });

  it('carries the documented body, every byte of it and nothing after', () => {
    expect(received.slice(received.indexOf('\r\n\r\n') + 4)).toBe(DOCUMENTED_BODY);
  });

  it('says how long and what the body is', () => {
    const headers = head().map((line) => line.toLowerCase());
    expect(headers).toContain('content-length: 30');
    expect(headers).toContain('content-type: application/json');
    expect(headers.filter((line) => line.startsWith('transfer-encoding'))).toEqual([]);
  });

  it('carries the API key as a bearer token', () => {
    expect(head().map((line) => line.replace(/^authorization/i, 'Authorization'))).toContain(
      'Authorization: Bearer {{api_key}}',
    );
  });
});
