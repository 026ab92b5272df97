// Our own run on a tenant, straight and with our own proxy between, each a process of its own.
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { reportIn, startCommand } from '../cli/run-command.ts';
import { withoutTexts } from '../privacy/without-texts.ts';
import { mockedTenant } from './mocked-tenant.ts';

const FAULT = 'acquire.message-wrong-sender-type';
const ASKED = ['--operation', 'acquire.addChatMessage', '--reporter', 'json'];
const ALLOWED = {
  effects: ['creates', 'notifies-people', 'joins-as-person'],
  sendings: ['contract', 'variant'],
};

/** Everything that is decided; what differs from run to run is when, and the ids of what was made. */
function decided({ operations, totals, verdict, exitCode }: Report) {
  const cases = operations.map((one) => [one.operation, one.verdict, one.cases.map(withoutTexts)]);
  return { cases, totals, verdict, exitCode };
}

describe('a run through the proxy', () => {
  test('reports what it reports without, and so does the proxy', { timeout: 90_000 }, async () => {
    const tenant = await mockedTenant('acquire', ALLOWED, { faults: [FAULT] });
    const { folder } = tenant;
    const straight = await tenant.command(['run', '--tenant', tenant.file, ...ASKED]);
    const without = reportIn(folder);
    const out = ['--out', 'looked-on', '--reporter', 'json'];
    const environment = tenant.environment;
    const between = startCommand(['proxy', '--tenant', tenant.file, '--port', '0', ...out], {
      folder,
      environment,
    });
    onTestFinished(() => {
      between.child.kill('SIGKILL');
    });
    const [, baseUrl = ''] = await between.printed(/^acquire: (http:\/\/127\S*\/acquire) /m);
    tenant.write('tenants/passed.yaml', { baseUrl });
    const passed = await tenant.command(['run', '--tenant', 'tenants/passed.yaml', ...ASKED]);
    const within = reportIn(folder);
    expect([straight.exitCode, passed.exitCode]).toEqual([1, 1]);
    expect(within.run.id).not.toBe(without.run.id);
    expect(decided(within)).toEqual(decided(without));
    between.child.kill('SIGTERM');
    const { exitCode, stderr } = await between.finished;
    expect([exitCode, stderr]).toEqual([1, '']);
    const seen = reportIn(folder, 'looked-on');
    expect(seen.observation).toMatchObject({ unreadTotal: 0 });
    const found = seen.operations.flatMap(({ cases }) => cases.flatMap(({ findings }) => findings));
    const pointers = new Set(found.map(({ pointer }) => pointer));
    expect(pointers).toContain('response.body#/data/senderType');
  });
});
