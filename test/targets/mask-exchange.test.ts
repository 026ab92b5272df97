import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/model/exchange.ts';
import { maskExchange } from '../../src/targets/mask-exchange.ts';
import { exchange } from '../fixtures/exchange-parts.ts';

const SECRET = 'k-123456-ü';
const MASKS = [{ secret: SECRET, shown: '[secret:apiKey]' }];

/** The secret wherever an exchange can hold a text. */
const FULL: Exchange = exchange({
  request: {
    method: 'POST',
    path: `/things/${SECRET}`,
    query: [['key', SECRET]],
    headers: [['authorization', `Bearer ${SECRET}`]],
    body: { text: `{"key":"${SECRET}"}` },
  },
  result: {
    kind: 'response',
    response: { status: 200, headers: [['x-echo', SECRET]], body: { text: `you sent ${SECRET}` } },
  },
  notifications: [{ channel: `/for/${SECRET}`, data: { [SECRET]: [SECRET] }, afterMs: 1 }],
  notificationWait: {
    kind: 'failed',
    failure: { code: 'X', phase: 'notifications', message: `refused ${SECRET}` },
  },
});
const FAILED: Exchange = exchange({
  result: { kind: 'failure', failure: { code: 'X', phase: 'send', message: `cannot send ${SECRET}` } },
});

describe('maskExchange', () => {
  it.each([
    ['response', FULL],
    ['failure', FAILED],
  ])('leaves the secret in no place of an exchange that ended in a %s', (_, one) => {
    expect(JSON.stringify(one)).toContain(SECRET);
    const masked = JSON.stringify(maskExchange(one, MASKS));
    expect(masked).not.toContain(SECRET);
    expect(masked.split('[secret:apiKey]').length).toBe(JSON.stringify(one).split(SECRET).length);
  });

  it('leaves it in no bytes that are no text either, and those bytes as they are', () => {
    const bytes = (text: string) =>
      Buffer.concat([Buffer.from([0xff, 0x00]), Buffer.from(text), Buffer.from([0xfe])]);
    const body = { base64: bytes(`key ${SECRET}.`).toString('base64') };
    const one = exchange({ result: { kind: 'response', response: { status: 200, headers: [], body } } });
    expect(maskExchange(one, MASKS).result).toMatchObject({
      response: { body: { base64: bytes('key [secret:apiKey].').toString('base64') } },
    });
  });

  it('changes nothing else', () => {
    expect(maskExchange(exchange(), MASKS)).toEqual(exchange());
    const bytes = { base64: Buffer.from([0xff, 0xfe, 0x00, 0x80]).toString('base64') };
    const one = exchange({
      result: { kind: 'response', response: { status: 200, headers: [], body: bytes } },
    });
    expect(maskExchange(one, MASKS)).toEqual(one);
  });
});
