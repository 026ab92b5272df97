// By mechanism, not by good will: without a permit for that very request nothing is carried.
import { describe, expect, test } from 'vitest';
import { createEffectsGuard, createPurse } from '../../src/effects/effects-guard.ts';
import type { Errand } from '../../src/effects/errand.ts';
import { guardPlan, type PlanTerms } from '../../src/effects/guard-plan.ts';
import type { Surroundings } from '../../src/effects/surroundings.ts';
import type { Effect } from '../../src/model/operation.ts';
import { EFFECTS } from '../../src/model/operation.ts';
import type { OutgoingRequest } from '../../src/model/plan.ts';
import { SENDINGS, type Tenant } from '../../src/model/tenant.ts';
import { ERRAND, OPERATION, PLANNED, REQUEST, TENANT, VENDOR } from './terms-of-example.ts';

function openGuard() {
  const carried: OutgoingRequest[] = [];
  const terms = { tenant: TENANT, vendor: VENDOR, productionWord: undefined };
  const guard = createEffectsGuard(terms, async (request) => carried.push(request));
  return { guard, carried };
}

function permitOf(answer: ReturnType<ReturnType<typeof openGuard>['guard']['ask']>) {
  if (answer.kind === 'refused') throw new Error(`refused: ${answer.refusal.says}`);
  return answer.permit;
}

describe('a permit', () => {
  test('carries its request, once', async () => {
    const { guard, carried } = openGuard();
    const permit = permitOf(guard.ask(ERRAND, REQUEST));
    await guard.send(permit, REQUEST);
    await expect(guard.send(permit, REQUEST)).rejects.toThrow('no permit');
    expect(carried).toEqual([REQUEST]);
  });

  test.each<Partial<OutgoingRequest>>([
    { method: 'PUT' },
    { path: '/cases/8/messages' },
    { query: [['as', 'contact']] },
    { headers: [] },
    { body: '{"caseId":8}' },
  ])('does not carry a request with %j', async (change) => {
    const { guard, carried } = openGuard();
    const permit = permitOf(guard.ask(ERRAND, REQUEST));
    await expect(guard.send(permit, { ...REQUEST, ...change })).rejects.toThrow(
      'not the one that was permitted',
    );
    await expect(guard.send(permit, REQUEST)).rejects.toThrow('no permit');
    expect(carried).toEqual([]);
  });

  test('cannot be made by hand, nor taken from another guard', async () => {
    const { guard, carried } = openGuard();
    await expect(guard.send({ says: ERRAND.says }, REQUEST)).rejects.toThrow('no permit');
    const foreign = permitOf(openGuard().guard.ask(ERRAND, REQUEST));
    await expect(guard.send(foreign, REQUEST)).rejects.toThrow('no permit');
    expect(carried).toEqual([]);
  });

  test('is paid for when it is given, out of the one purse of the tenant', () => {
    const purse = createPurse(TENANT);
    const terms = { tenant: TENANT, vendor: VENDOR, productionWord: undefined };
    const guards = [1, 2].map(() => createEffectsGuard(terms, async () => undefined, purse));
    const answers = [0, 1, 0].map((index) => guards[index]?.ask(ERRAND, REQUEST));
    expect(answers.map((answer) => answer?.kind)).toEqual(['permitted', 'permitted', 'refused']);
    expect(answers[2]).toMatchObject({ refusal: { rule: 'messages' } });
    expect(purse.left).toEqual({ requests: 1, messages: 0, money: 0 });
  });
});

const NOTHING_AROUND: Surroundings = {
  ...{ preparing: [], listening: [], clearing: [] },
  ...{ stays: undefined, spends: [] },
};
const MAKES_CASE: Errand = {
  ...ERRAND,
  ...{ purpose: 'state', says: 'makes a case', effects: ['creates'], names: [] },
};
const MAKING = {
  key: 'a case',
  chore: { errand: MAKES_CASE, request: 'POST /cases' },
  clearing: [],
  stays: undefined,
};
const MANY = ['a', 'b', 'c'].map((id) => ({ ...PLANNED, id }));
const kindsOf = (terms: PlanTerms) => guardPlan(MANY, terms).slots.map(({ kind }) => kind);

describe('a plan', () => {
  const terms = {
    tenant: TENANT,
    productionWord: undefined,
    operations: [OPERATION],
    around: () => NOTHING_AROUND,
    promised: [],
  };
  const allowed: Tenant = {
    ...TENANT,
    vendors: [{ ...VENDOR, allow: { ...VENDOR.allow, only: { role: ['user'] } } }],
  };

  test('keeps what is allowed, and says of the rest which rule withholds it', () => {
    const stranger = { ...PLANNED, id: 'b', request: { ...REQUEST, path: '/cases/1684/messages' } };
    const [first, second] = guardPlan([PLANNED, stranger], { ...terms, tenant: allowed }).slots;
    expect(first).toEqual(PLANNED);
    expect(second).toMatchObject({
      kind: 'unplanned',
      reason: expect.stringMatching(
        /^not allowed \(name\): the case "1684" is neither allowed nor made by this run/,
      ),
    });
  });

  test('is cut off where the budget ends, and counts what must be prepared, once', () => {
    expect(kindsOf({ ...terms, tenant: allowed })).toEqual(['planned', 'planned', 'unplanned']);
    const dear = { ...allowed, budget: { requests: 2, messages: 9, money: undefined } };
    const around = () => ({
      ...NOTHING_AROUND,
      preparing: [MAKING],
    });
    expect(kindsOf({ ...terms, tenant: dear, around })).toEqual(['planned', 'unplanned', 'unplanned']);
    const spending = () => ({ ...around(), spends: ['a case'] });
    const roomy = { ...allowed, budget: { requests: 4, messages: 9, money: undefined } };
    expect(kindsOf({ ...terms, tenant: roomy, around })).toEqual(['planned', 'planned', 'planned']);
    expect(kindsOf({ ...terms, tenant: roomy, around: spending })).toEqual([
      'planned',
      'planned',
      'unplanned',
    ]);
  });

  test('sets aside what it takes to take away again, and tells every request that it counts', () => {
    const closing: Errand = { ...MAKES_CASE, purpose: 'clean-up', says: 'closes the case' };
    const clearing = [{ errand: closing, request: 'DELETE /cases/{caseId}' }];
    const around = () => ({
      ...NOTHING_AROUND,
      preparing: [{ ...MAKING, clearing }],
    });
    const tight = (requests: number) => ({ ...allowed, budget: { requests, messages: 9, money: undefined } });
    expect(kindsOf({ ...terms, tenant: tight(2), around })).toEqual(['unplanned', 'unplanned', 'unplanned']);
    const { expenses } = guardPlan(MANY, { ...terms, tenant: tight(3), around });
    expect(
      expenses.map(({ kind, exchange, requests, messages }) => [kind, exchange, requests, messages]),
    ).toEqual([
      ['preparing', 'a', 1, 0],
      ['clearing', 'a', 1, 0],
      ['sending', 'a', 1, 1],
    ]);
  });

  test('whatever a tenant allows, what stays in the plan needs no other leave', () => {
    const random = sequence(20_260_101);
    for (let round = 0; round < 400; round += 1) {
      const effects = EFFECTS.filter(() => random() < 0.5);
      const sendings = SENDINGS.filter(() => random() < 0.5);
      const needs: readonly Effect[] = EFFECTS.filter(() => random() < 0.3);
      const tenant: Tenant = {
        ...allowed,
        budget: { requests: Math.floor(random() * 4), messages: Math.floor(random() * 4), money: undefined },
        vendors: allowed.vendors.map((vendor) => ({
          ...vendor,
          allow: { ...vendor.allow, effects, sendings },
        })),
      };
      const slots = ['a', 'b', 'c'].map((id) => ({ ...PLANNED, id, effects: needs }));
      const sent = guardPlan(slots, { ...terms, tenant }).slots.filter((slot) => slot.kind === 'planned');
      const isAllowed =
        sendings.includes('contract') &&
        !needs.includes('costs-money') &&
        needs.every((effect) => effect === 'reads' || effects.includes(effect));
      const { requests, messages } = tenant.budget;
      const most = needs.includes('notifies-people') ? Math.min(requests, messages) : requests;
      expect(sent).toHaveLength(isAllowed ? Math.min(most, slots.length) : 0);
    }
  });
});

/** Numbers from 0 to 1 that are the same in every run. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}
