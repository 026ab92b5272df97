// A recording that threads have shared comes to the very report that one thread alone comes to.
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readRecorded, recordExchanges } from '../../bench/recorded-exchanges.ts';
import { harEntries } from '../../bench/recording-loops.ts';
import { checks } from '../../src/generated/checks.ts';
import type { PactMatcher } from '../../src/judges/contract/pact-matcher.ts';
import { isJsonObject } from '../../src/model/json.ts';
import type { Operation } from '../../src/model/operation.ts';
import type { Report } from '../../src/model/report.ts';
import { startObservation } from '../../src/observed/observation.ts';
import { observeStretches } from '../../src/observed/observe-stretches.ts';
import { NO_COUNTER, type StretchCounter } from '../../src/observed/stretch-counter.ts';
import { createMasker } from '../../src/privacy/masker.ts';
import { readRecording, readStretches } from '../../src/recordings/read-recording.ts';
import { type CountingThreads, openCountingThreads } from '../../src/threads/open-counting-threads.ts';
import { operationOf, suite } from '../fixtures/committed-suite.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { ANSWER, entry, har, inPieces } from '../observed/har-parts.ts';
import { header } from '../observed/observed-run.ts';

const INVITE = operationOf('genesys.inviteAgentToChat');

/** One run over all operations of the mock vendors, and what else stands in recordings. */
async function varied(): Promise<readonly string[]> {
  const recorded = harEntries(readRecorded(await recordExchanges(), suite)).map(String);
  const polled = [{ channel: INVITE.notifications?.channel, data: { chat: { id: '1' } } }];
  const others = [
    entry({ url: 'https://cdn.example.org/app.js?v=1' }),
    entry({ url: 'https://desk.example.org/api/v2/me/notifications', answer: JSON.stringify(polled) }),
    entry({ content: { text: Buffer.from([0xff, 0xfe, 0x7b]).toString('base64'), encoding: 'base64' } }),
    entry({ answer: { success: null } }),
    { request: 'nothing' },
  ];
  return [...recorded, ...others.map((one) => JSON.stringify(one))];
}

const entries = await varied();
const TIMES = 20;
const started = (at: number): string => new Date(Date.parse('2026-01-01') + at * 1000).toISOString();
const dated = (text: string, at: number): string => `{"startedDateTime":"${started(at)}",${text.slice(1)}`;
const all = Array.from({ length: TIMES }, () => entries).flat();
const harText = (creator: string) =>
  `{"log":{"version":"1.2","creator":{"name":"${creator}","version":"1"},"entries":[\n${all.map(dated).join(',\n')}]}}`;

const masker = createMasker({ suite, secrets: [], people: 'real' });

interface Judging {
  readonly counter?: StretchCounter;
  readonly matcher?: PactMatcher;
  readonly operations?: readonly Operation[];
}

async function judged(text: string, { counter = NO_COUNTER, matcher, operations }: Judging): Promise<Report> {
  const ground = { suite, checks, matcher, masker };
  const observation = startObservation(ground, { contractSample: 2, ...(operations && { operations }) });
  await observeStretches(observation, readStretches(inPieces(text, 65_536), 'traffic'), ground, { counter });
  return observation.report(header);
}

/** Counts how many stretches it was given and has counted. */
function watched(threads: CountingThreads) {
  const counts = { asked: 0, counted: 0 };
  const counter: StretchCounter = {
    atOnce: threads.atOnce,
    count: (stretch) => {
      counts.asked += 1;
      return threads.count(stretch)?.then((counted) => {
        if (counted !== undefined) counts.counted += 1;
        return counted;
      });
    },
    countObserved: threads.countObserved,
  };
  return { counter, counts };
}

async function withThreads<Result>(
  options: Partial<Parameters<typeof openCountingThreads>[0]>,
  use: (threads: CountingThreads) => Promise<Result>,
): Promise<Result> {
  const lost: string[] = [];
  const onLost = (problem: string) => lost.push(problem);
  const threads = openCountingThreads({
    ...{ suite, checkFolders: [], threads: 2, startAfter: 0, onLost },
    ...options,
  });
  try {
    const result = await use(threads);
    expect(lost).toEqual([]);
    return result;
  } finally {
    await threads.close();
  }
}

/** Says of everything that it matches, and of how much it was asked. */
function obligingMatcher() {
  const asked: string[] = [];
  const matcher: PactMatcher = {
    matchExchange: async ({ id }) => {
      asked.push(id);
      return { kind: 'matched' };
    },
    matchMessage: async () => ({ kind: 'matched' }),
    verifierPid: undefined,
    close: async () => {},
  };
  return { matcher, asked };
}

const TEXT = harText('Charles');
const ALONE = await judged(TEXT, {});

describe('the same report', () => {
  test.each(['Charles', 'WebInspector'])('of what %s has recorded', async (creator) => {
    const text = harText(creator);
    const alone = creator === 'Charles' ? ALONE : await judged(text, {});
    expect(alone.operations).toHaveLength(7);
    expect(alone.observation?.unmatched).toContainEqual(
      expect.objectContaining({ path: 'https://cdn.example.org/app.js', times: TIMES }),
    );
    expect(alone.observation).toMatchObject({ unreadTotal: TIMES });
    await withThreads({}, async (threads) => {
      const { counter, counts } = watched(threads);
      expect(await judged(text, { counter })).toEqual(alone);
      expect(counts.asked).toBeGreaterThan(3);
      expect(counts.counted).toBe(counts.asked);
    });
  });

  test('of lines of exchanges', async () => {
    const observed = [];
    for await (const item of readRecording(inPieces(TEXT, 65_536), 'traffic'))
      if (item.kind === 'exchange') observed.push(JSON.stringify(item.observed));
    const lines = ['{"kind":"sending","id":"never-answered"}', ...observed, 'no JSON'].join('\n');
    const alone = await judged(lines, {});
    expect(alone.observation).toMatchObject({ exchanges: observed.length, unreadTotal: 2 });
    await withThreads({}, async (threads) => {
      const { counter, counts } = watched(threads);
      expect(await judged(lines, { counter })).toEqual(alone);
      expect(counts.counted).toBeGreaterThan(3);
    });
  });

  test('with contracts, which are asked of the same exchanges', async () => {
    const [alone, shared] = [obligingMatcher(), obligingMatcher()];
    const report = await judged(TEXT, { matcher: alone.matcher });
    expect(alone.asked.length).toBeGreaterThan(20);
    await withThreads({}, async (counter) => {
      expect(await judged(TEXT, { counter, matcher: shared.matcher })).toEqual(report);
      expect(shared.asked).toEqual(alone.asked);
    });
  });

  test('of the operations that were asked for', async () => {
    const operations = [operationOf('acquire.sendSms')];
    const alone = await judged(TEXT, { operations });
    expect(alone.observation?.leftOut).toBeGreaterThan(100);
    for (const told of [{}, { operations }])
      await withThreads(told, async (counter) => {
        expect(await judged(TEXT, { counter, operations })).toEqual(alone);
      });
  });

  test('of an operation of which some answers are compressed, and of what was not sent but looks like an entry', async () => {
    const answered = (name: string) => ({ ...(isJsonObject(ANSWER) ? ANSWER : {}), [name]: 1 });
    const packed = gzipSync(JSON.stringify(answered('first'))).toString('base64');
    const compressed = entry({
      content: { text: packed, encoding: 'base64' },
      response: { headers: [{ name: 'Content-Encoding', value: 'gzip' }] },
    });
    const plain = ['second', 'first'].map((name) => entry({ answer: answered(name) }));
    const slots = `"_unsent":[${JSON.stringify(entry())}]}}`;
    const text = har('Charles', [compressed, ...plain]).replace(/\}\}$/, `,${slots}`);
    const alone = await judged(text, {});
    expect(alone.observation).toMatchObject({ exchanges: 3, unreadTotal: 1 });
    const fields = alone.operations[0]?.fields?.map(({ at }) => at) ?? [];
    expect(fields.filter((at) => /#\/(first|second)$/.test(at))).toEqual([
      'response.body#/first',
      'response.body#/second',
    ]);
    await withThreads({}, async (counter) => {
      expect(await judged(text, { counter })).toEqual(alone);
    });
  });

  test('where no thread can start', async () => {
    const lost: string[] = [];
    const gone = {
      checkFolders: [join(temporaryFolder(), 'gone')],
      onLost: (problem: string) => lost.push(problem),
    };
    await withThreads(gone, async (threads) => {
      const { counter, counts } = watched(threads);
      expect(await judged(TEXT, { counter })).toEqual(ALONE);
      expect(counts.counted).toBe(0);
      expect(lost).toEqual([expect.stringContaining('gone'), expect.stringContaining('gone')]);
    });
  });
});

test('no thread is started before there is enough to do', async () => {
  await withThreads({ startAfter: 100 }, async (threads) => {
    const { counter, counts } = watched(threads);
    await judged(TEXT, { counter });
    expect(counts.asked).toBeGreaterThan(3);
    expect(counts.counted).toBe(0);
  });
});
