// What a killed run has left is taken away by the command, and nothing of anybody else's.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { complaintOf } from '../cli/run-command.ts';
import { establish } from '../mock/mock-client.ts';
import { type MockedTenant, mockedTenant, type TenantVendorName } from './mocked-tenant.ts';

const RUN = ['run', '--tenant', 'tenants', '--reporter', 'json'];
const CLEANUP = ['cleanup', '--tenant', 'tenants'];

interface Stage {
  readonly vendor: TenantVendorName;
  readonly operation: string;
  readonly effects: readonly string[];
  /** What somebody else has there, and what of it the tenant file names. */
  readonly others: readonly string[];
  readonly named: Readonly<Record<string, readonly string[]>>;
  readonly seed: number;
}

const ACQUIRE: Stage = {
  vendor: 'acquire',
  operation: 'acquire.joinChat',
  effects: ['creates', 'notifies-people', 'joins-as-person'],
  others: ['an open case'],
  named: {},
  seed: 11,
};

const ROCKETCHAT: Stage = {
  vendor: 'rocketchat',
  operation: 'rocketchat.registerDepartment',
  effects: ['creates'],
  others: [],
  named: { 'an agent': ['agentId'], 'a second agent': ['secondAgentId'] },
  seed: 5,
};

/** Numbers that look like dice and are the same each time (Park and Miller). */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % Math.floor(below);
  };
}

async function stageOf({ vendor, operation, effects, others, named }: Stage) {
  const tenant = await mockedTenant(vendor, { effects });
  for (const state of others) establish(tenant.mock, vendor, [state]);
  const states = Object.entries(named).map(([state, names]) => {
    const wanted = Object.fromEntries(names.map((name) => [name, '']));
    return [state, establish(tenant.mock, vendor, [state], wanted)] as const;
  });
  tenant.write(tenant.file, { states: Object.fromEntries(states) });
  return { tenant, run: [...RUN, '--operation', operation] };
}

describe.each([ACQUIRE, ROCKETCHAT])('$vendor', (stage) => {
  test('a run killed anywhere leaves nothing once it is cleaned up', { timeout: 150_000 }, async () => {
    const { tenant, run } = await stageOf(stage);
    const { mock } = tenant;
    const before = mock.holdings(stage.vendor);
    await tenant.command(run);
    expect(mock.holdings(stage.vendor)).toEqual(before);
    const whole = tenant.boundaries();
    expect(whole).toBeGreaterThan(8);
    const throwFor = dice(stage.seed);
    // While it makes things, and while it takes them away itself.
    for (const killAt of [4 + throwFor(whole / 2 - 4), whole - 1 - throwFor(whole / 3)]) {
      expect(await tenant.killAt(killAt, run)).toBe(killAt + 1);
      const cleaned = await tenant.command(CLEANUP);
      const isLost = / unknown: /.test(cleaned.stdout);
      expect(`${cleaned.exitCode} ${cleaned.stderr}`, `killed at ${killAt}`).toBe(isLost ? '1 ' : '0 ');
      // What nobody can find may be there, and is told by its name.
      if (!isLost) expect(mock.holdings(stage.vendor), `killed at ${killAt}`).toEqual(before);
      else expect(cleaned.stdout).toMatch(/by hand: look for .*conformance-/);
    }
  });
});

/** Killed when a case was opened and the answer was on its way back: only a search finds it. */
async function cutOff(): Promise<MockedTenant & { readonly run: string }> {
  const { tenant, run } = await stageOf(ACQUIRE);
  await tenant.killAt(3, run);
  return { ...tenant, run: join('reports', tenant.runs()[0] ?? '') };
}

describe('the command', () => {
  test('tells each thing, and has nothing to do a second time', async () => {
    const { command, run, mock } = await cutOff();
    const first = await command(CLEANUP);
    expect(first.exitCode).toBe(0);
    expect(first.stdout).toMatch(/removed \(proven\): acquire, case \(.*conformance-/);
    expect(first.stdout).toMatch(/removed \(not provable\): acquire, contact \(/);
    expect(first.stdout).toContain(run);

    const sent = mock.requests.length;
    expect(await command(CLEANUP)).toMatchObject({
      exitCode: 0,
      stdout: 'No run in reports has left anything in mocked.\n',
    });
    expect((await command([...CLEANUP, run])).exitCode).toBe(0);
    expect(mock.requests.length).toBe(sent);
  });

  test('sends nothing to another tenant, nor to another address, nor beside another command', async () => {
    const { command, run, mock, write, baseUrl, folder } = await cutOff();
    const sent = mock.requests.length;
    write('other.yaml', {}, { name: 'other' });
    expect(complaintOf(await command(['cleanup', run, '--tenant', 'other.yaml']))).toMatch(
      /^2 error \[run-of-other\] .* in the tenant mocked, not other/,
    );
    write('moved.yaml', { baseUrl: baseUrl.replace('acquire', 'elsewhere') });
    expect(complaintOf(await command(['cleanup', run, '--tenant', 'moved.yaml']))).toMatch(
      /^2 error \[run-of-other\] .* at another address/,
    );
    writeFileSync(
      join(folder, run, 'in-use'),
      readFileSync(join(folder, run, 'in-use'), 'utf8').replace(/\d+$/, `${process.pid}`),
    );
    expect(complaintOf(await command([...CLEANUP, run]))).toMatch(/^2 error \[run-in-use\] /);
    expect(mock.requests.length).toBe(sent);
  });

  test.each([
    [['cleanup'], 'option-missing'],
    [[...CLEANUP, 'nowhere'], 'file-unreadable'],
    [[...CLEANUP, '--out', 'nowhere'], 'file-unreadable'],
  ])('%j: %s', async (args, code) => {
    const { command } = await mockedTenant('acquire', {});
    expect(complaintOf(await command(args))).toContain(`2 error [${code}]`);
  });
});
