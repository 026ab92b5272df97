// Somebody else's pact on a tenant, by the real command: its values come from the tenant, never from the pact.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { complaintOf, reportIn } from '../cli/run-command.ts';
import { runWarmCommand } from '../cli/warm-command.ts';
import { establish } from '../mock/mock-client.ts';
import { FOLDER } from '../pacts/judge-pacts.ts';
import { mockedTenant } from './mocked-tenant.ts';

const PLANNER = join(FOLDER, 'staff-planner-rocketchat.v3.json');

test('a tenant supplies what the examples of a pact stand for, and every consumer has its own standing', async () => {
  const tenant = await mockedTenant('rocketchat', { effects: ['creates'] });
  const { agentId = null } = establish(tenant.mock, 'rocketchat', ['an agent'], { agentId: '' });
  tenant.write(tenant.file, { states: { 'an agent': { agentId } } });
  const { exitCode, stderr } = await tenant.command(['--tenant', 'tenants', '--pacts', PLANNER]);
  const report = reportIn(tenant.folder);
  const cases = report.operations.flatMap((operation) => operation.cases);
  const ofPlanner = cases.filter(({ id, judge }) => id.includes('/staff-planner-') && judge === 'contract');
  expect(ofPlanner.map(({ outcome }) => outcome)).toEqual(['passed', 'passed', 'passed']);
  // Nobody without the permission is named in this tenant file: that one cannot be proven.
  expect(exitCode, stderr).toBe(3);
  const sent = JSON.stringify(tenant.mock.requests);
  for (const example of ['PLANNER00AGENT001', 'planner-token', 'guest-token', 'Night shift'])
    expect(sent).not.toContain(example);
  expect(report.reliedOn.consumers.map(({ consumer }) => consumer)).toEqual([
    'support-desk',
    'staff-planner',
  ]);
  expect(report.pacts?.map(({ consumer, judged }) => [consumer, judged])).toEqual([['staff-planner', 4]]);
});

test('what makes a pact unusable is told before anything else, and what it relies on is told by --dry-run', async () => {
  const unusable = await runWarmCommand(['--pacts', join(FOLDER, 'states.yaml')]);
  expect(complaintOf(unusable)).toMatch(/^2 .*states\.yaml#.*no "consumer"/s);
  const inline = await runWarmCommand(['--pacts', 'https://broker.invalid', '--broker-token', 'a-secret']);
  expect(complaintOf(inline)).toMatch(/^2 .*--broker-token.*env:NAME/s);
  expect(inline.stderr).not.toContain('a-secret');
  const args = ['--dry-run', '--operation', 'addChatMessage', '--states', join(FOLDER, 'states.yaml')];
  const { exitCode, stdout } = await runWarmCommand([...args, '--pacts', join(FOLDER, '*-acquire.*.json')]);
  expect(exitCode).toBe(0);
  expect(stdout).toContain('relied on, not documented: the bot asks for its chats');
  expect(stdout).toContain(
    'response status code not defined in spec file: 400 (#/interactions/1/response/status)',
  );
  expect(stdout).toContain('supervisor: a note in a chat that is over');
});
