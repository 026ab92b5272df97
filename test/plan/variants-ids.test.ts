// Whatever is sent to the mock, its ids are the mock's: those the documents print are other people's.
import { expect, test } from 'vitest';
import { isJsonObject, type Json } from '../../src/model/json.ts';
import { membersOf } from '../../src/model/json-pointer.ts';
import { planRun } from '../../src/plan/plan-run.ts';
import { operations, suite } from '../fixtures/committed-suite.ts';
import { runMock } from '../mock/mock-client.ts';
import { input, plannedIn } from './example-target.ts';

/** Read off the documents: what their examples have as ids of cases, contacts, agents, departments and chats. */
const PRINTED = [
  ...['22', '1', '11', '26', '2', '3', '4', '1684', '597752', '1371', '25', '2069', '597759', '1875', '8289'],
  ...['SQafHvoFPuB57NmBD', 'iTfLCX3qqwKgf5uqg', 'rbAXPnMktTFbNpwtJ'],
  ...['RScctEHSmLGZGywfIhWyRpyofhKOiMoUIpimhvheU3f', '0000Na9B26EF006E', '0000Na9B26EF006M'],
  '429a55994ef64991a77acb77c1cf9041',
];

test('no planned request has an id that a document prints', async () => {
  const mock = await runMock({ specs: suite.specs });
  const plan = await planRun(
    suite,
    operations,
    { name: 'mock', establish: async ({ vendor, states, wanted }) => mock.establish(vendor, states, wanted) },
    input,
  );
  const exchanges = plannedIn(plan);
  expect(exchanges.filter(({ origin }) => origin.kind === 'variant').length).toBeGreaterThan(15);
  for (const { id, request } of exchanges) {
    const body: Json = JSON.parse(request.body ?? 'null');
    const sent = [
      ...request.path.split('/'),
      ...request.query.map(([, value]) => value),
      ...request.headers.flatMap(([, value]) => value.split(' ')),
      ...leavesOf(body).flatMap((leaf) => leaf.split('/')),
    ];
    expect(
      sent.filter((part) => PRINTED.includes(part)),
      id,
    ).toEqual([]);
  }
});

/** Values that could be an id; `1` as the number of something is none here, and nothing sends it. */
function leavesOf(value: Json): readonly string[] {
  if (Array.isArray(value) || isJsonObject(value))
    return membersOf(value).flatMap(([, one]) => leavesOf(one));
  return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
}
