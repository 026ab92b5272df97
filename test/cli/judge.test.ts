// `judge` as its users call it: a process of its own, on files that are there.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withMember } from '../../src/model/edit-json.ts';
import type { Json } from '../../src/model/json.ts';
import { folderOfChecks, ownCheck } from '../fixtures/own-checks.ts';
import { ANSWER, entry, har } from '../observed/har-parts.ts';
import { complaintOf, reportIn, runCommand, temporaryFolder } from './run-command.ts';

/** Notes every address that a process connects to, looks up or listens at, in whatever process it is loaded into. */
const WITNESS = `
const { appendFileSync } = require('node:fs');
const net = require('node:net');
const dns = require('node:dns');
const tell = (what) => appendFileSync(process.env.WITNESSED, what + '\\n');
const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...args) {
  const [first] = Array.isArray(args[0]) ? args[0] : args;
  tell('connects to ' + (first.host ?? first.path ?? first));
  return connect.apply(this, args);
};
const { listen } = net.Server.prototype;
net.Server.prototype.listen = function (...args) {
  tell('listens at ' + (typeof args[1] === 'string' ? args[1] : JSON.stringify(args[0])));
  return listen.apply(this, args);
};
const { lookup } = dns;
const { isMainThread, parentPort } = require('node:worker_threads');
if (!isMainThread) {
  const { postMessage } = parentPort;
  parentPort.postMessage = function (...args) {
    tell('a thread has counted');
    return postMessage.apply(this, args);
  };
}
dns.lookup = (name, ...rest) => { if (net.isIP(name) === 0) tell('looks up ' + name); return lookup(name, ...rest); };
`;

/** Somebody's own check: it has to be told whether it was a success. */
const TOLD = `
  broken: ({ response }) =>
    response.body?.success === null ? [{ pointer: 'response.body#/success', expected: 'told', actual: 'null' }] : [],
  examples: {
    passes: [{ response: { body: { success: true } } }],
    fails: [{ response: { body: { success: null } }, at: ['response.body#/success'] }],
  }`;

function watched(): { readonly environment: Readonly<Record<string, string>>; readonly seen: () => string } {
  const folder = temporaryFolder();
  const [script, log] = [join(folder, 'witness.cjs'), join(folder, 'witnessed')];
  writeFileSync(script, WITNESS);
  return {
    environment: { NODE_OPTIONS: `--require ${script}`, WITNESSED: log },
    seen: () => (existsSync(log) ? readFileSync(log, 'utf8') : ''),
  };
}

describe('judge', () => {
  it('judges the evidence of a run, and the same as HAR, as the run was judged, and calls nobody', async () => {
    const args = ['--operation', 'genesys.inviteAgentToChat', '--fault', 'genesys.told-state-missing'];
    const run = await runCommand([...args, '--har', '--reporter', 'json']);
    expect(run.exitCode).toBe(1);
    const { verdict, gateShutBy } = reportIn(run.folder);
    const { environment, seen } = watched();
    for (const recording of ['reports/latest', 'reports/latest/exchanges.har']) {
      const judged = await runCommand(['judge', join(run.folder, recording), '--reporter', 'json'], {
        environment,
      });
      expect(judged.exitCode).toBe(1);
      const report = reportIn(judged.folder);
      expect(report).toMatchObject({ verdict, gateShutBy, target: { kind: 'recording' } });
    }
    // Pact is shown recorded answers over the loopback interface, by a process that is told of no other address.
    expect(new Set(seen().trim().split('\n'))).toEqual(new Set(['listens at 127.0.0.1']));
  });

  it('opens no socket at all without Pact', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'traffic.har'), har('Charles', [entry()]));
    const { environment, seen } = watched();
    const judged = await runCommand(
      ['judge', 'traffic.har', '--contract-sample', '0', '--reporter', 'terminal'],
      {
        folder,
        environment,
      },
    );
    expect(judged.exitCode).toBe(0);
    expect(judged.stdout).toContain('Of 1 observed exchange 1 were judged');
    expect(seen()).toBe('');
  });

  it('shares a long recording between threads, which judge by checks of one\u2019s own and open no socket', async () => {
    const folder = temporaryFolder();
    folderOfChecks(folder, {
      'told.mjs': ownCheck('told-success', `${TOLD}, operations: ['rocketchat.registerDepartment']`),
    });
    const untold = withMember(ANSWER, '/success', null);
    const entries = Array.from({ length: 7000 }, (_, at) => entry(at % 100 === 99 ? { answer: untold } : {}));
    writeFileSync(join(folder, 'traffic.har'), har('Charles', entries));
    const { environment, seen } = watched();
    const casesWith = async (threads: string) => {
      const args = ['traffic.har', '--contract-sample', '0', '--checks', 'desk-checks', '--threads', threads];
      const judged = await runCommand(['judge', ...args, '--reporter', 'json'], { folder, environment });
      expect(judged).toMatchObject({ exitCode: 1, stderr: '' });
      return reportIn(folder).operations.flatMap(({ cases }) =>
        cases.map(({ check, outcome, times = 1, findings }) => [
          ...[check, outcome, times],
          findings.map((one) => [one.fingerprint, one.seen]),
        ]),
      );
    };
    const alone = await casesWith('0');
    expect(seen()).toBe('');
    expect(alone.filter(([check]) => check === 'own-told-success')).toMatchObject([
      ['own-told-success', 'passed', 6930, []],
      ...Array.from({ length: 3 }, (_, at) => [
        ...['own-told-success', 'failed', at === 0 ? 68 : 1],
        [[expect.any(String), { times: 70, of: 7000 }]],
      ]),
    ]);
    expect(await casesWith('2')).toEqual(alone);
    // Of some 8 MB the first four are judged before a thread is started.
    expect(seen()).toMatch(/^(a thread has counted\n){3,}$/);
  });

  it('holds pacts of one\u2019s own against what was recorded', async () => {
    const folder = temporaryFolder();
    const department = {
      ...{ enabled: true, name: 'Early birds', email: 'early@chatters.io', description: 'until noon' },
      ...{ showOnRegistration: false, showOnOfflineForm: false },
    };
    const body = { department, agents: [{ agentId: 'SQafHvoFPuB57NmBD' }] };
    const shown = (name: string) =>
      Object.entries({ name, enabled: true }).reduce<Json>(
        (answer, [member, value]) => withMember(answer, `/department/${member}`, value),
        ANSWER,
      );
    const pact = join(import.meta.dirname, '../fixtures/pacts/staff-planner-rocketchat.v3.json');
    const judgedWith = async (name: string) => {
      writeFileSync(join(folder, 'traffic.har'), har('Charles', [entry({ body, answer: shown(name) })]));
      const args = ['judge', 'traffic.har', '--pacts', pact, '--reporter', 'json'];
      await runCommand(args, { folder });
      const { reliedOn, pacts } = reportIn(folder);
      const standing = reliedOn.consumers.find(({ consumer }) => consumer === 'staff-planner')?.standing;
      return [standing, pacts?.map(({ consumer }) => consumer)];
    };
    expect(await judgedWith('Early birds')).toEqual(['kept', ['staff-planner']]);
    expect(await judgedWith('Night shift')).toEqual(['broken', ['staff-planner']]);
  });

  it('ends with 3 where part of a file could not be read, and says which', async () => {
    const folder = temporaryFolder();
    const whole = har('Charles', [entry(), entry()], 1);
    writeFileSync(join(folder, 'torn.har'), whole.slice(0, whole.length - 300));
    const judged = await runCommand(
      ['judge', 'torn.har', '--contract-sample', '0', '--reporter', 'terminal'],
      {
        folder,
      },
    );
    expect(judged.exitCode).toBe(3);
    expect(judged.stdout).toMatch(/not read: torn\.har, line \d+, byte \d+: the file breaks off in number 2/);
  });

  it('says at once which file is not there', async () => {
    const missing = await runCommand(['judge', 'nowhere.har']);
    expect(complaintOf(missing)).toMatch(/^2 error \[file-unreadable\] nowhere\.har cannot be read/);
  });
});
