// action.yml and the example workflows, checked by what knows GitHub's schemas and expressions.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { NOT_INSTALLED, ROOT, runProgram, runTool } from './ci-tools.ts';

const EXAMPLES = join(ROOT, 'ci/github/examples');
const workflows = readdirSync(EXAMPLES).map((name) => join(EXAMPLES, name));

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
}

test.each(workflows)('%s grants nothing that it does not name, and every job ends some day', (file) => {
  const workflow: { readonly permissions?: object; readonly jobs: Readonly<Record<string, Job>> } = parse(
    readFileSync(file, 'utf8'),
  );
  expect(workflow.permissions).toEqual({});
  for (const job of Object.values(workflow.jobs)) {
    expect(job['timeout-minutes']).toBeGreaterThan(0);
    const written = Object.entries(job.permissions ?? {}).filter(([, right]) => right === 'write');
    expect(written.every(([what]) => what === 'security-events')).toBe(true);
  }
});

if (NOT_INSTALLED !== undefined) {
  console.warn(NOT_INSTALLED);
  test.skip(NOT_INSTALLED);
} else {
  describe('GitHub would take', () => {
    test.each([join(ROOT, 'action.yml'), ...workflows])('%s', async (file) => {
      expect(await runTool('action-validator', [file])).toMatchObject({ exitCode: 0 });
    });

    test('every expression of the workflows', async () => {
      expect(workflows.length).toBeGreaterThan(2);
      expect(await lint(workflows)).toEqual([]);
    });
  });

  test('a matrix that is not there is noticed, and so is an action of no kind', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'workflow-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const spoilt = join(folder, 'workflow.yml');
    const shards = readFileSync(join(EXAMPLES, 'shards.yml'), 'utf8');
    writeFileSync(spoilt, shards.replaceAll('matrix.shard ', 'matrix.part '));
    expect((await lint([spoilt])).join('\n')).toContain('property "part" is not defined');
    const action = join(folder, 'action.yml');
    writeFileSync(
      action,
      readFileSync(join(ROOT, 'action.yml'), 'utf8').replace('using: composite', 'using: shell'),
    );
    expect((await runTool('action-validator', [action])).exitCode).not.toBe(0);
  });
}

async function lint(files: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await runProgram(process.execPath, [
    join(import.meta.dirname, 'lint-workflows.mjs'),
    ...files,
  ]);
  const complaints: readonly string[] = JSON.parse(stdout);
  return complaints;
}
