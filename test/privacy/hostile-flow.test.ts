import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { checks } from '../../src/generated/checks.ts';
import { reporters } from '../../src/generated/reporters.ts';
import { startPactMatcher } from '../../src/judges/contract/pact-matcher.ts';
import type { Exchange } from '../../src/model/exchange.ts';
import type { Target } from '../../src/model/target.ts';
import { planRun } from '../../src/plan/plan-run.ts';
import { maskError } from '../../src/privacy/mask-error.ts';
import { createMasker } from '../../src/privacy/masker.ts';
import { buildReport } from '../../src/run/build-report.ts';
import { documentedInput } from '../../src/run/documented-input.ts';
import { type Earlier, runSuite } from '../../src/run/run-suite.ts';
import { openEvidenceJournal } from '../../src/targets/evidence-journal.ts';
import { createHttpClient } from '../../src/targets/http-client.ts';
import mockTarget from '../../src/targets/mock.target.ts';
import { obtainExchange } from '../../src/targets/obtain-exchange.ts';
import { operationOf, suite } from '../fixtures/committed-suite.ts';
import { serveHttp } from '../fixtures/loopback-server.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { ENCODINGS, PASSWORD, PERSON, SECRET, SESSION } from './canaries.ts';

const matcher = await startPactMatcher();
afterAll(() => matcher.close());

const KEY = 'cnry-Api-Key-4711-abc';
const SAID = 'I am Canaria Vogelová and my knee hurts';
const everywhere = (text: string) => Object.values(ENCODINGS).map((encode) => encode(text));
const ALL = [KEY, SECRET, PASSWORD].flatMap(everywhere);
const PERSONAL = Object.values(PERSON);

/** Each answer hides the canaries in other places. */
const ANSWERS: readonly {
  readonly headers: Record<string, string>;
  readonly status: number;
  readonly body: Buffer;
}[] = [
  {
    status: 200,
    headers: {
      'content-type': 'application/json',
      'x-csrf-token': SESSION,
      'set-cookie': `S=${SESSION}; Path=/`,
    },
    body: Buffer.from(
      JSON.stringify({
        data: {
          message: SAID,
          meta: { [KEY]: ALL, note: `call ${PERSON.phone}, mail ${PERSON.mail}`, token: SESSION },
          sender: {
            id: 1,
            name: PERSON.name,
            email: PERSON.mail,
            photo: `https://p.victim.test/${PERSON.name}.png`,
          },
          text: `session ${SESSION}`,
        },
      }),
    ),
  },
  {
    status: 500,
    headers: { 'content-type': 'text/html' },
    body: Buffer.from(
      `<h1>${PERSON.name}</h1><p title="${encodeURIComponent(PERSON.mail)}">${ALL.join('<br>')}</p>`,
    ),
  },
  {
    status: 302,
    headers: { location: `/u/${encodeURIComponent(PERSON.mail)}?k=${KEY}`, link: `</${KEY}>; rel="next"` },
    body: Buffer.alloc(0),
  },
  {
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(`{"data":{"sender":{"name":"${PERSON.name}","email":"${PERSON.mail}"},"x":"${KEY}`),
  },
  {
    status: 200,
    headers: {},
    body: Buffer.concat([Buffer.from([0xff, 0xfe, 0]), Buffer.from(`${KEY} ${PERSON.mail}`)]),
  },
  {
    status: 200,
    headers: { 'content-encoding': 'gzip', 'content-type': 'application/json' },
    body: gzipSync(JSON.stringify({ error: `${KEY} of ${PERSON.mail}` })),
  },
];

describe('a run against a server that tells everything', () => {
  it('leaves no canary in any artefact, and its evidence is judged the same again', async () => {
    let served = 0;
    const server = await serveHttp((_asked, response) => {
      const answer = ANSWERS[served % ANSWERS.length];
      served += 1;
      response.writeHead(answer?.status ?? 500, answer?.headers);
      response.end(answer?.body);
    });
    const folder = temporaryFolder();
    const file = join(folder, 'evidence.ndjson');
    const full = join(folder, 'evidence.full.ndjson');
    const mock = await mockTarget.open({ specs: suite.specs, timeoutMs: 2000, faults: [], readings: {} });
    const client = createHttpClient({ timeoutMs: 2000 });
    const target: Target = {
      kind: 'hostile',
      name: 'hostile',
      faults: [],
      establish: async (request) => {
        const found = await mock.establish(request);
        return found.kind === 'established' ? { ...found, values: { ...found.values, apiKey: KEY } } : found;
      },
      obtain: async (planned, operation) => ({
        exchange: await obtainExchange(
          { planned, request: planned.request, operation, pathTemplate: operation.path },
          { baseUrl: server.origin, client, timeoutMs: 100, settleMs: 0 },
        ),
        reading: undefined,
        superseded: [],
      }),
      close: async () => undefined,
    };
    const secrets = [KEY, SECRET, PASSWORD].map((secret, at) => ({ secret, shown: `[secret:${at}]` }));
    const masker = createMasker({ suite, secrets, people: 'real' });
    const operations = [operationOf('acquire.addChatMessage')];
    const plan = await planRun(suite, operations, target, documentedInput(suite));
    const journal = openEvidenceJournal(file, masker.scan);
    const fullJournal = openEvidenceJournal(full, masker.scanForSecrets);
    const parts = {
      suite,
      operations,
      plan,
      checks,
      matcher,
      masker,
      onProgress: () => {},
      signal: new AbortController().signal,
    };
    const judged = await runSuite({ ...parts, target, journal, fullJournal });
    const header = {
      tool: { name: 't', version: '0' },
      run: { id: 'r', startedAt: '2026-01-01T00:00:00.000Z', durationMs: 1, interrupted: false },
      target: { kind: 'hostile', name: 'hostile', faults: [] },
      gate: 'must',
    } as const;
    const report = buildReport({ suite, operations, plan, judged, header });
    const shown = reporters.map((one) => one.render(report, { colour: false, columns: 100 }));
    const crash = maskError(new Error(`cannot reach ${KEY} for ${PERSON.mail}`), masker);
    const evidence = readFileSync(file, 'utf8');
    expect(served).toBeGreaterThan(ANSWERS.length);
    for (const artefact of [evidence, ...shown, String(crash.stack)]) {
      for (const canary of [
        ...[KEY, SESSION, SECRET, PASSWORD].flatMap(everywhere),
        ...PERSONAL.flatMap(everywhere),
        SAID,
      ])
        expect(artefact.includes(canary), canary).toBe(false);
      expect(() => masker.scan('artefact', artefact)).not.toThrow();
    }
    const whole = readFileSync(full, 'utf8');
    for (const canary of [KEY, SESSION].flatMap(everywhere))
      expect(whole.includes(canary), canary).toBe(false);
    expect(whole).toContain(PERSON.mail);
    if (process.platform !== 'win32') expect(statSync(full).mode & 0o777).toBe(0o600);
    const saved = evidence
      .split('\n')
      .filter((line) => line.includes('"kind":"exchange"'))
      .map((line): Exchange => JSON.parse(line).exchange);
    const again = await runSuite({
      ...parts,
      target,
      journal: { sending: () => {}, obtained: () => {}, unsent: () => {}, close: () => {} },
      earlier: new Map<string, Earlier>(
        saved.flatMap((exchange) => {
          const planned = judged.find((one) => one.planned.id === exchange.id)?.planned;
          const came = { kind: 'obtained', exchange, reading: undefined, superseded: [] } as const;
          return planned === undefined ? [] : [[exchange.id, { ...came, planned }] as const];
        }),
      ),
    });
    expect(again.map(({ judgement }) => judgement.cases)).toEqual(
      judged.map(({ judgement }) => judgement.cases),
    );
    expect(() => masker.scan('log', `x ${encodeURIComponent(PERSON.mail)}`)).toThrow(
      /log was not written: data of a person/,
    );
    await Promise.all([client.close(), mock.close()]);
  });
});
