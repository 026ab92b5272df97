// Which of two paths a target routes is found out once for each operation.
import { describe, expect, it, onTestFinished } from 'vitest';
import type { OutgoingRequest } from '../../src/model/plan.ts';
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
      pathTemplate: '/chats/{id}',
      request: outgoing({ path: '/chats/1' }),
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
  return { obtain: (one = PLANNED) => readings.obtain(one, send), paths: () => asked.map(({ url }) => url) };
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
