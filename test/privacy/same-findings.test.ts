import { afterAll, describe, expect, it } from 'vitest';
import { checks } from '../../src/generated/checks.ts';
import { startPactMatcher } from '../../src/judges/contract/pact-matcher.ts';
import { listFaults } from '../../src/mock/faults/list-faults.ts';
import type { Exchange } from '../../src/model/exchange.ts';
import type { PlannedExchange } from '../../src/model/plan.ts';
import { planRun } from '../../src/plan/plan-run.ts';
import { createMasker, type Masker } from '../../src/privacy/masker.ts';
import { documentedInput } from '../../src/run/documented-input.ts';
import { judgeExchange } from '../../src/run/judge-exchange.ts';
import mockTarget from '../../src/targets/mock.target.ts';
import { operations, suite } from '../fixtures/committed-suite.ts';
import { withoutTexts } from './without-texts.ts';

const matcher = await startPactMatcher();
afterAll(() => matcher.close());

/** A suite that knows nobody: so everybody whom the documents show is taken to be real. */
const strangers = { specs: suite.specs, contracts: [] };
/** Pact takes long, and sees what the other judges see. */
const PACT = new Set([
  'conformant',
  'acquire.message-wrong-text',
  'genesys.notifications-without-failure',
  'acquire.message-error-under-200',
]);
const SILENT = ['any.never-answers', 'any.slow'];

interface Seen {
  readonly planned: PlannedExchange;
  readonly exchange: Exchange;
}

async function obtain(fault: string | undefined, concerned: string): Promise<readonly Seen[]> {
  const faults = fault === undefined ? [] : [fault];
  const timeoutMs = SILENT.includes(fault ?? '') ? 50 : 800;
  const target = await mockTarget.open({ specs: suite.specs, timeoutMs, faults, readings: {} });
  try {
    const own = operations.filter(({ id }) => concerned === '*' || id === concerned);
    const plan = await planRun(suite, own, target, documentedInput(suite));
    const seen: Seen[] = [];
    for (const planned of plan.exchanges) {
      if (planned.kind === 'unplanned' || planned.origin.kind === 'probe') continue;
      const operation = own.find(({ id }) => id === planned.operation);
      if (operation === undefined) throw new Error(planned.operation);
      // Alternatives are left out: which reading is followed is settled before anything is masked.
      const alone = { ...planned, alternatives: [] };
      seen.push({ planned: alone, exchange: (await target.obtain(alone, operation)).exchange });
    }
    return seen;
  } finally {
    await target.close();
  }
}

async function findingsOf({ planned, exchange }: Seen, masker: Masker, withPact: boolean) {
  const spec = suite.specs.find(({ vendor }) => vendor === planned.vendor);
  const operation = spec?.operations.find(({ id }) => id === planned.operation);
  if (spec === undefined || operation === undefined) throw new Error(planned.operation);
  const contracts = withPact ? suite.contracts.filter((one) => one.operation === operation.id) : [];
  const bench = { spec, operation, alternative: undefined, contracts, checks, matcher, masker };
  const judgement = await judgeExchange(planned, masker.exchange(exchange, planned.masks), bench);
  return judgement.cases.map(withoutTexts);
}

const cases = [
  { name: 'conformant', operation: '*', fault: undefined },
  ...listFaults().map(({ name, operation }) => ({ name, operation, fault: name })),
];

describe('judging what has pseudonyms', () => {
  it('is done by Pact for faults that there are', () => {
    expect(cases.map(({ name }) => name)).toEqual(expect.arrayContaining([...PACT, ...SILENT]));
  });

  it.each(cases)('finds the same as judging what was obtained: $name', async ({ name, operation, fault }) => {
    const seen = await obtain(fault, operation);
    expect(seen.length).toBeGreaterThan(0);
    const plain = createMasker({ suite, secrets: [], people: 'fictional' });
    // Pact knows the texts that we send, and only with the contracts the masker knows them as well.
    const known = PACT.has(name) ? suite : strangers;
    const masked = createMasker({ suite: known, secrets: [], people: 'real' });
    for (const one of seen) {
      const found = await findingsOf(one, masked, PACT.has(name));
      expect(found, one.planned.id).toEqual(await findingsOf(one, plain, PACT.has(name)));
    }
  });
});
