// The proxy as a team starts it: the installed command, an application's request, signals, a report.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { request } from 'undici';
import { expect, onTestFinished, test } from 'vitest';
import { complaintOf, reportIn, runCommand, startCommand, temporaryFolder } from './run-command.ts';

test('passes on, writes a report at SIGHUP and the last one at SIGTERM, and ends by the gate', async () => {
  const folder = temporaryFolder();
  const options = ['--port', '0', '--fault', 'any.status-created', '--reporter', 'json'];
  const { child, printed, finished } = startCommand(['proxy', '--mock', ...options], { folder });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const [, base = ''] = await printed(/^Acquire.*: (http:\/\/127.*\/acquire)$/m);
  const [, values = '{}'] = await printed(/acquire\.joinChat: GET (\{.*\})/);
  const { apiKey, caseId } = JSON.parse(values);
  const ask = async () => {
    const answer = await request(`${base}/api/v1/crm/messenger/chat/join`, {
      method: 'GET',
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({ caseId }),
    });
    await answer.body.text();
    return answer.statusCode;
  };
  expect(await ask()).toBe(201);
  child.kill('SIGHUP');
  await printed(/^Report: /m);
  expect(reportIn(folder).observation?.exchanges).toBe(1);
  await ask();
  child.kill('SIGTERM');
  const { exitCode, stderr } = await finished;
  const report = reportIn(folder);
  // Line 22 of the page says 200.
  expect([exitCode, report.exitCode, report.target.kind, stderr]).toEqual([1, 1, 'proxy', '']);
  expect(report.observation?.exchanges).toBe(2);
  const evidence = readFileSync(join(folder, 'reports/latest/evidence.ndjson'), 'utf8');
  expect(evidence.trim().split('\n')).toHaveLength(2);
  expect(evidence).not.toContain(apiKey);
});

test('says what is missing', async () => {
  const without = complaintOf(await runCommand(['proxy']));
  expect(without).toMatch(/^2 error \[option-missing\] .*--tenant/);
  const unknown = complaintOf(await runCommand(['proxy', '--mock', '--vendor', 'acquier']));
  expect(unknown).toMatch(/^2 error \[name-unknown\] There is no vendor "acquier"/);
});
