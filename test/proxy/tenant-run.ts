// A run on a tenant in this process: the live target over real sockets, at whatever address the tenant is said to have.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checks } from '../../src/generated/checks.ts';
import type { PactMatcher } from '../../src/judges/contract/pact-matcher.ts';
import { loadRecipes, ownRecipes } from '../../src/load/load-recipes.ts';
import { loadTenants } from '../../src/load/load-tenants.ts';
import { resolveSecrets } from '../../src/load/resolve-secrets.ts';
import type { Mock } from '../../src/mock/start-mock.ts';
import type { Json } from '../../src/model/json.ts';
import type { Report } from '../../src/model/report.ts';
import { NO_DISCRETION } from '../../src/model/target.ts';
import { conductRun } from '../../src/run/conduct-run.ts';
import liveTarget from '../../src/targets/live.target.ts';
import { operations as all, suite } from '../fixtures/committed-suite.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { establish } from '../mock/mock-client.ts';

const header = {
  tool: { name: 'livechat-conformance', version: 'test' },
  run: { id: 'test', startedAt: '2026-01-01T00:00:00.000Z', durationMs: 0, interrupted: false },
  gate: 'must',
} as const;

const STATES = {
  acquire: { 'an API key': ['apiKey'], 'an open case': ['caseId'] },
  genesys: {
    'an agent with an active chat': ['authorization', 'chatId'],
    'an agent who can be invited': ['targetUri'],
    'an agent who cannot be invited': ['targetUri'],
  },
} as const;
const CREDENTIALS: Readonly<Record<string, string>> = {
  apiKey: 'PROXIED_KEY',
  authorization: 'PROXIED_LOGIN',
};

export interface TenantRun {
  readonly vendor: keyof typeof STATES;
  readonly operation: string;
  /** What the vendor has, and its tenant file says. */
  readonly mock: Mock;
  /** Where the tenant file says that it is. */
  readonly baseUrl: string;
  readonly matcher: PactMatcher;
}

export async function runOnTenant({ vendor, operation, mock, baseUrl, matcher }: TenantRun): Promise<Report> {
  const folder = temporaryFolder();
  const environment: Record<string, string> = {};
  const states: Record<string, Record<string, Json>> = {};
  for (const [state, names] of Object.entries(STATES[vendor])) {
    const wanted = Object.fromEntries(names.map((name: string) => [name, '']));
    for (const [name, value] of Object.entries(establish(mock, vendor, [state], wanted))) {
      const variable = CREDENTIALS[name];
      if (variable === undefined) states[state] = { ...states[state], [name]: value };
      else environment[variable] = String(value);
    }
  }
  const credentials = Object.fromEntries(
    Object.entries(CREDENTIALS).flatMap(([name, variable]) =>
      environment[variable] === undefined ? [] : [[name, `env:${variable}`]],
    ),
  );
  const allow = { effects: ['creates', 'notifies-people', 'joins-as-person'] };
  const vendors = { [vendor]: { baseUrl, credentials, states, allow } };
  const file = join(folder, 'tenant.yaml');
  const budget = { requests: 500, messages: 200 };
  writeFileSync(file, JSON.stringify({ name: 'passed', environment: 'sandbox', budget, vendors }));
  const recipes = loadRecipes(ownRecipes(), suite);
  const [tenant] = loadTenants([file], { suite, recipes });
  if (tenant === undefined) throw new Error('no tenant');
  const secrets = resolveSecrets(tenant, environment);
  const live = { tenant, secrets, recipes, productionWord: undefined };
  const options = { specs: suite.specs, timeoutMs: 5000, faults: [], readings: {}, tenant: live };
  const target = await liveTarget.open(options);
  const operations = all.filter(({ id }) => id === operation);
  try {
    await target.begin?.({ id: 'test', folder, discretion: NO_DISCRETION });
    return await conductRun({ suite, operations, checks, target, matcher, header: () => header });
  } finally {
    await target.close();
  }
}
