// The GitLab template through a real engine: three parts, their artifacts, and the job that joins them.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, onTestFinished, test, vi } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { isInstalled, NOT_INSTALLED, PATIENCE_MS, type Ran, ROOT, runProgram, runTool } from './ci-tools.ts';

vi.setConfig({ testTimeout: PATIENCE_MS });

/** One for each part. */
const THREE =
  '--operation acquire.inviteAgent --operation joinChat --vendor acquire --operation genesys.inviteAgentToChat --vendor genesys';

const missing = NOT_INSTALLED ?? (isInstalled('rsync') ? undefined : 'gitlab-ci-local needs rsync.');

if (missing !== undefined) {
  console.warn(missing);
  test.skip(missing);
} else {
  test('parts are judged side by side, and what one finds shuts the gate of the whole', async () => {
    const { folder, exitCode, stdout } = await pipeline(`${THREE} --fault acquire.join-wrong-case`);
    expect({ exitCode, stdout }).toMatchObject({ exitCode: 1 });
    expect(stdout).toMatch(/section_start:\d+:terminal/);
    const report = joinedReport(folder);
    expect(report.operations.map(({ operation, verdict }) => `${operation} ${verdict}`)).toEqual([
      'acquire.inviteAgent conformant',
      'acquire.joinChat nonconformant',
      'genesys.inviteAgentToChat conformant',
    ]);
    expect(readFileSync(join(folder, 'junit.xml'), 'utf8')).toContain('genesys.inviteAgentToChat');
    expect(issuesIn(folder).map(({ location }) => location.path)).toContain('specs/acquire.yaml');
  });
}

interface Issue {
  readonly location: { readonly path: string };
}

function issuesIn(folder: string): readonly Issue[] {
  const issues: readonly Issue[] = JSON.parse(
    readFileSync(join(folder, 'gl-code-quality-report.json'), 'utf8'),
  );
  return issues;
}

function joinedReport(folder: string): Report {
  const report: Report = JSON.parse(readFileSync(join(folder, 'reports/merged/report.json'), 'utf8'));
  return report;
}

async function pipeline(args: string): Promise<Ran & { readonly folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'gitlab-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(join(ROOT, 'ci/gitlab'), join(folder, 'ci/gitlab'), { recursive: true });
  cpSync(join(ROOT, 'ci/gitlab/example.gitlab-ci.yml'), join(folder, '.gitlab-ci.yml'));
  // Outside git, gitlab-ci-local knows no project.
  writeFileSync(join(folder, '.gitignore'), '.gitlab-ci-local\n');
  await runProgram('git', ['init', '--quiet', '--initial-branch', 'main'], { folder });
  await runProgram('git', ['remote', 'add', 'origin', 'git@gitlab.invalid:our/own.git'], { folder });
  // What is included is looked for in the index.
  await runProgram('git', ['add', '--all'], { folder });
  const command = `node ${join(inject('installedPackage'), 'dist/livechat-conformance.js')}`;
  const variables = {
    ...{ CI_PIPELINE_SOURCE: 'merge_request_event', GITLAB_CI: 'true' },
    ...{ LIVECHAT_CONFORMANCE: command, LIVECHAT_ARGUMENTS: args },
  };
  const given = Object.entries(variables).flatMap(([name, value]) => ['--variable', `${name}=${value}`]);
  return { ...(await runTool('gitlab-ci-local', ['--force-shell-executor', ...given], { folder })), folder };
}
