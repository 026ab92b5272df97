import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { checks } from '../../src/generated/checks.ts';
import { withMember } from '../../src/model/edit-json.ts';
import type { ObservedExchange } from '../../src/model/observed.ts';
import type { RecordedItem } from '../../src/model/recorded.ts';
import type { Report } from '../../src/model/report.ts';
import { startObservation } from '../../src/observed/observation.ts';
import { observeStretches } from '../../src/observed/observe-stretches.ts';
import { NO_COUNTER } from '../../src/observed/stretch-counter.ts';
import { createMasker } from '../../src/privacy/masker.ts';
import { readRecording, readStretches } from '../../src/recordings/read-recording.ts';
import { interactionOf, suite } from '../fixtures/committed-suite.ts';
import { ANSWER, CREDENTIALS, DEPARTMENT, entry, har, inPieces, shownAnswer } from './har-parts.ts';
import { header } from './observed-run.ts';

async function itemsOf(text: string | Buffer): Promise<readonly RecordedItem[]> {
  const items: RecordedItem[] = [];
  for await (const item of readRecording(inPieces(text), 'traffic')) items.push(item);
  return items;
}

async function observedIn(text: string | Buffer): Promise<readonly ObservedExchange[]> {
  return (await itemsOf(text)).flatMap((item) => (item.kind === 'exchange' ? [item.observed] : []));
}

/** By schema and checks alone: Pact is asked in the tests of the round trip. */
async function judged(text: string | Buffer): Promise<Report> {
  const masker = createMasker({ suite, secrets: [], people: 'real' });
  const ground = { suite, checks, matcher: undefined, masker };
  const observation = startObservation(ground);
  await observeStretches(observation, readStretches(inPieces(text), 'traffic'), ground, {
    counter: NO_COUNTER,
  });
  return observation.report(header);
}

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64');
const gzipped = gzipSync(JSON.stringify(ANSWER)).toString('base64');

const exports: Readonly<Record<string, string>> = {
  'a browser, whose first members are its own': har('WebInspector', [
    entry({
      headers: [[':method', 'POST'], [':authority', 'chat.example.org'], ...CREDENTIALS],
      more: { _initiator: { type: 'script', stack: { callFrames: [{ url: 'a"}]' }] } }, _priority: 'High' },
    }),
  ]),
  'Playwright, with lines of its own': har('Playwright', [entry({ more: { pageref: 'page@1' } })], 2),
  'mitmproxy, which has everything in base64': har('mitmproxy', [
    entry({ content: { text: base64(ANSWER), encoding: 'base64' } }),
  ]),
  'Charles, which leaves compressed what came so': har('Charles Proxy', [
    entry({
      content: { text: gzipped, encoding: 'base64' },
      response: { headers: [{ name: 'Content-Encoding', value: 'gzip' }], _charlesStatus: 'COMPLETE' },
    }),
  ]),
};

describe('a HAR file', () => {
  it.each(Object.entries(exports))('is read as the exchange it is of: %s', async (_, text) => {
    for (const form of [text, `\uFEFF${text}`, gzipSync(text)]) {
      const [observed, ...others] = await observedIn(form);
      expect(others).toEqual([]);
      const { request, result } = observed?.exchange ?? {};
      expect(request?.headers.map(([name]) => name)).toEqual(['X-Auth-Token', 'X-User-Id', 'Content-Type']);
      expect(JSON.parse(request?.body && 'text' in request.body ? request.body.text : '')).toEqual(
        DEPARTMENT.request.body,
      );
      if (result?.kind !== 'response' || !('text' in result.response.body)) throw new Error('no answer');
      expect(JSON.parse(result.response.body.text)).toEqual(ANSWER);
      expect(observed?.at).toContain('entry 1');
    }
  });

  it('is judged by the operation that it is of, below whatever base', async () => {
    const report = await judged(har('Charles', [entry(), entry()]));
    expect(report.operations.map(({ operation }) => operation)).toEqual(['rocketchat.registerDepartment']);
    expect(report.observation).toMatchObject({ exchanges: 2, matched: 2, unmatchedTotal: 0, unreadTotal: 0 });
    const cases = report.operations.flatMap((one) => one.cases);
    expect(cases.find(({ check }) => check === 'response-body-schema')).toMatchObject({
      outcome: 'passed',
      times: 2,
    });
    expect(report.totals.planned).toBe(cases.reduce((sum, { times = 1 }) => sum + times, 0));
  });

  it('shows credentials and people nowhere', async () => {
    const answer = JSON.parse(
      JSON.stringify(ANSWER).replace(/"email":"[^"]*"/, '"email":"mara@chatters.io"'),
    );
    const report = JSON.stringify(await judged(har('Charles', [entry({ answer })])));
    expect(report).toContain('[secret:x-auth-token]');
    for (const text of [...CREDENTIALS.map(([, value]) => value), 'mara@chatters.io'])
      expect(report).not.toContain(text);
  });

  it('lists what is of no operation', async () => {
    const url = 'https://cdn.example.org/app.js?v=1';
    const report = await judged(har('Charles', [entry({ url }), entry({ url }), entry()]));
    expect(report.observation).toMatchObject({ exchanges: 3, matched: 1, unmatchedTotal: 2 });
    expect(report.observation?.unmatched).toMatchObject([
      { method: 'POST', times: 2, reason: 'no documented path fits' },
    ]);
  });

  it('says how often a field was seen, and how often it broke its schema', async () => {
    const wrong = JSON.parse(JSON.stringify(ANSWER).replace('"success":true', '"success":null'));
    const report = await judged(
      har('Charles', [...Array.from({ length: 40 }, () => entry()), entry({ answer: wrong })]),
    );
    const [operation] = report.operations;
    const field = operation?.fields?.find(({ at }) => at === 'response.body#/success');
    expect(field).toMatchObject({ of: 41, present: 41, types: { boolean: 40, null: 1 } });
    const findings = operation?.cases.flatMap((one) => one.findings) ?? [];
    const finding = findings.find(({ pointer }) => pointer === 'response.body#/success');
    expect(finding?.seen).toEqual({ times: 1, of: 41 });
  });
});

describe('what a request was meant for', () => {
  const reasonsOf = async (text: string): Promise<readonly string[]> => {
    const report = await judged(text);
    return report.operations.flatMap(({ cases }) =>
      cases.flatMap(({ check, reason }) => (check === 'exchange' && reason !== null ? [reason] : [])),
    );
  };
  const intentOf = async (text: string): Promise<string | undefined> =>
    (await judged(text)).operations[0]?.exchanges[0]?.intent;

  it('is told by the request', async () => {
    const { department: _department, ...rest } = Object(DEPARTMENT.request.body);
    expect(await intentOf(har('Charles', [entry()]))).toBe('to be accepted');
    expect(await intentOf(har('Charles', [entry({ body: rest, status: 400 })]))).toBe(
      'to be refused: body#/department is missing',
    );
    expect(await intentOf(har('Charles', [entry({ headers: [], status: 401 })]))).toBe(
      'to be refused: no credentials',
    );
  });

  it('is not guessed where the recorder may have left out what lets somebody in', async () => {
    const [reason] = await reasonsOf(har('WebInspector', [entry({ headers: [], status: 401 })]));
    expect(reason).toContain('the recording may have left out x-auth-token and x-user-id');
  });

  it('is not guessed where nothing in it tells why it was refused', async () => {
    const [reason] = await reasonsOf(har('Charles', [entry({ status: 404, answer: '{"success":false}' })]));
    expect(reason).toContain('nothing in it tells why it was refused (404)');
  });

  it('is not guessed where a success is refused in its body', async () => {
    const [reason] = await reasonsOf(har('Charles', [entry({ answer: '{"success":false,"error":"x"}' })]));
    expect(reason).toContain('nothing in it tells why it was refused, in the body of a 200');
  });

  it('is to be accepted where all of a success is there, whatever stands beside it', async () => {
    const beside = withMember(ANSWER, '/error', 'the limit is reached');
    const report = await judged(har('Charles', [entry({ answer: beside })]));
    const found = report.operations.flatMap(({ cases }) => cases.flatMap(({ findings }) => findings));
    expect(found.map(({ check, pointer }) => [check, pointer])).toContainEqual([
      ...['error-payload', 'response.body#/error'],
    ]);
    const code = withMember(shownAnswer('genesys.inviteAgentToChat'), '/statusCode', '0');
    const { request } = interactionOf('genesys.inviteAgentToChat', 'an invitation that is carried out');
    const url = `https://chat.example.org${request.path}`;
    const headers = [['Authorization', 'Basic bm9ib2R5Og==']] as const;
    const told = entry({ url, headers, body: request.body ?? null, answer: code });
    const asText = await judged(har('Charles', [told]));
    const pointers = asText.operations.flatMap(({ cases }) =>
      cases.flatMap(({ findings }) => findings.map(({ pointer }) => pointer)),
    );
    expect(pointers).toContain('response.body#/statusCode');
  });

  it('is left open where the answer was not kept', async () => {
    const [reason] = await reasonsOf(har('Playwright', [entry({ content: { text: undefined } })]));
    expect(reason).toBe('the recording does not hold the body of the answer');
  });
});

describe('what is broken', () => {
  const whole = har('Charles', [entry(), entry(), entry()], 1);

  it('does not keep what was whole from being judged', async () => {
    const report = await judged(whole.slice(0, -200));
    expect(report.observation).toMatchObject({ exchanges: 2, unreadTotal: 1 });
    expect(report.observation?.unread[0]?.reason).toContain('the file breaks off in number 3 of "entries"');
    expect(report.observation?.unread[0]?.at).toMatch(/line \d+, byte \d+/);
    expect(report.exitCode).toBe(3);
  });

  it('spares the next entry', async () => {
    const broken = whole.replace('"time": 12.5', '"time": 12.5.5');
    const report = await judged(broken);
    expect(report.observation).toMatchObject({ exchanges: 2, unreadTotal: 1 });
    expect(report.observation?.unread).toEqual([
      { at: expect.stringMatching(/entry 1 \(line 10, byte \d+\)/), reason: 'it is no JSON' },
    ]);
  });

  it('does not keep what was compressed before it from being judged, however slowly it is read', async () => {
    const line = { url: '/', exchange: { request: { method: 'GET', path: '/', query: [], headers: [] } } };
    const failed = { kind: 'failure', failure: { code: 'X', phase: 'connect', message: 'no' } };
    const whole = { ...line, exchange: { ...line.exchange, result: failed } };
    for (const count of [10, 3000]) {
      const lines = Array.from(
        { length: count },
        (_, at) => `${JSON.stringify({ ...whole, at: `${at}` })}\n`,
      );
      const packed = gzipSync(lines.join(''));
      const kinds: string[] = [];
      for await (const { kind } of readRecording(inPieces(packed.subarray(0, -8), 64), 'traffic')) {
        kinds.push(kind);
        if (kinds.length % 1000 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      }
      expect(kinds.filter((kind) => kind === 'exchange').length).toBe(count);
      expect(kinds.at(-1)).toBe('unread');
    }
  });

  it('is told of an entry without what every entry has', async () => {
    const report = await judged(har('Charles', [{ request: { method: 'GET' }, response: { status: 200 } }]));
    expect(report.observation?.unread[0]?.reason).toBe('/request has no "url"');
    expect(report.verdict).toBe('unproven');
  });

  it('is told of what is no recording', async () => {
    for (const [text, reason] of [
      ['', 'it is empty'],
      ['id;name\n1;a\n', 'it is neither HAR nor lines of JSON'],
      [har('Charles', []), 'it holds no entry'],
      [
        `${JSON.stringify({ kind: 'sending', id: 'a/b' })}\n`,
        'a/b was sent, and what came of it was not written down',
      ],
      ['{"kind":"exchange","exch', 'the file breaks off'],
    ] as const)
      expect(await itemsOf(text)).toMatchObject([{ kind: 'unread', entry: { reason } }]);
  });
});
