// Pace and patience: real answers over real sockets, and a clock that goes only when somebody sleeps.
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Pace } from '../../src/model/tenant.ts';
import { createHttpClient, type SendTraits } from '../../src/targets/http-client.ts';
import { createPacedClient } from '../../src/targets/paced-client.ts';
import { outgoing } from '../fixtures/exchange-parts.ts';
import { nobody, serveHttp } from '../fixtures/loopback-server.ts';

const FREE: Pace = { perMinute: undefined, operations: {}, longestWaitMs: 60_000, retries: 2 };
const READS: SendTraits = { operation: 'a.read', isRepeatable: true };
const SENDS: SendTraits = { operation: 'a.send' };

type Answer = readonly [status: number, headers?: Readonly<Record<string, string>>];

/** A host that gives these answers one after the other, and the last one from then on; and who asks it. */
async function laboratory(pace: Partial<Pace>, answers: readonly Answer[], mayRepeat?: () => boolean) {
  let now = Date.UTC(2026, 0, 1);
  const start = now;
  const askedAt: number[] = [];
  const { origin } = await serveHttp((_, response) => {
    const [status, headers = {}] = answers[Math.min(askedAt.length, answers.length - 1)] ?? [200];
    askedAt.push(now - start);
    response.sendDate = false;
    response.writeHead(status, headers).end();
  });
  const client = createPacedClient({
    client: createHttpClient({ timeoutMs: 5000 }),
    pace: { ...FREE, ...pace },
    clock: {
      now: () => now,
      sleep: async (ms) => {
        now += ms;
      },
    },
    ...(mayRepeat === undefined ? {} : { mayRepeat }),
  });
  onTestFinished(() => client.close());
  const send = async (traits: SendTraits) => {
    const result = await client.send(origin, outgoing(), traits);
    return result.kind === 'response' ? result.response.status : result.failure.code;
  };
  return { send, askedAt, client };
}

describe('the pace', () => {
  it('keeps requests of a vendor apart', async () => {
    const { send, askedAt } = await laboratory({ perMinute: 30 }, [[200]]);
    for (const traits of [SENDS, READS, {}]) await send(traits);
    expect(askedAt).toEqual([0, 2000, 4000]);
  });

  it('keeps those of one operation further apart, and the others not', async () => {
    const { send, askedAt } = await laboratory({ perMinute: 60, operations: { 'a.send': 6 } }, [[200]]);
    for (const traits of [SENDS, READS, SENDS]) await send(traits);
    expect(askedAt).toEqual([0, 1000, 10_000]);
  });

  it('is kept by requests that come together', async () => {
    const { send, askedAt } = await laboratory({ perMinute: 60 }, [[200]]);
    await Promise.all([send(SENDS), send(SENDS), send(SENDS)]);
    expect(askedAt).toHaveLength(3);
    expect(Math.max(...askedAt)).toBeGreaterThanOrEqual(2000);
  });

  it('is none where none is set', async () => {
    const { send, askedAt } = await laboratory({}, [[200]]);
    for (let count = 0; count < 3; count += 1) await send(SENDS);
    expect(askedAt).toEqual([0, 0, 0]);
  });
});

describe('after being told to wait', () => {
  it.each([429, 503])(
    'with %i a request without effects is sent again when the time is over',
    async (status) => {
      const { send, askedAt } = await laboratory({}, [[status, { 'retry-after': '7' }], [200]]);
      expect(await send(READS)).toBe(200);
      expect(askedAt).toEqual([0, 7000]);
    },
  );

  it('until an instant, it is sent then', async () => {
    const until = { 'retry-after': 'Thu, 01 Jan 2026 00:00:30 GMT' };
    const { send, askedAt } = await laboratory({}, [[429, until], [200]]);
    expect(await send(READS)).toBe(200);
    expect(askedAt).toEqual([0, 30_000]);
  });

  it('without a time, it is sent again after longer and longer waits', async () => {
    const { send, askedAt } = await laboratory({ retries: 3 }, [[503]]);
    expect(await send(READS)).toBe(503);
    expect(askedAt).toEqual([0, 1000, 3000, 7000]);
  });

  it.each([429, 503])('with %i a request with effects is never sent again', async (status) => {
    const { send, askedAt } = await laboratory({}, [[status, { 'retry-after': '1' }], [200]]);
    expect(await send(SENDS)).toBe(status);
    expect(await send({})).toBe(200);
    expect(askedAt).toEqual([0, 1000]);
  });

  it('the next request waits as well, whatever it does', async () => {
    const { send, askedAt } = await laboratory({}, [[429, { 'retry-after': '20' }], [200]]);
    expect(await send(SENDS)).toBe(429);
    expect(await send(SENDS)).toBe(200);
    expect(askedAt).toEqual([0, 20_000]);
  });

  it('for longer than is allowed, nothing more is sent in that time', async () => {
    const { send, askedAt } = await laboratory({ longestWaitMs: 5000 }, [[429, { 'retry-after': '3600' }]]);
    expect(await send(READS)).toBe(429);
    expect(await send(READS)).toBe('HELD_BACK');
    expect(await send(SENDS)).toBe('HELD_BACK');
    expect(askedAt).toEqual([0]);
  });

  it.each([0, 1, 4])('with %i repeats allowed, it is asked once and so many times again', async (retries) => {
    const { send, askedAt } = await laboratory({ retries }, [[429, { 'retry-after': '1' }]]);
    expect(await send(READS)).toBe(429);
    expect(askedAt).toHaveLength(retries + 1);
  });

  it('nothing is sent again that the budget does not allow', async () => {
    const left = [true, false];
    const { send, askedAt } = await laboratory({ retries: 9 }, [[503]], () => left.shift() ?? false);
    expect(await send(READS)).toBe(503);
    expect(askedAt).toHaveLength(2);
  });
});

describe('what is no reason to send again', () => {
  it.each([200, 302, 400, 401, 403, 404, 500])('an answer with %i', async (status) => {
    const { send, askedAt } = await laboratory({}, [[status]]);
    expect(await send(READS)).toBe(status);
    expect(askedAt).toHaveLength(1);
  });
});

describe('a broken connection', () => {
  const tries = async (traits: SendTraits) => {
    const waits: number[] = [];
    const client = createPacedClient({
      client: createHttpClient({ timeoutMs: 5000 }),
      pace: FREE,
      clock: {
        now: () => 0,
        sleep: async (ms) => {
          waits.push(ms);
        },
      },
    });
    onTestFinished(() => client.close());
    const result = await client.send(await nobody(), outgoing(), traits);
    expect(result).toMatchObject({ failure: { code: 'ECONNREFUSED' } });
    return waits;
  };

  it('is tried again for what has no effects, and for nothing else', async () => {
    expect(await tries(READS)).toEqual([1000, 2000]);
    expect(await tries(SENDS)).toEqual([]);
  });
});
