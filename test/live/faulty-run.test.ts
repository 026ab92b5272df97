// What a run says of a host that misbehaves at every request in another way: the command, a tenant file, real sockets.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { TROUBLES, type TroubleId } from '../../src/diagnosis/catalogue.ts';
import type { Case } from '../../src/model/finding.ts';
import type { Report } from '../../src/model/report.ts';
import { reportIn, temporaryFolder } from '../cli/run-command.ts';
import { runWarmCommand } from '../cli/warm-command.ts';
import { serveSockets } from '../fixtures/loopback-server.ts';
import { fullBacklog } from './full-backlog.ts';
import { SOCKET_FAULTS, type SocketFault } from './socket-faults.ts';

/** A vendor whose n-th connection meets with the n-th fault; further ones are reset. */
function serveFaults(faults: readonly SocketFault[]): Promise<string> {
  const left = [...faults];
  return serveSockets((socket) => {
    const fault = left.shift();
    if (fault === undefined) socket.resetAndDestroy();
    else fault.treat(socket);
  });
}

const OPERATIONS = ['inviteAgent', 'registerDepartment', 'inviteAgentToChat'];
const RUN = ['run', '--tenant', 'tenant.yaml', '--reporter', 'json'].concat(
  OPERATIONS.flatMap((operation) => ['--operation', operation]),
);

/** What passes by itself is asked for once. */
const PACE = { retries: 0 };

const ALLOW = {
  effects: ['creates', 'notifies-people', 'joins-as-person'],
  sendings: ['contract', 'variant', 'probe'],
};

/** Every state is there already, so that nothing is sent but the documented requests. */
async function tenantFile(quick: readonly SocketFault[], waiting: readonly SocketFault[]): Promise<object> {
  const acquire = {
    ...{ baseUrl: await serveFaults(waiting), allow: ALLOW, credentials: { apiKey: 'env:TOKEN' } },
    states: {
      'an open case': { caseId: 1, contactId: 2, threadId: 3, timelineId: 4 },
      agents: { agentIds: [1, 2, 3] },
      departments: { departmentIds: [1, 2, 3] },
    },
    ...{ timeouts: { answerSeconds: 1 }, pace: PACE },
  };
  const rocketchat = {
    ...{ baseUrl: await serveFaults(quick), allow: ALLOW, pace: PACE },
    credentials: { authToken: 'env:TOKEN', userId: 'env:USER_ID' },
    states: {
      'a new department name': { departmentName: 'Sales', departmentEmail: 'sales@example.com' },
      'an agent': { agentId: 'agent-1' },
      'a second agent': { secondAgentId: 'agent-2' },
    },
  };
  const genesys = {
    ...{ baseUrl: await fullBacklog(), allow: ALLOW, credentials: { authorization: 'env:TOKEN' } },
    states: {
      'an agent with an active chat': { chatId: 'chat-1' },
      'an agent who can be invited': { targetUri: 'http://127.0.0.1/users/1' },
      'an agent who cannot be invited': { targetUri: 'http://127.0.0.1/users/2' },
    },
    timeouts: { connectSeconds: 0.5 },
  };
  const budget = { requests: 500, messages: 200 };
  return { name: 'faulty', environment: 'sandbox', budget, vendors: { acquire, rocketchat, genesys } };
}

/** Ids of the exchanges with a vendor, in the order they were sent. */
function sentTo(vendor: string, folder: string): readonly string[] {
  const lines = readFileSync(join(folder, 'reports/latest/evidence.ndjson'), 'utf8').split('\n');
  return lines
    .map((line) => /^\{"kind":"sending","id":"([^"]+)"/.exec(line)?.[1])
    .filter((id) => id?.startsWith(`${vendor}.`) === true)
    .flatMap((id) => id ?? []);
}

/** What the report says of one exchange, held against what it should. */
function saysOf(exchange: string | undefined, { operations }: Report): string {
  const cases: readonly Case[] = operations.flatMap((operation) => operation.cases);
  const findings = cases.filter((one) => one.exchange === exchange).flatMap((one) => one.findings);
  return findings.map(({ blame, actual, next }) => `${blame}: ${actual} -> ${next}`).join('\n');
}

function expected(trouble: TroubleId) {
  const { blame, next } = TROUBLES[trouble];
  // For how long stands in the answer itself.
  const { says } = TROUBLES[trouble === 'unavailable-until' ? 'unavailable' : trouble];
  const escaped = [says, next].map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return expect.stringMatching(new RegExp(`^${blame}: [^\\n]*${escaped[0]}[^\\n]* -> ${escaped[1]}$`));
}

test('each fault of a host is told as what it is, with who is at fault and what to do', async () => {
  const [quick, waiting] = [
    SOCKET_FAULTS.filter(({ waits }) => waits !== true),
    SOCKET_FAULTS.filter(({ waits }) => waits === true),
  ];
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'tenant.yaml'), JSON.stringify(await tenantFile(quick, waiting)));
  const environment = { TOKEN: 'a-token-of-nobody-0815', USER_ID: 'user-of-nobody' };
  const { exitCode, stderr } = await runWarmCommand(RUN, { folder, environment });
  expect(`${exitCode} ${stderr}`).toBe('1 ');
  const report = reportIn(folder);
  const told = (vendor: string, faults: readonly SocketFault[]) => {
    const sent = sentTo(vendor, folder);
    expect(sent.length).toBeGreaterThanOrEqual(faults.length);
    return faults.map(({ does }, at) => [does, saysOf(sent[at], report)]);
  };
  // A pause and a slow body are one and the same where only the whole answer has a limit.
  const slow = ({ trouble }: SocketFault) => (trouble === 'body-stalled' ? 'endless-body' : trouble);
  expect([...told('rocketchat', quick), ...told('acquire', waiting)]).toEqual(
    [...quick, ...waiting].map((fault) => [fault.does, expected(slow(fault))]),
  );
  const invitations = sentTo('genesys', folder);
  expect(invitations.length).toBeGreaterThan(0);
  for (const invitation of invitations)
    expect(saysOf(invitation, report)).toEqual(expected('connect-timeout'));
});
