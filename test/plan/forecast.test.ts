// What a plan for a tenant comes to: the examples that we ship are big enough for what they allow.
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeForecast } from '../../src/cli/describe-forecast.ts';
import { loadTenant } from '../../src/load/load-tenant.ts';
import { resolveSecrets } from '../../src/load/resolve-secrets.ts';
import type { Forecast, Sums } from '../../src/model/forecast.ts';
import type { Plan } from '../../src/model/plan.ts';
import type { Tenant } from '../../src/model/tenant.ts';
import { planRun } from '../../src/plan/plan-run.ts';
import { createScreen } from '../../src/reporters/terminal-screen.ts';
import live from '../../src/targets/live.target.ts';
import mock from '../../src/targets/mock.target.ts';
import { operations, suite } from '../fixtures/committed-suite.ts';
import { recipes } from '../states/mock-tenant.ts';
import { input } from './example-target.ts';

const FOLDER = resolve(import.meta.dirname, '../../tenants');

function exampleOf(name: string): Tenant {
  const tenant = loadTenant(join(FOLDER, name), { suite, recipes });
  const tls = { ca: undefined, certificate: undefined, key: undefined };
  return { ...tenant, vendors: tenant.vendors.map((vendor) => ({ ...vendor, tls })) };
}

function allowing(tenant: Tenant, change: Partial<Tenant['vendors'][number]['allow']>): Tenant {
  const vendors = tenant.vendors.map((vendor) => ({ ...vendor, allow: { ...vendor.allow, ...change } }));
  return { ...tenant, vendors };
}

async function foresee(tenant: Tenant): Promise<{ readonly plan: Plan; readonly forecast: Forecast }> {
  const any = new Proxy<NodeJS.ProcessEnv>({}, { get: (_, name) => `value-of-${String(name)}` });
  const given = { tenant, secrets: resolveSecrets(tenant, any), recipes, productionWord: undefined };
  const options = { specs: suite.specs, timeoutMs: 0, faults: [], readings: {}, tenant: given };
  const target = await live.open(options);
  try {
    const had = tenant.vendors.map(({ vendor }) => vendor);
    const own = operations.filter(({ vendor }) => had.includes(vendor));
    const plan = await planRun(suite, own, target, input);
    const forecast = target.forecast?.();
    if (forecast === undefined) throw new Error('nothing was foreseen');
    return { plan, forecast };
  } finally {
    await target.close();
  }
}

const sumOf = ({ expenses }: Forecast, pot: keyof Sums) => expenses.reduce((sum, one) => sum + one[pot], 0);

describe.each(readdirSync(FOLDER).filter((name) => name.endsWith('.example.yaml')))('%s', (name) => {
  it('has a budget for all that it allows, and a fifth of it over', async () => {
    const { plan, forecast } = await foresee(exampleOf(name));
    expect(plan.exchanges.filter(({ kind }) => kind === 'planned').length).toBeGreaterThan(1);
    const { whole, budget } = forecast;
    expect([sumOf(forecast, 'requests'), sumOf(forecast, 'messages')]).toEqual([
      whole.requests,
      whole.messages,
    ]);
    expect(budget.requests).toBeGreaterThanOrEqual(whole.requests * 1.2);
    expect(budget.messages).toBeGreaterThanOrEqual(whole.messages * 1.2);
  });
});

function screenOf(forecast: Forecast): string {
  return describeForecast(forecast, createScreen({ colour: false, columns: 140 })).join('\n');
}

describe('a budget that is too small', () => {
  it('is told with the numbers that would do, and those do', async () => {
    const tenant = exampleOf('acquire.example.yaml');
    const tight = { ...tenant, budget: { ...tenant.budget, requests: 20, messages: 4 } };
    const { forecast } = await foresee(tight);
    expect(sumOf(forecast, 'requests')).toBeLessThanOrEqual(20);
    expect(sumOf(forecast, 'messages')).toBeLessThanOrEqual(4);
    const { requests, messages } = forecast.whole;
    expect(screenOf(forecast)).toContain(`budget.requests ${requests}, budget.messages ${messages}`);
    const enough = await foresee({ ...tenant, budget: { ...tenant.budget, requests, messages } });
    expect(screenOf(enough.forecast)).toContain('Nothing is withheld for want of budget.');
    const short = await foresee({
      ...tenant,
      budget: { ...tenant.budget, requests, messages: messages - 1 },
    });
    expect(screenOf(short.forecast)).toContain(`For all of it: budget.messages ${messages}.`);
  });
});

describe('who could be notified', () => {
  it('is everybody whom a request names, with the key where they stand, and what reaches others', async () => {
    const { forecast } = await foresee(exampleOf('acquire.example.yaml'));
    const told = forecast.reached.map(({ kind, value, is, whence }) => [is, kind, value, whence].join(' '));
    expect(new Set(told)).toEqual(
      new Set([
        ...[101, 102, 103].map((id) => `somebody agent ${id} vendors.acquire.states.agents.agentIds`),
        ...[11, 12, 13].map(
          (id) => `somebody department ${id} vendors.acquire.states.departments.departmentIds`,
        ),
        'something case {caseId} made by this run',
        'somebody contact {contactId} made by this run',
      ]),
    );
    expect(screenOf(forecast)).toMatch(/agent 101, 102, 103 +2 × acquire\.inviteAgent/);
  });
});

describe('a case', () => {
  const whole = async () => {
    const tenant = exampleOf('acquire.example.yaml');
    const budget = { ...tenant.budget, requests: 400, messages: 200 };
    return foresee({ ...allowing(tenant, { sendings: ['contract', 'variant', 'probe'] }), budget });
  };

  it('is opened for each accepted call that uses one up, and shared by all that are to be refused', async () => {
    const { plan, forecast } = await whole();
    const sent = plan.exchanges.filter(({ kind }) => kind === 'planned');
    const spending = sent.filter(
      ({ operation, intent, id }) =>
        /inviteAgent|joinChat/.test(operation) &&
        intent.kind === 'accepted' &&
        !/reopened|open-again/.test(id),
    );
    const opened = forecast.expenses.filter(({ says }) => says.includes('"an open case": opens a case'));
    expect(sent.length).toBeGreaterThan(40);
    // One is left for those that spend none, and cases that are closed again begin as open ones.
    const closed = forecast.expenses.filter(({ says }) => says.includes('"a closed case": closes'));
    expect(opened.length).toBeLessThanOrEqual(spending.length + 1 + closed.length);
  });

  it('has its id bent for a variant once it is there, and stands in the plan as a promise until then', async () => {
    const { plan } = await whole();
    const asText = plan.exchanges.find(({ id }) => id === 'acquire.inviteAgent/variant-caseid-as-text');
    expect(asText).toMatchObject({ kind: 'planned' });
    const body = asText?.kind === 'planned' ? asText.request.body : undefined;
    expect(body).toContain('"caseId":"{caseId as text}"');
  });
});

describe('the hash of a plan', () => {
  it('does not hang on where a mock listens, though its address stands in values of states', async () => {
    const options = { specs: suite.specs, timeoutMs: 1000, faults: [], readings: {}, tenant: undefined };
    const targets = await Promise.all([mock.open(options), mock.open(options)]);
    const plans = await Promise.all(targets.map((target) => planRun(suite, operations, target, input)));
    await Promise.all(targets.map((target) => target.close()));
    const bodies = plans.map(({ exchanges }) =>
      exchanges.flatMap((one) => (one.kind === 'planned' ? [one.request.body] : [])),
    );
    expect(bodies[0]).not.toEqual(bodies[1]);
    expect(plans[0]?.hash).toBe(plans[1]?.hash);
  });

  it('does not hang on where a tenant is, and does on whom it names', async () => {
    const tenant = exampleOf('genesys.example.yaml');
    const movedTo = (baseUrl: string, agent: string): Tenant => ({
      ...tenant,
      vendors: tenant.vendors.map((vendor) => ({
        ...vendor,
        baseUrl,
        states: {
          ...vendor.states,
          'an agent who can be invited': { targetUri: `${baseUrl}/users/${agent}` },
        },
      })),
    });
    const hashOf = async (moved: Tenant) => (await foresee(moved)).plan.hash;
    const here = await hashOf(movedTo('https://here.invalid', 'one'));
    expect(await hashOf(movedTo('https://there.invalid', 'one'))).toBe(here);
    expect(await hashOf(movedTo('https://here.invalid', 'two'))).not.toBe(here);
  });
});
