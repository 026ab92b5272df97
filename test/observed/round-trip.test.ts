// The evidence of a run, exported as HAR and judged again, comes to the very verdicts and findings of the run.
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checks } from '../../src/generated/checks.ts';
import { type PactMatcher, startPactMatcher } from '../../src/judges/contract/pact-matcher.ts';
import { listFaults, listLiberties } from '../../src/mock/faults/list-faults.ts';
import type { Body } from '../../src/model/exchange.ts';
import type { RecordedItem, RecordedStretch } from '../../src/model/recorded.ts';
import type { Report } from '../../src/model/report.ts';
import { startObservation } from '../../src/observed/observation.ts';
import { observeStretches } from '../../src/observed/observe-stretches.ts';
import { NO_COUNTER } from '../../src/observed/stretch-counter.ts';
import { createMasker } from '../../src/privacy/masker.ts';
import { readRecording } from '../../src/recordings/read-recording.ts';
import { stretchOf } from '../../src/recordings/stretch.ts';
import { writeHar } from '../../src/recordings/write-har.ts';
import { suite } from '../fixtures/committed-suite.ts';
import { header, recordedRun } from './observed-run.ts';

/** All of them take minutes; by default a few are tried, one of each kind of thing that a recording has to keep. */
const isAll = process.env['EVERY_FAULT'] !== undefined;
const TRIED: Readonly<Record<string, string>> = {
  'acquire.mail-internal-error': 'acquire.addMailMessage',
  'acquire.join-moved': 'acquire.joinChat',
  'genesys.notifications-duplicated': 'genesys.inviteAgentToChat',
  'rocketchat.department-id-missing': 'rocketchat.registerDepartment',
  'any.body-cut': 'rocketchat.registerDepartment',
  'any.never-answers': 'genesys.inviteAgentToChat',
};
const runs = [
  { name: 'nothing planted', operation: isAll ? '*' : 'genesys.inviteAgentToChat', faults: [] },
  ...[...listFaults(), ...listLiberties()].flatMap(({ name, operation }) => {
    const concerned = isAll ? operation : TRIED[name];
    return concerned === undefined ? [] : [{ name, operation: concerned, faults: [name] }];
  }),
];

let matcher: PactMatcher;
beforeAll(async () => {
  matcher = await startPactMatcher();
});
afterAll(() => matcher.close());

async function judged(items: AsyncIterable<RecordedItem>): Promise<Report> {
  const masker = createMasker({ suite, secrets: [], people: 'real' });
  const ground = { suite, checks, matcher, masker };
  const observation = startObservation(ground);
  await observeStretches(observation, oneByOne(items), ground, { counter: NO_COUNTER });
  return observation.report(header);
}

async function* oneByOne(items: AsyncIterable<RecordedItem>): AsyncGenerator<RecordedStretch> {
  for await (const item of items) yield stretchOf(() => [item]);
}

/** What both have to agree on, which is all but how often something was seen. */
function comparable({ operations, verdict, exitCode, totals, gateShutBy }: Report) {
  return {
    ...{ verdict, exitCode, totals, gateShutBy },
    operations: operations.map(({ fields: _fields, observed: _observed, cases, ...rest }) => ({
      ...rest,
      cases: cases.map(({ findings, ...one }) => ({
        ...one,
        findings: findings.map(({ seen: _seen, ...finding }) => finding),
      })),
    })),
  };
}

const origin = { tool: { name: 'livechat-conformance', version: 'test' }, startedAt: new Date(0) };

describe('judged again', () => {
  test.each(runs)('$name', async ({ operation, faults }) => {
    const { report, evidence } = await recordedRun(faults, operation, matcher);
    const lines = await judged(readRecording(createReadStream(evidence), 'evidence.ndjson'));
    expect(comparable(lines)).toEqual(comparable(report));
    const har = Readable.from(writeHar(readRecording(createReadStream(evidence), 'evidence.ndjson'), origin));
    const entries = await judged(readRecording(asBytes(har), 'exchanges.har'));
    expect(comparable(entries)).toEqual(comparable(report));
  });

  test('an answer that is no text', async () => {
    const { evidence } = await recordedRun([], 'rocketchat.registerDepartment', matcher);
    const bytes = { base64: Buffer.from([0xff, 0xfe, 0x00, 0x7b]).toString('base64') };
    const recorded = (): AsyncIterable<RecordedItem> =>
      withAnswers(readRecording(createReadStream(evidence), 'evidence.ndjson'), bytes);
    const lines = await judged(recorded());
    const syntax = lines.operations[0]?.cases.filter(({ check }) => check === 'response-body-syntax') ?? [];
    expect(new Set(syntax.map(({ outcome }) => outcome))).toContain('failed');
    const har = Readable.from(writeHar(recorded(), origin));
    const entries = await judged(readRecording(asBytes(har), 'exchanges.har'));
    expect(comparable(entries)).toEqual(comparable(lines));
  });
});

/** The same exchanges, each answered by these bytes. */
async function* withAnswers(items: AsyncIterable<RecordedItem>, body: Body): AsyncGenerator<RecordedItem> {
  for await (const item of items) {
    const exchange = item.kind === 'exchange' ? item.observed.exchange : undefined;
    if (item.kind !== 'exchange' || exchange?.result.kind !== 'response') {
      yield item;
      continue;
    }
    const result = { ...exchange.result, response: { ...exchange.result.response, body } };
    yield { ...item, observed: { ...item.observed, exchange: { ...exchange, result } } };
  }
}

async function* asBytes(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const text of texts) yield Buffer.from(text);
}
