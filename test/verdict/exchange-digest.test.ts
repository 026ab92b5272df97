import { expect, test } from 'vitest';
import { exchangeDigest } from '../../src/verdict/exchange-digest.ts';

const of = (
  origin: string,
  rest: { readonly status?: number; readonly date?: string; readonly id?: string } = {},
) =>
  exchangeDigest({
    request: {
      method: 'POST',
      path: '/chats/1',
      query: [],
      headers: [],
      body: { text: JSON.stringify({ targetUri: `${origin}/users/1` }) },
    },
    result: {
      kind: 'response',
      response: {
        status: rest.status ?? 200,
        headers: [['date', rest.date ?? 'Mon, 05 Jan 2026 09:00:00 GMT']],
        body: { text: JSON.stringify({ uri: `${origin}/chats/${rest.id ?? '1'}` }) },
      },
    },
    notifications: [{ channel: '/v2', data: { uri: `${origin}/chats/1` }, afterMs: 1 }],
    notificationWait: { kind: 'not-awaited' },
    timing: { responseMs: 1 },
  });

test('the same answer at another address, at another time, is the same', () => {
  expect(of('http://127.0.0.1:40100')).toMatch(/^[0-9a-f]{16}$/u);
  expect(of('https://tenant.example:8443')).toBe(of('http://127.0.0.1:40100'));
  expect(of('http://a.example', { date: 'Tue, 06 Jan 2026 09:00:00 GMT' })).toBe(of('http://a.example'));
});

test('another status is another, and so is another path in an address', () => {
  expect(of('http://a.example', { status: 201 })).not.toBe(of('http://a.example'));
  expect(of('http://a.example', { id: '2' })).not.toBe(of('http://a.example'));
});
