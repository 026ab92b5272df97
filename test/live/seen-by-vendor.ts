// What a vendor has seen of a run, and what the report says of it, in a form in which two runs can be compared.
import type { Report } from '../../src/model/report.ts';
import type { MockedTenant } from './mocked-tenant.ts';
import type { RunStage } from './run-stages.ts';

/** Ids, names and addresses that are made up or given out anew each time. */
const OWN = /\b\d{5,6}\b|0000M\w+|conformance-[\w-]+|127\.0\.0\.1:\d+/g;

function nameless(parts: readonly unknown[]): string {
  return JSON.stringify(parts).replaceAll(OWN, 'own');
}

/** The documented calls that reached the vendor. */
export function callsSeen({ mock }: MockedTenant, { operation }: RunStage): readonly string[] {
  return mock.requests
    .filter((request) => request.operation === operation)
    .map(({ method, path, query, body, headers, status }) => {
      const isSignedIn = headers.some(([name]) => /^(authorization|x-auth-token)$/i.test(name));
      return nameless([method, path, query, isSignedIn, body ?? null, status]);
    });
}

/** What was made bears a name that nothing else has, so that the same request twice is seen. */
export function madeTwice({ mock }: MockedTenant): readonly string[] {
  const seen = mock.requests
    .filter(({ method, body }) => method !== 'GET' && JSON.stringify(body ?? null).includes('conformance-'))
    .map(({ method, path, query, body }) => [method, path, query, body ?? null])
    .map((parts) => ({ exact: JSON.stringify(parts), nameless: nameless(parts) }));
  return seen
    .filter(({ exact }, at) => seen.findIndex((one) => one.exact === exact) !== at)
    .map((one) => one.nameless);
}

/** Each case with its outcome, apart from those of some exchanges. */
export function outcomesIn({ operations }: Report, apartFrom: readonly string[]): readonly string[] {
  return operations.flatMap(({ cases }) =>
    cases
      .filter(({ exchange }) => !apartFrom.includes(exchange))
      .map(({ id, outcome, reason }) => `${id} ${outcome} ${reason ?? ''}`),
  );
}

/** Exchanges of which nobody knows what came. */
export function lostIn({ operations }: Report): readonly string[] {
  const cases = operations.flatMap((operation) => operation.cases);
  const lost = cases.filter(({ reason }) => reason?.includes('not sent a second time') === true);
  return [...new Set(lost.map(({ exchange }) => exchange))];
}
