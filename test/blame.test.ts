// Who is blamed, held against who is at fault: one operation of each vendor here; `npm run blame` takes every plant.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { confusionOf } from '../blame/confusion.ts';
import { type Harvest, harvest } from '../blame/harvest.ts';
import { plants } from '../blame/plants.ts';
import { type PactMatcher, startPactMatcher } from '../src/judges/contract/pact-matcher.ts';
import { BLAMES } from '../src/model/finding.ts';
import { suite } from './fixtures/committed-suite.ts';

const VENDORS = ['acquire', 'genesys', 'rocketchat'];
const AT_LEAST = 6;

describe('the plants', () => {
  it.each(BLAMES)('of %s are enough, in every vendor', (kind) => {
    const own = plants.filter((plant) => plant.kind === kind);
    expect(own.length).toBeGreaterThanOrEqual(AT_LEAST);
    const vendors = new Set(own.map(({ operation }) => operation.split('.')[0]));
    expect([...vendors].sort()).toEqual(VENDORS);
  });

  it('have names of their own', () => {
    const names = plants.map(({ kind, name, operation }) => `${kind} ${name} ${operation}`);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('of what is planted', () => {
  let matcher: PactMatcher;

  beforeAll(async () => {
    matcher = await startPactMatcher();
  });

  afterAll(() => matcher.close());

  // What a command of its own runs in full is sampled here: every other kind of seed once.
  const sampled = plants.filter(
    ({ operation }) => operation === 'acquire.joinChat' || operation === 'acquire.inviteAgent',
  );

  it.each(sampled)('$kind is blamed for: $name ($operation)', async (plant) => {
    const { blamed } = await harvest(plant, suite, matcher);
    expect(blamed).not.toEqual([]);
    expect(blamed.filter(({ blame }) => blame !== plant.kind)).toEqual([]);
  });
});

describe('a confusion', () => {
  const one = (kind: Harvest['kind'], blamed: Harvest['blamed']): Harvest => ({
    ...{ kind, name: 'a plant', operation: 'example.createThing', blamed },
  });

  it('is counted where it was planted, under what it was taken for, and told by name', () => {
    const {
      table,
      plants: counted,
      misses,
    } = confusionOf([
      one('vendor', [
        { blame: 'vendor', what: 'response-status at response.status' },
        { blame: 'setup', what: 'request-admission at response' },
      ]),
      one('suite', []),
    ]);
    expect(table.vendor).toMatchObject({ vendor: 1, setup: 1, nothing: 0 });
    expect(table.suite).toMatchObject({ suite: 0, nothing: 1 });
    expect(counted).toMatchObject({ vendor: 1, suite: 1, document: 0 });
    expect(misses).toEqual([
      {
        ...{ kind: 'vendor', plant: 'a plant (example.createThing)', takenFor: 'setup' },
        what: ['request-admission at response'],
      },
      { kind: 'suite', plant: 'a plant (example.createThing)', takenFor: 'nothing', what: [] },
    ]);
  });
});
