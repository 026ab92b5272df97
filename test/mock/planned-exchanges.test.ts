// Everything the contracts and probes send to a mock without faults is answered as they want it.
import { expect, test } from 'vitest';
import { contracts } from '../../src/generated/contracts.ts';
import { loadSuite, ownFolders } from '../../src/load/load-suite.ts';
import type { Intent } from '../../src/model/interaction.ts';
import type { PlannedExchange } from '../../src/model/plan.ts';
import { planRun } from '../../src/plan/plan-run.ts';
import { documentedInput } from '../../src/run/documented-input.ts';
import { complaints, operationOf } from './documented-specs.ts';
import { type Received, runMock, send } from './mock-client.ts';

const suite = loadSuite(ownFolders(), contracts);
const operations = suite.specs.flatMap((spec) => spec.operations);

const REFUSED = {
  'no-credentials': 401,
  'wrong-credentials': 401,
  'no-permission': 403,
  'wrong-state': 400,
  'no-feature': 400,
  'missing-field': 400,
  'wrong-type': 400,
  'undocumented-value': 400,
} as const;

function wantedStatus(intent: Intent): number {
  return intent.kind === 'accepted' ? 200 : REFUSED[intent.cause];
}

async function sendPlanned(baseUrl: string, { request }: PlannedExchange): Promise<Received> {
  if (request.method !== 'GET' && request.method !== 'POST') throw new Error(`method ${request.method}`);
  return send(baseUrl, {
    method: request.method,
    path: request.path,
    query: Object.fromEntries(request.query),
    headers: Object.fromEntries(request.headers),
    ...(request.body === undefined ? {} : { body: JSON.parse(request.body) }),
  });
}

test('every exchange is planned, and ends as meant', async () => {
  const mock = await runMock({ specs: suite.specs });
  const target = {
    name: 'mock',
    establish: async ({
      vendor,
      states,
      wanted,
    }: Parameters<Parameters<typeof planRun>[2]['establish']>[0]) => mock.establish(vendor, states, wanted),
  };
  const plan = await planRun(suite, operations, target, documentedInput(suite));
  const unplanned = plan.exchanges.flatMap((one) => (one.kind === 'unplanned' ? [one] : []));
  // Attachments are a list, and nothing says of what.
  expect(unplanned.map(({ id, reason }) => [id, reason])).toEqual([
    [
      'acquire.addMailMessage/variant-with-members-of-data-attachments',
      'no document tells what a member of /data/attachments in the body looks like',
    ],
  ]);
  for (const exchange of plan.exchanges) {
    if (exchange.kind === 'unplanned') continue;
    const answer = await sendPlanned(mock.baseUrl(exchange.vendor), exchange);
    expect(`${exchange.id}: ${answer.status}`).toBe(`${exchange.id}: ${wantedStatus(exchange.intent)}`);
    const documented = operationOf(exchange.operation).responses.some(
      ({ status }) => status === answer.status,
    );
    if (documented) expect(complaints(exchange.operation, answer.status, answer.body)).toEqual([]);
  }
  expect(mock.requests).toHaveLength(plan.exchanges.length - unplanned.length);
});
