// Whichever way a target reads the documents, it is not blamed, and the report says which way that is.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PactMatcher, startPactMatcher } from '../../src/judges/contract/pact-matcher.ts';
import type { Ambiguity, Reading } from '../../src/model/reading.ts';
import type { OperationReport } from '../../src/model/report.ts';
import { operationOf, suite } from '../fixtures/committed-suite.ts';
import { runWithReadings } from './run-with-readings.ts';

let matcher: PactMatcher;
beforeAll(async () => {
  matcher = await startPactMatcher();
});
afterAll(() => matcher.close());

const AMBIGUITIES = suite.specs.flatMap(({ ambiguities }) => ambiguities);
const READINGS = AMBIGUITIES.flatMap((ambiguity) =>
  ambiguity.readings.map((reading) => [ambiguity.id, reading.id, ambiguity, reading] as const),
);

/** By its entry, something that is sent or comes back tells the reading from the others. */
function isTold({ primary, request, observed, admits }: Reading, operation: string): boolean {
  if (primary) return false;
  const isAnswered = operationOf(operation).responses.some(
    ({ schemaPointer }) => schemaPointer !== undefined,
  );
  return request !== undefined || admits !== undefined || (observed !== undefined && isAnswered);
}

const VERDICTS = new Map<string, OperationReport['verdict']>();
async function verdictWithPrimary(operation: string): Promise<OperationReport['verdict'] | undefined> {
  if (!VERDICTS.has(operation)) {
    const { report } = await runWithReadings({ operations: [operation], readings: {} }, matcher);
    VERDICTS.set(operation, report.operations[0]?.verdict ?? 'unproven');
  }
  return VERDICTS.get(operation);
}

function blamedOn({ cases }: OperationReport): readonly string[] {
  return cases
    .flatMap(({ exchange, findings }) => findings.map((finding) => ({ ...finding, exchange })))
    .filter(({ blame }) => blame !== 'document')
    .map(
      ({ exchange, check, pointer, expected, actual }) =>
        `${exchange} ${check} ${pointer}: ${expected}, not ${actual}`,
    );
}

describe.each(READINGS)('%s: %s', (_ambiguity, _reading, ambiguity: Ambiguity, reading: Reading) => {
  test.each(ambiguity.operations)('%s', async (id) => {
    const verdict = await verdictWithPrimary(id);
    const wish = { operations: [id], readings: { [ambiguity.id]: reading.id } };
    const { report } = await runWithReadings(wish, matcher);
    const [operation] = report.operations;
    if (operation === undefined) throw new Error('nothing was judged');
    expect(blamedOn(operation)).toEqual([]);
    expect(operation.cases.filter(({ outcome }) => outcome === 'errored')).toEqual([]);
    expect(operation.verdict).toBe(verdict);
    const shown = operation.readings.find((one) => one.ambiguity === ambiguity.id);
    if (isTold(reading, id)) {
      expect(shown?.follows).toBe(reading.id);
      expect(shown?.evidence).not.toBe('');
    }
  });
});

const FLAT_MAIL = {
  operations: ['acquire.addMailMessage'],
  readings: { 'acquire.mail-nesting': 'flat' },
};

test('what was refused on the way to the reading stays in the evidence, and the report has what was sent', async () => {
  const { report, journal } = await runWithReadings(FLAT_MAIL, matcher);
  const [refused, taken] = journal;
  expect(refused).toMatchObject({ result: { response: { status: 400 } } });
  expect(taken?.request.body).not.toEqual(refused?.request.body);
  const [operation] = report.operations;
  const [first] = operation?.exchanges ?? [];
  expect(first?.reading).toBe('acquire.mail-nesting: flat');
  expect(first?.request).toEqual(taken?.request);
  const { evidence } =
    operation?.readings.find(({ ambiguity }) => ambiguity === 'acquire.mail-nesting') ?? {};
  expect(evidence).toMatch(/with body#\/htmlBody.* was taken, .* as assumed was refused \(400\)/);
  // Nothing else is sent twice: from then on the target's own form is sent at once.
  expect(journal.length).toBe((operation?.exchanges.length ?? 0) + 1);
});

test('a place that the reading fills otherwise is not taken for confirmed', async () => {
  const { report } = await runWithReadings(
    { operations: ['acquire.inviteAgent'], readings: { 'acquire.invite-agent-field': 'agent-id' } },
    matcher,
  );
  const claims = report.operations[0]?.claims.list.filter(
    ({ kind, place }) => kind === 'acceptance' && place === 'request.body#/agentIds',
  );
  expect(claims?.length).toBeGreaterThan(0);
  expect(claims?.filter(({ status }) => status === 'confirmed')).toEqual([]);
});

test('where no other reading may be tried, the refusal is judged as it came', async () => {
  const { report, journal } = await runWithReadings({ ...FLAT_MAIL, probing: false }, matcher);
  const [operation] = report.operations;
  expect(journal).toHaveLength(operation?.exchanges.length ?? 0);
  expect(operation?.exchanges.map(({ reading }) => reading).filter((one) => one !== null)).toEqual([]);
  expect(operation?.verdict).not.toBe('conformant');
});

test('two operations follow what each of them follows', async () => {
  const { report } = await runWithReadings(
    {
      operations: ['acquire.joinChat', 'acquire.sendSms'],
      readings: { 'acquire.join-method': 'post-with-body', 'acquire.sms-authorization': 'query' },
    },
    matcher,
  );
  const followed = report.operations.map(({ readings }) =>
    readings
      .filter(({ ambiguity }) => /join-method|sms-authorization/.test(ambiguity))
      .map(({ follows }) => follows),
  );
  expect(followed).toEqual([['post-with-body'], ['query']]);
  const sms = report.operations
    .flatMap(({ exchanges }) => exchanges)
    .filter(({ operation }) => operation === 'acquire.sendSms');
  expect(JSON.stringify(sms)).toContain('[secret:apiKey]');
});
