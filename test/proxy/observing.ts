// The proxy with everything that looks on, in this process.
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { checks } from '../../src/generated/checks.ts';
import type { PactMatcher } from '../../src/judges/contract/pact-matcher.ts';
import type { Report } from '../../src/model/report.ts';
import { startObservation } from '../../src/observed/observation.ts';
import { createMasker } from '../../src/privacy/masker.ts';
import { type ObservingOptions, startObserving } from '../../src/proxy/start-observing.ts';
import { type RunningProxy, startProxy } from '../../src/proxy/start-proxy.ts';
import { openTrafficJournal } from '../../src/proxy/traffic-journal.ts';
import { routeOf } from '../../src/targets/http-client.ts';
import { suite } from '../fixtures/committed-suite.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

const header = {
  tool: { name: 'livechat-conformance', version: 'test' },
  run: { id: 'test', startedAt: '2026-01-01T00:00:00.000Z', durationMs: 0, interrupted: false },
  target: { kind: 'proxy', name: 'test', faults: [] },
  gate: 'must',
} as const;

export interface ObservingProxy extends RunningProxy {
  readonly evidence: string;
  /** Of all that has passed by then; nothing passes any more. */
  readonly report: () => Promise<Report>;
}

export interface ObservingSetup extends Partial<Pick<ObservingOptions, 'enforces' | 'allowedEffects'>> {
  readonly matcher?: PactMatcher;
  /** Looks for secrets in what is to be written. */
  readonly scan?: (artefact: string, content: string) => void;
  readonly notificationsMs?: number;
}

/** `bases` by vendor. */
export async function observingProxy(
  bases: Readonly<Record<string, string>>,
  { matcher, enforces = false, allowedEffects, notificationsMs = 2000, scan }: ObservingSetup = {},
): Promise<ObservingProxy> {
  const masker = createMasker({ suite, secrets: [], people: 'fictional' });
  const ground = { suite, checks, matcher, masker, baseUrls: bases };
  const observation = startObservation(ground);
  const evidence = join(temporaryFolder(), 'evidence.ndjson');
  const journal = openTrafficJournal(evidence, 1024 * 1024, scan ?? masker.scan);
  const observing = startObserving({ ground, observation, journal, enforces, allowedEffects });
  const destinations = Object.entries(bases).map(([vendor, base]) => ({
    ...{ vendor, base: new URL(base), route: routeOf({}), connectMs: 2000, credentials: [] },
    notifications: { timeoutMs: notificationsMs },
  }));
  const proxy = await startProxy({ destinations, port: 0, onlooker: observing.onlooker });
  onTestFinished(() => proxy.close());
  return {
    ...proxy,
    evidence,
    report: async () => {
      await proxy.close();
      await observing.close();
      return observation.report(header);
    },
  };
}
