import { expect, test } from 'vitest';
import type { Exchange } from '../../src/model/exchange.ts';
import { exchangeDigest } from '../../src/verdict/exchange-digest.ts';
import { answered } from '../fixtures/exchange-parts.ts';

const MONDAY = 'Mon, 05 Jan 2026 09:00:00 GMT';
const TUESDAY = 'Tue, 06 Jan 2026 09:00:00 GMT';

interface Parts {
  readonly status?: number;
  readonly date?: string;
  readonly id?: string;
  readonly told?: Exchange['notifications'];
  /** Code of the failure that came instead of an answer. */
  readonly broke?: string;
}

const of = (origin: string, { status = 200, date = MONDAY, id = '1', told, broke }: Parts = {}) =>
  exchangeDigest({
    request: {
      method: 'POST',
      path: '/chats/1',
      query: [],
      headers: [],
      body: { text: JSON.stringify({ targetUri: `${origin}/users/1` }) },
    },
    result:
      broke === undefined
        ? answered(status, { uri: `${origin}/chats/${id}` }, [['date', date]])
        : { kind: 'failure', failure: { code: broke, phase: 'response', message: 'it broke' } },
    notifications: told ?? [{ channel: '/v2', data: { uri: `${origin}/chats/1` }, afterMs: 1 }],
    notificationWait: { kind: 'not-awaited' },
    timing: { responseMs: 1 },
  });

test('the same answer at another address, at another time, is the same', () => {
  expect(of('http://127.0.0.1:40100')).toMatch(/^[0-9a-f]{16}$/u);
  for (const origin of ['https://tenant.example:8443', 'ws://a.example', 'wss://a.example', ''])
    expect(of(origin)).toBe(of('http://127.0.0.1:40100'));
  expect(of('http://a.example', { date: TUESDAY })).toBe(of('http://a.example'));
});

test('another status is another, and so is another path in an address', () => {
  expect(of('http://a.example', { status: 201 })).not.toBe(of('http://a.example'));
  expect(of('http://a.example', { id: '2' })).not.toBe(of('http://a.example'));
});

test('what was told otherwise, or elsewhere, is another, whenever it was told', () => {
  const told = (channel: string, state: string, afterMs = 1) =>
    of('', { told: [{ channel, data: { state }, afterMs }] });
  expect(told('/v2', 'left')).not.toBe(told('/v2', 'joined'));
  expect(told('/v1', 'joined')).not.toBe(told('/v2', 'joined'));
  expect(told('/v2', 'joined', 500)).toBe(told('/v2', 'joined'));
});

test('another failure is another', () => {
  expect(of('', { broke: 'ECONNRESET' })).not.toBe(of('', { broke: 'ETIMEDOUT' }));
  expect(of('', { broke: 'ECONNRESET' })).toBe(of('', { broke: 'ECONNRESET' }));
});
