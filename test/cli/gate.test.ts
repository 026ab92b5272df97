import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { copyPackage, editFile } from './package-copy.ts';
import { reportIn } from './run-command.ts';
import { runWarmCommand } from './warm-command.ts';

/** A package whose spec shows a member of a receipt that the vendor does not send, and no contract reads. */
let showsMore: string;

beforeAll(() => {
  showsMore = copyPackage();
  const spec = join(showsMore, 'specs/acquire.yaml');
  // The example as well: a spec that its own example contradicts would be the suite's fault.
  for (const receipt of [
    '1, online: true, sent: true',
    '11, online: false, sent: false',
    '26, online: false, sent: false',
  ])
    editFile(spec, `{ userId: ${receipt} }`, `{ userId: ${receipt}, seat: 1 }`);
  editFile(
    spec,
    '      required: [userId, online, sent]\n      properties:\n',
    '      required: [userId, online, sent, seat]\n      properties:\n' +
      '        seat: { type: integer, x-source: { lines: [34, 34], strength: shown } }\n',
  );
});

test.each([
  // The document calls for credentials, and does not say what happens without them.
  { fault: 'any.accepts-no-credentials', gate: 'must', exitCode: 0 },
  { fault: 'any.accepts-no-credentials', gate: 'should', exitCode: 0 },
  { fault: 'any.accepts-no-credentials', gate: 'may', exitCode: 1 },
  { fault: 'acquire.join-wrong-case', gate: 'must', exitCode: 1 },
])('--gate $gate with $fault ends with $exitCode', async ({ fault, gate, exitCode }) => {
  const run = await runWarmCommand(['--operation', 'joinChat', '--fault', fault, '--gate', gate]);
  expect(run.exitCode).toBe(exitCode);
  expect(reportIn(run.folder)).toMatchObject({ gate, exitCode });
  expect(run.stdout).toMatch(
    new RegExp(`gate +${gate}: ${exitCode === 0 ? 'met' : 'not met'} \\(exit code ${exitCode}\\)`),
  );
});

test.each([
  { gate: 'must', exitCode: 0 },
  { gate: 'should', exitCode: 1 },
  { gate: 'may', exitCode: 1 },
])('--gate $gate where only an example is deviated from ends with $exitCode', async ({ gate, exitCode }) => {
  const run = await runWarmCommand(['--operation', 'inviteAgent', '--gate', gate], { package: showsMore });
  expect(run.exitCode).toBe(exitCode);
  const { verdict, operations } = reportIn(run.folder);
  expect(verdict).toBe('deviating');
  const findings = operations.flatMap(({ cases }) => cases.flatMap((one) => one.findings));
  expect(findings.map(({ level, blame }) => `${level} ${blame}`)).toContain('should vendor');
  expect(findings.every(({ pointer }) => pointer.endsWith('/seat'))).toBe(true);
});
