// Which reading of the documents a target follows is found out once for each operation.
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Alternative, OutgoingRequest, PlannedExchange } from '../../src/model/plan.ts';
import type { Obtained } from '../../src/model/target.ts';
import { FollowedReadings } from '../../src/targets/followed-readings.ts';
import { createHttpClient } from '../../src/targets/http-client.ts';
import { exchange, outgoing, planned } from '../fixtures/exchange-parts.ts';
import { serveHttp } from '../fixtures/loopback-server.ts';

const PLANNED = planned({
  request: outgoing({ path: '/me/chats/1' }),
  alternatives: [
    {
      ambiguity: 'nobody.path',
      reading: 'sample-path',
      after: 'route',
      pathTemplate: '/chats/{id}',
      request: outgoing({ path: '/chats/1' }),
      meant: outgoing({ path: '/me/chats/1' }),
    },
  ],
});

/** A target that answers each path with the status given for it, one after the other; the last one stays. */
async function target(statuses: Readonly<Record<string, readonly number[]>>) {
  const counts = new Map<string, number>();
  const { origin, asked } = await serveHttp(({ url }, response) => {
    const count = counts.get(url) ?? 0;
    counts.set(url, count + 1);
    const all = statuses[url] ?? [];
    response.writeHead(all[count] ?? all.at(-1) ?? 500).end();
  });
  const client = createHttpClient({ timeoutMs: 5000 });
  onTestFinished(() => client.close());
  const readings = new FollowedReadings();
  const send = async (request: OutgoingRequest) => {
    const sent = await client.send(origin, request);
    const { body: _, ...rest } = request;
    const result =
      sent.kind === 'response'
        ? ({ kind: 'response', response: sent.response } as const)
        : ({ kind: 'failure', failure: sent.failure } as const);
    return exchange({ request: { ...rest, body: undefined }, result });
  };
  return {
    obtain: (one = PLANNED) => readings.obtain(one, send),
    recall: (obtained: Obtained) => readings.recall(PLANNED, obtained),
    paths: () => asked.map(({ url }) => url),
  };
}

function statusOf({ exchange: { result } }: Obtained): number {
  return result.kind === 'response' ? result.response.status : 0;
}

const OTHER = { ambiguity: 'nobody.path', reading: 'sample-path' };

describe('FollowedReadings', () => {
  it('asks for nothing else where the primary path is routed', async () => {
    const { obtain, paths } = await target({ '/me/chats/1': [200] });
    expect(await obtain()).toMatchObject({ reading: undefined, superseded: [] });
    expect(paths()).toEqual(['/me/chats/1']);
  });

  it.each([404, 405])(
    'asks for the other path after a %i, and tells what it asked before',
    async (status) => {
      const { obtain, paths } = await target({ '/me/chats/1': [status], '/chats/1': [200] });
      const obtained = await obtain();
      expect(statusOf(obtained)).toBe(200);
      expect(obtained.reading).toEqual(OTHER);
      expect(obtained.superseded.map(({ request }) => request.path)).toEqual(['/me/chats/1']);
      expect(paths()).toEqual(['/me/chats/1', '/chats/1']);
    },
  );

  it('remembers which path was routed, for that operation only', async () => {
    const { obtain, paths } = await target({ '/me/chats/1': [404], '/chats/1': [200] });
    await obtain();
    expect(await obtain()).toMatchObject({ reading: OTHER, superseded: [] });
    expect(paths()).toEqual(['/me/chats/1', '/chats/1', '/chats/1']);
    await obtain({ ...PLANNED, operation: 'example.other' });
    expect(paths().slice(3)).toEqual(['/me/chats/1', '/chats/1']);
  });

  it.each([
    ['the other path', [404], ['/chats/1']],
    ['the primary path', [200], ['/me/chats/1']],
    ['neither', [404], ['/me/chats/1', '/chats/1']],
  ])(
    'knows %s from what was obtained before, and sends nothing to learn it',
    async (what, primary, asked) => {
      const others = what === 'neither' ? [404] : [200];
      const statuses = { '/me/chats/1': primary, '/chats/1': others };
      const before = await (await target(statuses)).obtain();
      const { recall, obtain, paths } = await target(statuses);
      await recall(before);
      expect(paths()).toEqual([]);
      await obtain();
      expect(paths()).toEqual(asked);
    },
  );

  it('takes a 404 for what it says once the path is known to be routed', async () => {
    const { obtain, paths } = await target({ '/me/chats/1': [200, 404], '/chats/1': [200] });
    await obtain();
    const later = await obtain();
    expect(statusOf(later)).toBe(404);
    expect(later.reading).toBeUndefined();
    expect(paths()).toEqual(['/me/chats/1', '/me/chats/1']);
  });

  it.each([400, 401, 403, 429, 500, 503])('does not ask for the other path after a %i', async (status) => {
    const { obtain, paths } = await target({ '/me/chats/1': [status], '/chats/1': [200] });
    expect(statusOf(await obtain())).toBe(status);
    expect(paths()).toEqual(['/me/chats/1']);
  });

  it('judges the answer to the primary path where neither is routed, and asks for both again', async () => {
    const { obtain, paths } = await target({ '/me/chats/1': [404], '/chats/1': [404] });
    const obtained = await obtain();
    expect(obtained.reading).toBeUndefined();
    expect(obtained.exchange.request.path).toBe('/me/chats/1');
    expect(obtained.superseded.map(({ request }) => request.path)).toEqual(['/chats/1']);
    await obtain();
    expect(paths()).toEqual(['/me/chats/1', '/chats/1', '/me/chats/1', '/chats/1']);
  });
});

/** A target that answers by the body it is sent. */
async function pickyTarget(answerTo: (body: string) => number) {
  const { origin, asked } = await serveHttp(({ body }, response) => {
    response.writeHead(answerTo(body)).end();
  });
  const client = createHttpClient({ timeoutMs: 5000 });
  onTestFinished(() => client.close());
  const readings = new FollowedReadings();
  const send = async (request: OutgoingRequest) => {
    const sent = await client.send(origin, request);
    const { body, ...rest } = request;
    const result =
      sent.kind === 'response'
        ? ({ kind: 'response', response: sent.response } as const)
        : ({ kind: 'failure', failure: sent.failure } as const);
    return exchange({ request: { ...rest, body: body === undefined ? undefined : { text: body } }, result });
  };
  return {
    obtain: (parts: Partial<PlannedExchange> = {}) => readings.obtain(planned({ ...FORMS, ...parts }), send),
    bodies: () => asked.map(({ body }) => body),
  };
}

const form = (ambiguity: string, reading: string, body: string): Alternative => ({
  ambiguity,
  reading,
  after: 'form',
  pathTemplate: '/things/{id}',
  request: outgoing({ body }),
  meant: outgoing({ body: '"assumed"' }),
});
const FORMS = {
  request: outgoing({ body: '"assumed"' }),
  alternatives: [
    form('nobody.place', 'top', '"top"'),
    form('nobody.place', 'bottom', '"bottom"'),
    form('nobody.type', 'text', '"text"'),
  ],
};

describe('the form of a request', () => {
  it.each([400, 422])('is tried another way after a %i, one at a time, each once', async (status) => {
    const { obtain, bodies } = await pickyTarget((body) => (body === '"text"' ? 200 : status));
    const obtained = await obtain();
    expect(obtained.reading).toEqual({ ambiguity: 'nobody.type', reading: 'text' });
    expect(obtained.superseded.map(({ request }) => request.body)).toEqual(
      ['"assumed"', '"top"', '"bottom"'].map((text) => ({ text })),
    );
    await obtain();
    expect(bodies()).toEqual(['"assumed"', '"top"', '"bottom"', '"text"', '"text"']);
  });

  it.each([200, 202, 401, 403, 404, 405, 409, 429, 500, 503])(
    'is left as it is after a %i',
    async (status) => {
      const { obtain, bodies } = await pickyTarget(() => status);
      expect(statusOf(await obtain())).toBe(status);
      expect(bodies()).toEqual(['"assumed"']);
    },
  );

  it.each([500, 403])('is not tried further once an attempt ends in a %i', async (status) => {
    const { obtain, bodies } = await pickyTarget((body) => (body === '"top"' ? status : 400));
    const obtained = await obtain();
    expect(bodies()).toEqual(['"assumed"', '"top"']);
    expect(obtained.reading).toBeUndefined();
    expect(statusOf(obtained)).toBe(400);
  });

  it.each<readonly [string, Partial<PlannedExchange>]>([
    ['a variant', { origin: { kind: 'variant', basedOn: 'one' } }],
    ['a probe', { origin: { kind: 'probe', basedOn: 'one' } }],
    ['what is to be refused', { intent: { kind: 'refused', cause: 'wrong-state' } }],
  ])('is not in doubt where %s is refused', async (_, parts) => {
    const { obtain, bodies } = await pickyTarget(() => 400);
    expect((await obtain(parts)).superseded).toEqual([]);
    expect(bodies()).toEqual(['"assumed"']);
  });

  it('is settled for good by the first request that is taken, and a later refusal speaks for itself', async () => {
    let isTaken = true;
    const { obtain, bodies } = await pickyTarget(() => (isTaken ? 200 : 400));
    await obtain();
    isTaken = false;
    expect(statusOf(await obtain())).toBe(400);
    expect(bodies()).toEqual(['"assumed"', '"assumed"']);
  });

  it('is judged as assumed where every one is refused', async () => {
    const { obtain } = await pickyTarget(() => 400);
    const { exchange: judged, reading, superseded } = await obtain();
    expect(judged.request.body).toEqual({ text: '"assumed"' });
    expect(reading).toBeUndefined();
    expect(superseded).toHaveLength(3);
  });
});

describe('the place of the credentials', () => {
  const elsewhere = [{ ...form('nobody.key', 'query', '"elsewhere"'), after: 'credentials' as const }];

  it('is another one after a 401 only', async () => {
    const { obtain, bodies } = await pickyTarget((body) => (body === '"elsewhere"' ? 200 : 401));
    const { reading } = await obtain({ alternatives: elsewhere });
    expect(reading).toEqual({ ambiguity: 'nobody.key', reading: 'query' });
    expect(bodies()).toEqual(['"assumed"', '"elsewhere"']);
  });

  it.each([400, 403, 429])('is not in doubt after a %i', async (status) => {
    const { obtain, bodies } = await pickyTarget(() => status);
    await obtain({ alternatives: elsewhere });
    expect(bodies()).toEqual(['"assumed"']);
  });
});

it('sends nothing more when no answer came', async () => {
  const readings = new FollowedReadings();
  const failure = { code: 'TIMEOUT', phase: 'response', message: 'too late' } as const;
  let count = 0;
  const obtained = await readings.obtain(planned(FORMS), async () => {
    count += 1;
    return exchange({ result: { kind: 'failure', failure } });
  });
  expect(count).toBe(1);
  expect(obtained.superseded).toEqual([]);
});
