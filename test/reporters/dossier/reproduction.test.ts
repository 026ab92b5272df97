// From a run with a named fault to a deviation that somebody else sees with the command of its dossier.
import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { type Mock, startMock } from '../../../src/mock/start-mock.ts';
import type { SentRequest } from '../../../src/model/exchange.ts';
import type { Plan } from '../../../src/model/plan.ts';
import type { Report, ReportedExchange } from '../../../src/model/report.ts';
import { type PlannedTarget, planRun } from '../../../src/plan/plan-run.ts';
import { curlCommand } from '../../../src/reporters/dossier/curl-command.ts';
import dossier from '../../../src/reporters/dossier.reporter.ts';
import { documentedInput } from '../../../src/run/documented-input.ts';
import { operationOf, suite } from '../../fixtures/committed-suite.ts';
import { serveHttp } from '../../fixtures/loopback-server.ts';
import { carryOut } from '../../run/carried-out.ts';
import { BASH, hasBash } from './shell-outcome.ts';

const JOIN = 'acquire.joinChat';
const FAULT = 'acquire.join-id-text';

const hasCurl = hasBash && spawnSync('curl', ['--version']).status === 0;
if (!hasCurl) console.warn('skipped: no curl and bash on this machine to reproduce a deviation with');

const SAYS = 'data.id in the answer: expected type integer';

describe('the dossier of an answer whose id became a text', () => {
  it('names the place, the kind of value, the document and its lines', async () => {
    const { report } = await carryOut({ operations: [JOIN], faults: [FAULT] });
    const quotations = [{ document: 'acquire-join-chat', lines: [32, 32], text: '"id": 1684,' }] as const;
    const part = dossierOf({ ...report, quotations });
    expect(part).toContain('- Place: `response.body#/data/id`');
    expect(part).toMatch(/- Observed: `"\d+" \(string\)`/u);
    expect(part).toMatch(/“Join Chat”, as of 2021-03-31.*, address not known, line 32 \(/u);
    expect(part).toContain('32 | "id": 1684,');
    expect(part).toMatch(/^ {4}"id": "\d+", {4}← expected type integer$/mu);
    expect(part.replaceAll('\n', ' ')).toContain('line 32 of your document “Join Chat”');
  });

  it.skipIf(!hasCurl)('has a command that shows the same to whoever sets its variables', async () => {
    const { report, plan } = await carryOut({ operations: [JOIN], faults: [FAULT] });
    const [first] = report.operations[0]?.exchanges ?? [];
    const mock = await startMock({ specs: suite.specs, faults: [FAULT], readings: {} });
    try {
      const again = await planOn(mock);
      expect(again.hash).toBe(plan.hash);
      const command = commandOf(dossierOf(report));
      expect(command).toContain('--request GET');
      const answer = await runShell(command, {
        BASE_URL: mock.baseUrl('acquire'),
        ACQUIRE_API_KEY: secretOf(again, first?.id),
      });
      expect(answer).toMatch(/^HTTP\/1\.1 200 /u);
      expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')))).toEqual(bodyOf(first));
    } finally {
      await mock.close();
    }
  });
});

describe.skipIf(!hasCurl)('the command of a request', () => {
  const text = `{"caseId":1,"text":"it's \\"so\\"\n\t\\\\ $HOME \`id\` @x – Grüße, 日本 \u{1f600}"}`;

  it.each(['GET', 'POST'])('sends %s with the very bytes of its body', async (method) => {
    const { origin, asked } = await serveHttp((_, answer) => answer.end('{}'));
    const request: SentRequest = {
      method,
      path: '/api/v1/jo%C3%AFn',
      query: [['q', `it's "ü" & [so] + 1`]],
      headers: [
        ['Authorization', 'Bearer [secret:apiKey]'],
        ['X-Note', `it's "so"`],
        ['Content-Type', 'application/json'],
      ],
      body: { text },
    };
    const { lines } = curlCommand(request, 'acquire');
    const key = `k'"$(id)`;
    await runShell(lines.join('\n'), { BASE_URL: origin, ACQUIRE_API_KEY: key });
    expect(asked).toMatchObject([{ method, body: text }]);
    const [{ url = '', rawHeaders = [] } = {}] = asked;
    expect(url).toMatch(/^\/api\/v1\/jo%C3%AFn\?/u);
    expect([...new URL(url, origin).searchParams]).toEqual(request.query);
    expect(rawHeaders).toEqual(expect.arrayContaining([`Bearer ${key}`, `it's "so"`, 'application/json']));
  });
});

/** The same plan on a fresh mock puts it into the state that the run began with. */
function planOn(mock: Mock): Promise<Plan> {
  const target: PlannedTarget = {
    name: 'mock',
    probesReadings: () => true,
    establish: async ({ vendor, states, wanted }) => mock.establish(vendor, states, wanted),
  };
  return planRun(suite, [operationOf(JOIN)], target, documentedInput(suite));
}

function secretOf({ exchanges }: Plan, id: string | undefined): string {
  const planned = exchanges.find((one) => one.id === id);
  if (planned?.kind !== 'planned') throw new Error('the first exchange was not planned again');
  return planned.masks.find(({ shown }) => shown === '[secret:apiKey]')?.secret ?? '';
}

async function runShell(command: string, variables: Readonly<Record<string, string>>): Promise<string> {
  const env = { ...variables, PATH: process.env['PATH'] ?? '' };
  const { stdout } = await promisify(execFile)(BASH, ['--norc', '-c', command], { env });
  return stdout;
}

function dossierOf(report: Report): string {
  return partOf(dossier.render(report, { colour: false, columns: 80 }), SAYS);
}

/** From the heading that has this to the next. */
function partOf(markdown: string, heading: string): string {
  const part = markdown.split(/^(?=### )/mu).find((each) => each.split('\n')[0]?.includes(heading));
  if (part === undefined) throw new Error(`no dossier about ${heading}`);
  return part;
}

function commandOf(part: string): string {
  return /^```sh\n(.*?)^```$/msu.exec(part)?.[1] ?? '';
}

function bodyOf(exchange: ReportedExchange | undefined): unknown {
  if (exchange?.result.kind !== 'response' || !('text' in exchange.result.response.body))
    throw new Error('the run has no answer');
  return JSON.parse(exchange.result.response.body.text);
}
