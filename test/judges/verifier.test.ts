// Pact's verifier as a process: its parallel work, its death, its end, and what it is told of our environment.
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type PactMatcher, startPactMatcher } from '../../src/judges/contract/pact-matcher.ts';
import { childEnvironment } from '../../src/judges/contract/verifier-process.ts';
import { answered } from '../fixtures/exchange-parts.ts';
import {
  INVITATION,
  INVITATION_VALUES,
  JOIN,
  JOIN_VALUES,
  joinExchange,
  recorded,
} from './pact-exchanges.ts';

async function startMatcher(): Promise<PactMatcher> {
  const matcher = await startPactMatcher();
  onTestFinished(() => matcher.close());
  return matcher;
}

describe('many at once', () => {
  it('are all answered, each with its own result', async () => {
    const matcher = await startMatcher();
    const invitation = recorded(
      INVITATION,
      INVITATION_VALUES,
      answered(200, { statusCode: 0, referenceId: 35 }),
    );
    const results = await Promise.all(
      Array.from({ length: 12 }, (_, index) => {
        if (index % 3 === 0) return matcher.matchExchange(INVITATION, invitation, INVITATION_VALUES);
        const answer = joinExchange(index % 3 === 1 ? {} : { change: ['/data/id', `text ${index}`] });
        return matcher.matchExchange(JOIN, answer, JOIN_VALUES);
      }),
    );
    expect(results.map(({ kind }) => kind)).toEqual(
      Array.from({ length: 12 }, (_, index) => (index % 3 === 2 ? 'mismatched' : 'matched')),
    );
    expect(
      results.map((result) => (result.kind === 'mismatched' ? result.mismatches[0]?.actual : '')),
    ).toEqual(
      Array.from({ length: 12 }, (_, index) =>
        index % 3 === 2 ? expect.stringContaining(`text ${index}`) : '',
      ),
    );
  });
});

describe('a verifier that is gone', () => {
  it('leaves what is under way and what comes later unverified, with the reason', async () => {
    const other = await startMatcher();
    const pid = other.verifierPid;
    if (pid === undefined) throw new Error('no verifier was started');
    const under = Array.from({ length: 5 }, () => other.matchExchange(JOIN, joinExchange(), JOIN_VALUES));
    process.kill(pid, 'SIGKILL');
    const gone = { kind: 'unverified', reason: "Pact's verifier ended early (SIGKILL)" };
    expect(await Promise.all(under)).toEqual(Array.from({ length: 5 }, () => gone));
    expect(await other.matchExchange(JOIN, joinExchange(), JOIN_VALUES)).toEqual(gone);
  });
});

describe('closing', () => {
  const folders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('livechat-conformance-'));

  it('takes the files away and ends the process', async () => {
    const before = folders();
    const other = await startPactMatcher();
    expect(await other.matchExchange(JOIN, joinExchange(), JOIN_VALUES)).toEqual({ kind: 'matched' });
    const own = folders().filter((name) => !before.includes(name));
    expect(own.length).toBeGreaterThan(0);
    const pid = other.verifierPid ?? 0;
    await other.close();
    expect(folders().filter((name) => own.includes(name)).length).toBeLessThan(own.length);
    for (let waited = 0; waited < 100 && isRunning(pid); waited += 1) await sleep(50);
    expect(isRunning(pid)).toBe(false);
  });
});

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('childEnvironment', () => {
  it('keeps what is needed, and nothing that turns Pact aside', () => {
    const kept = childEnvironment({
      ...{
        PATH: '/bin',
        HOME: '/home/x',
        HTTP_PROXY: 'http://p',
        https_proxy: 'http://p',
        ALL_PROXY: 'http://p',
      },
      ...{ no_proxy: '*', PACT_DESCRIPTION: 'only this', PACT_BROKER_TOKEN: 't', pact_do_not_track: 'false' },
      ...{ SSL_CERT_FILE: '/etc/bundle.pem', SSL_CERT_DIR: '/etc/certs' },
    });
    expect(kept).toEqual({
      PATH: '/bin',
      HOME: '/home/x',
      NO_PROXY: '127.0.0.1,localhost',
      PACT_DO_NOT_TRACK: 'true',
      UV_THREADPOOL_SIZE: '16',
      SSL_CERT_FILE: '/dev/null',
      SSL_CERT_DIR: '/dev/null',
    });
  });
});
