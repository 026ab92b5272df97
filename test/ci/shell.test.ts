// The recipe for any shell, and what every engine's log is to be like.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test, vi } from 'vitest';
import { reporters } from '../../src/generated/reporters.ts';
import { reportIn, runCommand, temporaryFolder } from '../cli/run-command.ts';
import { isInstalled, PATIENCE_MS, ROOT, runProgram } from './ci-tools.ts';

vi.setConfig({ testTimeout: PATIENCE_MS });

const RECIPE = join(ROOT, 'ci/shell/run.sh');
const CANARY = 'canary-51e07f3a9c';

test.each([
  { shell: 'sh', fault: [], exitCode: 0, says: 'the gate is met' },
  { shell: 'bash', fault: ['--fault', 'acquire.join-wrong-case'], exitCode: 1, says: 'the gate is not met' },
  { shell: 'sh', fault: ['--gate', 'most'], exitCode: 2, says: 'the input is wrong' },
])('the recipe in $shell ends with $exitCode', async ({ shell, fault, exitCode, says }) => {
  const folder = temporaryFolder();
  const command = `node ${join(inject('installedPackage'), 'dist/livechat-conformance.js')}`;
  const ran = await runProgram(shell, [RECIPE, '--operation', 'joinChat', ...fault], {
    folder,
    environment: { LIVECHAT_CONFORMANCE: command, ACQUIRE_API_KEY: CANARY },
  });
  expect(ran.exitCode).toBe(exitCode);
  expect(ran.stderr).toContain(`${says}`);
  expect(ran.stderr).toContain(`(exit code ${exitCode})`);
  expect(`${ran.stdout}${ran.stderr}`).not.toContain(CANARY);
  expect(`${ran.stdout}${ran.stderr}`).not.toContain('\u001b');
  if (exitCode !== 2)
    expect(readFileSync(join(folder, 'reports/history/mock.ndjson'), 'utf8')).toContain(
      reportIn(folder).run.id,
    );
});

test.skipIf(!isInstalled('shellcheck'))('shellcheck has nothing to say of the recipe', async () => {
  expect(await runProgram('shellcheck', [RECIPE])).toEqual({ exitCode: 0, stdout: '', stderr: '' });
});

test.each([
  { engine: 'GITHUB_ACTIONS', begin: /^::group::Report of run (\S+)\n/, end: '\n::endgroup::\n' },
  {
    engine: 'GITLAB_CI',
    begin: /^ESC\[0Ksection_start:\d{10}:terminal\rESC\[0KReport of run (\S+)\n/,
    end: /\nESC\[0Ksection_end:\d{10}:terminal\rESC\[0K\n/,
  },
])('$engine folds the report, and leaves the outcome in sight', async ({ engine, begin, end }) => {
  const environment = { [engine]: 'true', FORCE_COLOR: '1' };
  const run = await runCommand(['--operation', 'joinChat', '--reporter', 'terminal'], { environment });
  const stdout = run.stdout.replaceAll('\u001b', 'ESC');
  const [folded, shown = ''] = stdout.split(end);
  expect(begin.exec(folded ?? '')?.[1]).toBe(reportIn(run.folder).run.id);
  expect(shown).toMatch(/^Run \S+-mock: conformant\. Gate must: met \(exit code 0\)\.\nReport: \S+\n$/);
  expect(stdout).not.toMatch(/ESC\[[\d;]*m/);
  expect(run.stderr).toBe('');
});

test('every artefact names its run', async () => {
  const all = reporters.flatMap(({ name, file }) => (file === null ? [] : ['--reporter', name]));
  const { folder } = await runCommand(['--operation', 'joinChat', ...all]);
  const { run } = reportIn(folder);
  const files = readdirSync(join(folder, 'reports/latest'), { recursive: true }).map(String);
  const silent = files.filter(
    (file) => !readFileSync(join(folder, 'reports/latest', file), 'utf8').includes(run.id),
  );
  // Evidence is named by its folder; what engines define the form of may have no room.
  expect(silent.sort()).toEqual([
    'badge.json',
    'badge.svg',
    'evidence.ndjson',
    'gl-code-quality-report.json',
  ]);
});
