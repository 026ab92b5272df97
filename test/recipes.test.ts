// What docs/extending.md promises: nothing but the files it names has to be written.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../src/model/report.ts';
import * as vendor from './recipes/new-vendor.ts';
import * as addition from './recipes/small-additions.ts';
import { copyTree, type ScriptResult, type TreeCopy } from './recipes/tree-copy.ts';

/** Several processes, each of which compiles the sources first. */
const PATIENCE_MS = 120_000;

describe('recipes', { timeout: PATIENCE_MS }, () => {
  let tree: TreeCopy;

  beforeAll(() => {
    tree = copyTree();
  });
  afterAll(() => tree.remove());

  const generate = () => expect(tree.runScript('scripts/generate.ts')).toEqual({ exitCode: 0, output: '' });
  const writePacts = () => expect(tree.runScript('scripts/write-pacts.mjs').exitCode).toBe(0);
  const run = (...args: readonly string[]) =>
    tree.runScript('src/cli/main.ts', 'run', '--out', 'out', ...args);
  const artefact = (name: string) => readFileSync(join(tree.folder, 'out/latest', name), 'utf8');
  const report = (): Report => JSON.parse(artefact('report.json'));
  const judged = ({ exitCode, output }: ScriptResult) => {
    expect(exitCode, output).toBe(0);
    return report().operations.map(({ operation, verdict }) => `${operation} ${verdict}`);
  };

  test('what is generated and written anew is what is committed', () => {
    generate();
    writePacts();
    expect(tree.changes()).toEqual([]);
  });

  test('a vendor is a spec, its documents and a contract', () => {
    const texts = join(tree.folder, 'texts');
    mkdirSync(texts);
    writeFileSync(join(texts, 'parley.txt'), vendor.DOCUMENT);
    const sha256 = createHash('sha256').update(vendor.DOCUMENT).digest('hex');
    tree.write('specs/documents.yaml', tree.read('specs/documents.yaml') + vendor.LISTED(sha256));
    tree.write('specs/parley.yaml', vendor.SPEC);
    tree.write('contracts/parley/open-conversation.ts', vendor.CONTRACT);
    const pinned: Readonly<Record<string, readonly string[]>> = JSON.parse(tree.read('specs/digests.json'));
    expect(tree.runScript('scripts/digest-documents.ts', texts)).toEqual({ exitCode: 0, output: '' });
    // The texts of the other vendors were not there.
    expect(JSON.parse(tree.read('specs/digests.json'))).toEqual({
      ...pinned,
      'parley-conversations': vendor.DOCUMENT.split('\n').map(() => expect.stringMatching(/^[0-9a-f]{8}$/)),
    });
    generate();
    writePacts();

    expect(judged(run('--vendor', 'parley'))).toEqual(['parley.openConversation conformant']);
    expect(tree.changes()).toEqual([
      'README.md',
      'contracts/pacts/support-desk-parley.json',
      'contracts/parley/open-conversation.ts',
      'specs/digests.json',
      'specs/documents.yaml',
      'specs/parley.yaml',
      'specs/words.json',
      'src/generated/contracts.ts',
      'src/generated/parley.ts',
    ]);
  });

  test('the new vendor is judged, not waved through', () => {
    const { exitCode } = run('--vendor', 'parley', '--fault', 'any.accepts-no-credentials');
    expect(exitCode).toBe(1);
    const findings = report().operations.flatMap(({ cases }) => cases.flatMap((one) => one.findings));
    expect(
      findings.map(({ pointer, source }) => `${pointer} ${source.document}:${source.lines[0]}`),
    ).toContain('response.status parley-conversations:9');
  });

  test('an operation is a path in a spec and a contract', () => {
    tree.write(
      'specs/rocketchat.yaml',
      tree.read('specs/rocketchat.yaml').replace('paths:\n', () => addition.OPERATION_IN_SPEC),
    );
    tree.write('contracts/rocketchat/close-department.ts', addition.OPERATION_CONTRACT);
    generate();
    writePacts();

    expect(judged(run('--operation', 'closeDepartment'))).toEqual(['rocketchat.closeDepartment conformant']);
    expect(tree.changes()).toEqual([
      'README.md',
      'contracts/pacts/support-desk-rocketchat.json',
      'contracts/rocketchat/close-department.ts',
      'specs/rocketchat.yaml',
      'src/generated/contracts.ts',
      'src/generated/rocketchat.ts',
    ]);
  });

  test('a check, a report format and a target are a file each', () => {
    tree.write('src/judges/checks/response-length.ts', addition.CHECK);
    tree.write('src/reporters/verdict-line.reporter.ts', addition.REPORTER);
    tree.write('src/targets/switched-off.target.ts', addition.TARGET);
    generate();
    expect(tree.changes()).toEqual([
      'README.md',
      'src/generated/checks.ts',
      'src/generated/reporters.ts',
      'src/generated/targets.ts',
      'src/judges/checks/response-length.ts',
      'src/reporters/verdict-line.reporter.ts',
      'src/targets/switched-off.target.ts',
    ]);
  });

  test('the new check judges every exchange, and the new format tells of it', () => {
    const reporters = ['json', 'verdict-line'].flatMap((name) => ['--reporter', name]);
    expect(judged(run('--operation', 'joinChat', ...reporters))).toEqual(['acquire.joinChat conformant']);
    const { operations, totals } = report();
    const own = operations[0]?.cases.filter(({ check }) => check === 'response-length');
    expect(own?.map(({ outcome }) => outcome)).toEqual(operations[0]?.exchanges.map(() => 'passed'));
    expect(artefact('verdict.txt')).toBe(`conformant after ${totals.planned} cases\n`);
  });

  test('exchanges come from the new target', () => {
    const { exitCode, output } = run('--target', 'switched-off', '--operation', 'joinChat');
    expect(exitCode, output).toBe(3);
    expect(report().target).toMatchObject({ kind: 'switched-off', name: 'nobody' });
    expect(report().operations[0]?.because).toContain('the target is switched off');
  });

  test('all of it is well typed', () => {
    tree.write(
      'tsconfig.json',
      tree.read('tsconfig.json').replace(/"include": .*/, '"include": ["src", "contracts"]'),
    );
    expect(tree.runScript('node_modules/typescript/lib/tsc.js', '--noEmit')).toEqual({
      exitCode: 0,
      output: '',
    });
  });
});
