import { afterAll, beforeAll, expect, it } from 'vitest';
import { findSurvivors, type MutationResult } from '../mutation/find-survivors.ts';
import { openLaboratory } from '../mutation/laboratory.ts';
import { type PactMatcher, startPactMatcher } from '../src/judges/contract/pact-matcher.ts';

// One small operation here; `npm run mutation` takes them all.
const OPERATION = 'acquire.inviteAgent';

let matcher: PactMatcher;
let result: MutationResult;

beforeAll(async () => {
  matcher = await startPactMatcher();
  result = await findSurvivors(openLaboratory(matcher), OPERATION, () => {});
}, 60_000);

afterAll(() => matcher.close());

it('every way to contradict a claim is found where it is', () => {
  expect(result.mutants.length).toBeGreaterThan(50);
  expect(result.survivors.map(({ id, outcome, found }) => `${outcome} ${id} ${found.join()}`)).toEqual([]);
});

it('every kind of claim about the answer has mutants', () => {
  const kinds = new Set(result.mutants.map(({ kind }) => kind));
  expect([...kinds]).toEqual(
    expect.arrayContaining([
      'status',
      'content-type',
      'presence',
      'type',
      'keys',
      'echo',
      'agreement',
      'requiredness',
    ]),
  );
});

it('nothing that no document forbids is complained of', () => {
  expect(result.benign).toBeGreaterThan(20);
  expect(result.falseAlarms).toEqual([]);
});
