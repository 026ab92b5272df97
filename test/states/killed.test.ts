// A run killed with SIGKILL at every boundary leaves nothing that clean-up does not take away or name.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Mock } from '../../src/mock/start-mock.ts';
import { finishCleanUp } from '../../src/states/finish-clean-up.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { establish, runMock } from '../mock/mock-client.ts';
import { doJob, type KilledJob } from './killed-job.ts';
import { type MockedVendor, meansOn, sendTo } from './mock-tenant.ts';

let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'conformance-killed-'));
  await build({
    entryPoints: [join(import.meta.dirname, 'killed-child.ts')],
    outfile: join(folder, 'killed-child.mjs'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    banner: {
      js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Scenario {
  readonly vendor: MockedVendor;
  readonly states: readonly string[];
  readonly wanted: readonly string[];
  readonly supplied: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly call: KilledJob['call'];
  /** How many requests it sends. */
  readonly requests: number;
  /** Boundaries at which the answer that would name the thing is lost, and no search is known; what is not known. */
  readonly unknown: Readonly<Record<number, string>>;
  /** What such a boundary leaves, by kind. */
  readonly orphans: Readonly<Record<number, Readonly<Record<string, number>>>>;
}

const SCENARIOS: Readonly<Record<string, Scenario>> = {
  'a case closed and opened again': {
    vendor: 'acquire',
    states: ['an API key', 'a case that was closed and is open again'],
    wanted: ['caseId', 'contactId'],
    supplied: {},
    call: null,
    requests: 4,
    unknown: { 0: 'contact', 1: 'contact' },
    orphans: { 1: { contacts: 1 } },
  },
  'a department': {
    vendor: 'rocketchat',
    states: ['a user who may manage departments', 'a new department name', 'an agent'],
    wanted: ['departmentName', 'departmentEmail', 'agentId'],
    supplied: {},
    call: {
      operation: 'rocketchat.registerDepartment',
      request: {
        method: 'POST',
        path: '/api/v1/livechat/department',
        query: [],
        headers: [
          ['Content-Type', 'application/json'],
          ['X-Auth-Token', '{authToken}'],
          ['X-User-Id', '{userId}'],
        ],
        body: JSON.stringify({
          department: {
            ...{ enabled: false, showOnRegistration: true, showOnOfflineForm: true },
            ...{ name: '{departmentName}', email: '{departmentEmail}' },
          },
          agents: [{ agentId: '{agentId}' }],
        }),
      },
    },
    requests: 3,
    unknown: {},
    orphans: {},
  },
  'a chat': {
    vendor: 'genesys',
    states: ['an agent with an active chat'],
    wanted: ['chatId'],
    supplied: { 'an agent with an active chat': { contactCenterId: 'cc-1' } },
    call: null,
    requests: 4,
    unknown: { 4: 'chat', 5: 'chat' },
    orphans: { 5: { chats: 1 } },
  },
};

describe.each(Object.entries(SCENARIOS))('%s', (_, scenario) => {
  const boundaries = Array.from({ length: 2 * scenario.requests + 1 }, (__, index) => index);

  it.each(boundaries)('killed at boundary %i', async (killAt) => {
    const { mock, job, before } = await tenantOf(scenario);
    expect(await carryOut({ ...job, killAt })).toEqual({ signal: 'SIGKILL', boundaries: '' });

    const { send, sent } = sendTo(mock.baseUrl);
    const report = await finishCleanUp(job.ledger, send, [job.means]);
    expect(holdings(mock, scenario)).toEqual(withOrphans(before, scenario.orphans[killAt] ?? {}));
    const unknown = report.things.filter(({ ending }) => ending.kind === 'unknown');
    expect(unknown.map(({ what }) => what)).toEqual(
      scenario.unknown[killAt] === undefined ? [] : [scenario.unknown[killAt]],
    );
    // Whoever looks for it finds it by its name.
    for (const { thing } of unknown) expect(thing).toMatch(/conformance-killed-[0-9a-f]{8}-1\b/);
    expect(report.things.filter(({ ending }) => ending.kind === 'left' && !ending.final)).toEqual([]);

    const requests = sent.length;
    await finishCleanUp(job.ledger, send, [job.means]);
    expect(sent.length).toBe(requests);
  });

  it('a clean-up killed at any boundary is finished by the next', async () => {
    const whole = await boundariesOfCleanUp(scenario);
    expect(whole).toBeGreaterThan(1);
    for (let killAt = 0; killAt < whole; killAt += 1) {
      const { mock, job, before } = await tenantOf(scenario);
      const { send } = sendTo(mock.baseUrl);
      await doJob(job, send);
      expect((await carryOut({ ...job, does: 'clean-up', killAt })).signal).toBe('SIGKILL');
      const { isClean } = await finishCleanUp(job.ledger, send, [job.means]);
      expect(holdings(mock, scenario), `killed at ${killAt}`).toEqual(before);
      expect(isClean).toBe(true);
    }
  });
});

/** Two a request, and the end. */
async function boundariesOfCleanUp(scenario: Scenario): Promise<number> {
  const { mock, job } = await tenantOf(scenario);
  const { send, sent } = sendTo(mock.baseUrl);
  await doJob(job, send);
  const before = sent.length;
  await doJob({ ...job, does: 'clean-up' }, send);
  return 2 * (sent.length - before) + 1;
}

/** A tenant in which other people and another run have things of their own, of the same kinds. */
async function tenantOf(scenario: Scenario): Promise<{ mock: Mock; job: KilledJob; before: Held }> {
  const mock = await runMock();
  const { vendor, states, wanted, supplied, call } = scenario;
  const means = meansOn(mock, vendor, supplied);
  if (vendor === 'acquire') establish(mock, vendor, ['an open case']);
  if (vendor === 'rocketchat') establish(mock, vendor, ['an agent']);
  const ledger = join(temporaryFolder(), 'ledger.ndjson');
  const request = {
    vendor,
    states: states.map((name) => ({ name, params: {} })),
    wanted: Object.fromEntries(wanted.map((name) => [name, ''])),
  };
  const job: KilledJob = {
    ...{ does: 'run', origin: mock.baseUrl(vendor), ledger, means, states: request, call },
    killAt: Number.MAX_SAFE_INTEGER,
  };
  // Of the same name even: what it made up is told apart all the same.
  await doJob({ ...job, ledger: join(temporaryFolder(), 'other.ndjson') }, sendTo(mock.baseUrl).send);
  return { mock, job, before: holdings(mock, scenario) };
}

type Held = Readonly<Record<string, readonly string[]>>;

/** Sessions end by themselves, and an agent who was ready for the other run is ready once more or not. */
function holdings(mock: Mock, { vendor }: Scenario): Held {
  const { sessions: _, ready: __, ...held } = mock.holdings(vendor);
  return held;
}

function withOrphans(before: Held, orphans: Readonly<Record<string, number>>): Held {
  return Object.fromEntries(
    Object.entries(before).map(([kind, ids]) => [
      kind,
      [...ids, ...Array.from({ length: orphans[kind] ?? 0 }, () => expect.any(String))],
    ]),
  );
}

function carryOut(job: KilledJob): Promise<{ readonly signal: string | null; readonly boundaries: string }> {
  const file = join(temporaryFolder(), 'job.json');
  writeFileSync(file, JSON.stringify(job));
  const child = spawn(process.execPath, [join(folder, 'killed-child.mjs'), file]);
  let boundaries = '';
  let complaints = '';
  child.stdout.on('data', (chunk) => {
    boundaries += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    complaints += String(chunk);
  });
  return new Promise((resolve, reject) => {
    child.on('close', (code, signal) => {
      if (code !== 0 && signal === null) reject(new Error(complaints));
      else resolve({ signal, boundaries });
    });
  });
}
