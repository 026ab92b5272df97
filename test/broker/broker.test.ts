// Pact's own client against a stand-in for a broker: what it really sends, and what is fetched from there.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { fetchPacts } from '../../src/broker/fetch-pacts.ts';
import { brokerPublish } from '../../src/cli/broker-command.ts';
import { UserError } from '../../src/errors/user-error.ts';
import type { Json } from '../../src/model/json.ts';
import { suite } from '../fixtures/committed-suite.ts';
import { nobody } from '../fixtures/loopback-server.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { fixture } from '../pacts/judge-pacts.ts';
import { startHalBroker } from './hal-broker.ts';
import { type ShownChange, shownReport } from './shown-report.ts';

const BASIC = `Basic ${Buffer.from('anna:pässword').toString('base64')}`;

describe('fetching', () => {
  it('asks a broker for the latest pacts of the providers it was told', async () => {
    const broker = await startHalBroker('Bearer let-me-in');
    broker.hold(fixture('chat-bot-acquire.v2.json'));
    broker.hold(fixture('staff-planner-rocketchat.v3.json'));
    const access = { url: broker.url, credentials: { kind: 'token', token: 'let-me-in' } } as const;
    const fetched = await fetchPacts(access, ['Acquire', 'unheard of']);
    expect(fetched.map(({ from }) => from)).toEqual([
      `${broker.url}/pacts/provider/Acquire/consumer/Chat%20Bot/version/1`,
    ]);
    expect(fetched[0]?.data).toMatchObject({ consumer: { name: 'Chat Bot' }, provider: { name: 'Acquire' } });
  });

  it('takes the address of a single pact, with a user and a password', async () => {
    const broker = await startHalBroker(BASIC);
    broker.hold(fixture('chat-bot-acquire.v2.json'));
    const url = `${broker.url}/pacts/provider/Acquire/consumer/Chat%20Bot/version/1`;
    const credentials = { kind: 'basic', username: 'anna', password: 'pässword' } as const;
    expect(await fetchPacts({ url, credentials }, [])).toHaveLength(1);
  });

  it.each([
    { name: 'a stranger', path: '/', says: /answered 401/ },
    { name: 'a page of another kind', path: '/pacts/provider/Acquire/latest', says: /neither a pact nor/ },
  ])('tells $name what is wrong', async ({ name, path, says }) => {
    const broker = await startHalBroker(name === 'a stranger' ? 'Bearer another' : undefined);
    const asked = fetchPacts({ url: broker.url + path, credentials: { kind: 'none' } }, ['Acquire']);
    await expect(asked).rejects.toThrow(says);
  });

  it('does not carry credentials to another host that a link names', async () => {
    const other = await startHalBroker();
    const broker = await startHalBroker();
    broker.hold(fixture('chat-bot-acquire.v2.json'));
    broker.linkTo(other.url);
    const access = { url: broker.url, credentials: { kind: 'token', token: 'secret' } } as const;
    await expect(fetchPacts(access, ['Acquire'])).rejects.toThrow(/links to another host/);
    expect(other.asked).toEqual([]);
  });
});

describe('publishing', () => {
  it('hands our pacts to the client, and posts to each what a run has shown of it', async () => {
    const broker = await startHalBroker('Bearer let-me-in');
    vi.stubEnv('BROKER_TOKEN', 'let-me-in');
    const code = await silently(() =>
      brokerPublish({
        ...{ brokerBaseUrl: broker.url, brokerToken: 'env:BROKER_TOKEN', consumerVersion: '1.2.3' },
        ...{ branch: 'main', tag: ['prod', 'eu'], providerVersion: 'observed-1' },
        report: reportFile({ broken: 'acquire.joinChat', vendor: 'acquire' }),
      }),
    );
    expect(code).toBe(0);
    expect(broker.published.map(({ contracts: _, ...version }) => version)).toEqual(
      suite.specs.map(() => ({
        ...{ pacticipantName: 'support-desk', pacticipantVersionNumber: '1.2.3' },
        ...{ branch: 'main', tags: ['prod', 'eu'] },
      })),
    );
    const marked = broker.asked.filter(({ method }) => method === 'PUT').map(({ url }) => url);
    expect(marked).toContain('/pacticipants/acquire/branches/main/versions/observed-1');
    expect(marked).toContain('/pacticipants/acquire/versions/observed-1/tags/eu');
    expect(broker.results.map(({ path, body }) => [path, outcomeOf(body)])).toEqual([
      ['/pacts/provider/acquire/consumer/support-desk/version/1', [false, 'observed-1']],
    ]);
    vi.unstubAllEnvs();
  });

  it('claims no success for a pact of which an operation was not judged', async () => {
    const broker = await startHalBroker();
    const report = reportFile({ without: 'acquire.sendSms' });
    await silently(() => brokerPublish({ brokerBaseUrl: broker.url, consumerVersion: '1', tag: [], report }));
    expect(broker.results.map(({ path, body }) => [path.split('/')[3], ...outcomeOf(body)])).toEqual([
      ['genesys', true, '20260314-092501-4f'],
      ['rocketchat', true, '20260314-092501-4f'],
    ]);
  });

  it('claims a failure by what was observed, and no success', async () => {
    const broker = await startHalBroker();
    const seen = { broken: 'acquire.joinChat', kind: 'recording', isObserved: true };
    await silently(() =>
      brokerPublish({
        ...{ brokerBaseUrl: broker.url, consumerVersion: '1', tag: [], report: reportFile(seen) },
      }),
    );
    expect(broker.results.map(({ path, body }) => [path.split('/')[3], outcomeOf(body)[0]])).toEqual([
      ['acquire', false],
    ]);
  });

  it('publishes the pacts of a folder of contracts of one\u2019s own', async () => {
    const broker = await startHalBroker();
    const example = join(import.meta.dirname, '../../examples/fourth-vendor');
    const own = { specs: [join(example, 'specs')], contracts: [join(example, 'contracts')], onlyOwn: true };
    await silently(() => brokerPublish({ brokerBaseUrl: broker.url, consumerVersion: '7', tag: [], ...own }));
    expect(broker.published).toMatchObject([
      { pacticipantName: 'night-shift', pacticipantVersionNumber: '7' },
    ]);
  });

  it.each([
    { name: 'a report of the mock', kind: 'mock', says: 'results-of-mock' },
    { name: 'a broker that is not there', kind: 'live', says: 'broker-failed' },
  ])('refuses $name', async ({ kind, says }) => {
    const report = reportFile({ kind });
    const brokerBaseUrl = await nobody();
    const refused = brokerPublish({ brokerBaseUrl, consumerVersion: '1', tag: [], report });
    await expect(silently(() => refused)).rejects.toSatisfy(
      (error) => error instanceof UserError && error.code === says,
    );
  });
});

function outcomeOf(body: Json): readonly unknown[] {
  const { success, providerApplicationVersion } = Object(body);
  return [success, providerApplicationVersion];
}

function reportFile(change: ShownChange): string {
  const file = join(temporaryFolder(), 'report.json');
  writeFileSync(file, JSON.stringify(shownReport(change)));
  return file;
}

/** What the client prints is for people. */
async function silently<Result>(act: () => Promise<Result>): Promise<Result> {
  const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    return await act();
  } finally {
    written.mockRestore();
  }
}
