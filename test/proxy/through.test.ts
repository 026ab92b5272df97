// Our own run on a tenant, straight and through the proxy: whoever stands between must change nothing.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PactMatcher, startPactMatcher } from '../../src/judges/contract/pact-matcher.ts';
import type { Report } from '../../src/model/report.ts';
import { runMock } from '../mock/mock-client.ts';
import { observingProxy } from './observing.ts';
import { runOnTenant } from './tenant-run.ts';

let matcher: PactMatcher;

beforeAll(async () => {
  matcher = await startPactMatcher();
});
afterAll(() => matcher.close());

/** What a run has to say; when and how long tells nothing of the vendor. */
function saysOf({ verdict, because, totals, exitCode, operations }: Report) {
  const cases = operations.flatMap((operation) =>
    operation.cases.map(({ id, outcome, reason, findings }) => ({ id, outcome, reason, findings })),
  );
  return { verdict, because, totals, exitCode, cases };
}

test.each([
  ['acquire', 'acquire.joinChat', 'not-awaited'],
  ['genesys', 'genesys.inviteAgentToChat', 'complete'],
] as const)('a run on %s says the same as without it', async (vendor, operation, wait) => {
  const [one, other] = [await runMock(), await runMock()];
  const course = { vendor, operation, matcher };
  const proxy = await observingProxy({ [vendor]: other.baseUrl(vendor) }, { matcher });
  const [straight, passed] = await Promise.all([
    runOnTenant({ ...course, mock: one, baseUrl: one.baseUrl(vendor) }),
    runOnTenant({ ...course, mock: other, baseUrl: proxy.baseUrl(vendor) }),
  ]);
  expect(straight.totals.passed).toBeGreaterThan(10);
  expect(saysOf(passed)).toEqual(saysOf(straight));
  const observed = await proxy.report();
  const own = observed.operations.find((report) => report.operation === operation);
  expect(own).toMatchObject({ verdict: 'conformant', reliedOn: { standing: 'kept' } });
  const waits = own?.exchanges.map(({ notificationWait }) => notificationWait.kind);
  expect(new Set(waits)).toEqual(new Set([wait]));
});
