// Nothing is sent that the tenant file does not allow: each rule with an errand it lets pass and one it refuses.
import { describe, expect, test } from 'vitest';
import { type Errand, RULES, type RuleName } from '../../src/effects/errand.ts';
import { judgeErrand, type Terms } from '../../src/effects/judge-errand.ts';
import { EFFECTS } from '../../src/model/operation.ts';
import type { Allowance } from '../../src/model/tenant.ts';
import { ERRAND, TENANT, TERMS, VENDOR } from './terms-of-example.ts';

const allowing = (allow: Partial<Allowance>): Partial<Terms> => ({
  vendor: { ...VENDOR, allow: { ...VENDOR.allow, ...allow } },
});

interface Row {
  readonly rule: RuleName;
  readonly errand?: Partial<Errand>;
  readonly terms?: Partial<Terms>;
  /** What makes the same errand pass. */
  readonly mended: Partial<Terms>;
  readonly next: string;
}

const PRODUCTION = { ...TENANT, environment: 'production' } as const;
const PRICED = { currency: 'EUR', most: 1, prices: { 'example.addMessage': 0.25 } } as const;
const RICH = { ...TENANT, budget: { ...TENANT.budget, money: PRICED } };
const COSTLY = { effects: ['costs-money'] } as const;

const ROWS: readonly Row[] = [
  {
    rule: 'production',
    terms: { tenant: PRODUCTION, productionWord: 'acme-2' },
    mended: { tenant: PRODUCTION, productionWord: 'acme' },
    next: 'Add --production acme.',
  },
  {
    rule: 'operation',
    terms: allowing({ operations: ['example.other'] }),
    mended: allowing({ operations: ['example.other', 'example.addMessage'] }),
    next: 'Add example.addMessage to vendors.example.allow.operations.',
  },
  {
    rule: 'sending',
    errand: { sending: 'probe' },
    mended: allowing({ sendings: ['contract', 'probe'] }),
    next: 'Add probe to vendors.example.allow.sendings.',
  },
  {
    rule: 'reading',
    errand: { isReading: true },
    mended: allowing({ readings: true }),
    next: 'Set vendors.example.allow.readings to true.',
  },
  {
    rule: 'address',
    errand: { baresCredential: true },
    mended: allowing({ credentialsInAddress: true }),
    next: 'Set vendors.example.allow.credentialsInAddress to true.',
  },
  {
    rule: 'effect',
    errand: { effects: ['irreversible'] },
    mended: allowing({ effects: ['irreversible'] }),
    next: 'Add irreversible to vendors.example.allow.effects.',
  },
  {
    rule: 'name',
    errand: { names: [{ kind: 'case', value: 1684 }] },
    mended: allowing({ only: { case: [1684] } }),
    next: 'Add it to vendors.example.allow.only.case, or give it in vendors.example.states.',
  },
  {
    rule: 'price',
    errand: COSTLY,
    terms: allowing({ effects: ['costs-money'] }),
    mended: { ...allowing({ effects: ['costs-money'] }), tenant: RICH, left: { ...TERMS.left, money: 1 } },
    next: 'Give budget.money.prices.example.addMessage.',
  },
  {
    rule: 'requests',
    terms: { left: { requests: 0, messages: 2, money: 0 } },
    mended: {},
    next: 'Raise budget.requests.',
  },
  {
    rule: 'messages',
    terms: { left: { requests: 3, messages: 0, money: 0 } },
    mended: {},
    next: 'Raise budget.messages.',
  },
  {
    rule: 'money',
    errand: COSTLY,
    terms: { ...allowing({ effects: ['costs-money'] }), tenant: RICH, left: { ...TERMS.left, money: 0.24 } },
    mended: { ...allowing({ effects: ['costs-money'] }), tenant: RICH, left: { ...TERMS.left, money: 0.25 } },
    next: 'Raise budget.money.most.',
  },
];

test('what the tenant file allows may be run', () => {
  expect(judgeErrand(ERRAND, TERMS)).toBeUndefined();
});

test('of somebody whom the vendor will list nobody knows the name: the state has to give one', () => {
  const naming = { ...ERRAND, names: [{ kind: 'agent', value: '{agentId}' }] };
  const next = 'Give agentId in vendors.example.states.';
  expect(judgeErrand(naming, { ...TERMS, ...allowing({ only: { agent: [7] } }) })).toMatchObject({
    rule: 'name',
    next,
  });
  expect(judgeErrand(naming, { ...TERMS, made: ['{agentId}'] })).toBeUndefined();
});

test('there is an example of every rule', () => {
  expect(ROWS.map(({ rule }) => rule)).toEqual(RULES);
});

describe.each(ROWS)('the rule $rule', ({ rule, errand, terms, mended, next }) => {
  test('refuses, and says what to change', () => {
    expect(judgeErrand({ ...ERRAND, ...errand }, { ...TERMS, ...terms })).toMatchObject({ rule, next });
  });

  test('lets the same errand pass once that is changed', () => {
    expect(judgeErrand({ ...ERRAND, ...errand }, { ...TERMS, ...mended })).toBeUndefined();
  });
});

test.each(EFFECTS.filter((effect) => effect !== 'reads'))(
  '%s is refused where nothing is allowed',
  (effect) => {
    expect(
      judgeErrand({ ...ERRAND, effects: [effect] }, { ...TERMS, ...allowing({ effects: [] }) }),
    ).toMatchObject({
      rule: 'effect',
    });
  },
);

test('reading needs no leave, and taking away what was made needs none either', () => {
  const nothing = { ...TERMS, ...allowing({ effects: [] }) };
  expect(judgeErrand({ ...ERRAND, effects: ['reads'] }, nothing)).toBeUndefined();
  const clearing: Errand = { ...ERRAND, purpose: 'clean-up', sending: undefined, effects: ['irreversible'] };
  expect(judgeErrand(clearing, nothing)).toBeUndefined();
  expect(judgeErrand({ ...clearing, effects: ['notifies-people'] }, nothing)).toMatchObject({
    rule: 'effect',
  });
});

describe('who may be named', () => {
  const naming = (value: string | number, kind = 'case') => ({ ...ERRAND, names: [{ kind, value }] });

  test.each([7, '7', 8, 9])('%j, which the tenant file gives', (value) => {
    expect(judgeErrand(naming(value), TERMS)).toBeUndefined();
  });

  test('what this run made', () => {
    expect(judgeErrand(naming(55), TERMS)).toMatchObject({ rule: 'name' });
    expect(judgeErrand(naming(55), { ...TERMS, made: [55] })).toBeUndefined();
  });

  test('a list of a kind shuts out what the states give', () => {
    const only = { ...TERMS, ...allowing({ only: { case: [11] } }) };
    expect(judgeErrand(naming(7), only)).toMatchObject({ rule: 'name' });
    expect(judgeErrand(naming(11), only)).toBeUndefined();
    expect(judgeErrand(naming(7, 'agent'), only)).toBeUndefined();
  });
});
