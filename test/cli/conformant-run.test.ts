import { existsSync, lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { convert } from 'xmlbuilder2';
import schema from '../../src/load/schemas/report.schema.json' with { type: 'json' };
import { type Finished, reportIn, runCommand, temporaryFolder } from './run-command.ts';

const SEVEN = [
  ...['acquire.inviteAgent', 'acquire.joinChat', 'acquire.addChatMessage', 'acquire.addMailMessage'],
  ...['acquire.sendSms', 'genesys.inviteAgentToChat', 'rocketchat.registerDepartment'],
];

describe('a run on the embedded vendors', () => {
  let run: Finished;
  beforeAll(async () => {
    run = await runCommand([]);
  });
  const read = (name: string) => readFileSync(join(run.folder, 'reports/latest', name), 'utf8');

  test('ends with 0, everything conformant', () => {
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    const { verdict, exitCode, operations } = reportIn(run.folder);
    expect({ verdict, exitCode }).toEqual({ verdict: 'conformant', exitCode: 0 });
    expect(operations.map((one) => `${one.operation} ${one.verdict}`)).toEqual(
      SEVEN.map((id) => `${id} conformant`),
    );
  });

  test('has looked at something binding in every operation, and left nothing out', () => {
    for (const { cases, exchanges } of reportIn(run.folder).operations) {
      expect(exchanges.length).toBeGreaterThan(0);
      expect(cases.filter(({ outcome, level }) => outcome === 'passed' && level === 'must')).not.toEqual([]);
      expect(cases.filter(({ outcome }) => outcome === 'errored')).toEqual([]);
      // A mail with attachments, as nobody says what one is.
      const left = cases.filter(({ outcome }) => outcome === 'not-run');
      for (const { exchange, reason } of left)
        expect([exchange, reason]).toEqual([
          expect.stringContaining('/variant-'),
          expect.stringMatching(/^no document tells what a member of .*attachments.* looks like/),
        ]);
    }
  });

  test('leaves a folder with every format, and `latest` leads to it', () => {
    const [folder = '', latest] = readdirSync(join(run.folder, 'reports')).sort();
    expect(folder).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}-mock$/);
    expect(latest).toBe('latest');
    expect(readlinkSync(join(run.folder, 'reports/latest'))).toBe(folder);
    expect(readdirSync(join(run.folder, 'reports', folder)).sort()).toEqual([
      ...[
        'ctrf-report.json',
        'dossier.md',
        'evidence.ndjson',
        'index.html',
        'junit.xml',
        'report.json',
        'report.sarif',
      ],
      ...['summary.md'],
      'waivers.proposed.yaml',
    ]);
    expect(run.stdout).toMatch(new RegExp(`report +${join('reports', folder, 'index.html')}$`, 'm'));
  });

  test('keeps evidence to its owner', () => {
    expect(lstatSync(join(run.folder, 'reports/latest/evidence.ndjson')).mode & 0o077).toBe(0);
  });

  test('writes a report that fits its published schema', () => {
    const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);
    validate(JSON.parse(read('report.json')));
    expect(validate.errors).toBeNull();
  });

  test('counts the same in every format', () => {
    const { totals, operations } = reportIn(run.folder);
    const { 'not-applicable': inapplicable, 'not-run': left } = totals;
    const skipped = inapplicable + left;
    expect(totals.planned).toBe(operations.flatMap(({ cases }) => cases).length);
    const counts = `${totals.planned} cases: ${totals.passed} passed, 0 failed`;
    const sentence = `${counts}, ${inapplicable} not applicable, ${left} not run.`;
    expect(run.stdout.replaceAll(/\s+/g, ' ')).toContain(sentence.slice(0, -1));
    expect(read('summary.md')).toContain(sentence);
    expect(read('index.html')).toContain(sentence.slice(0, -1));
    const { testsuites } = JSON.parse(convert(read('junit.xml'), { format: 'json' }));
    expect(testsuites).toMatchObject({
      '@tests': String(totals.planned),
      '@failures': '0',
      '@errors': '0',
      '@skipped': String(skipped),
    });
  });

  test('has one line of evidence for each request sent, and one for what came back', () => {
    const lines = read('evidence.ndjson').trimEnd().split('\n');
    const kinds = lines.map((line): unknown => JSON.parse(line).kind);
    const sent = reportIn(run.folder).operations.flatMap(({ exchanges }) => exchanges).length;
    expect(kinds.filter((kind) => kind === 'sending')).toHaveLength(sent);
    expect(kinds.filter((kind) => kind === 'exchange')).toHaveLength(sent);
  });

  test('keeps no credential: neither in evidence nor in any report', () => {
    for (const name of readdirSync(join(run.folder, 'reports/latest')))
      expect(read(name).match(/Bearer (?!not-a-credential)[\w-]+|Basic (?!bm90LW)[\w+/]{16,}=*/)).toBeNull();
    expect(read('evidence.ndjson')).toContain('[secret:authorization]');
  });

  test('prints no control characters where nobody watches', () => {
    expect(run.stdout).not.toMatch(/\p{Cc}(?<!\n)/u);
  });

  test('leaves nothing behind in its working folder but the reports', () => {
    expect(readdirSync(run.folder)).toEqual(['reports']);
  });
});

test('runs at the same time do not get in each other’s way', async () => {
  const folder = temporaryFolder();
  const three = [1, 2, 3].map(() => runCommand(['--operation', 'joinChat'], { folder }));
  const runs = await Promise.all(three);
  expect(runs.map(({ exitCode, stderr }) => `${exitCode}${stderr}`)).toEqual(['0', '0', '0']);
  const folders = readdirSync(join(folder, 'reports')).filter((name) => name !== 'latest');
  expect(folders).toHaveLength(3);
  expect(folders).toContain(readlinkSync(join(folder, 'reports/latest')));
  for (const name of folders) expect(existsSync(join(folder, 'reports', name, 'report.json'))).toBe(true);
});

test('two runs of the same suite have the same plan and the same cases', async () => {
  const args = ['--vendor', 'rocketchat', '--reporter', 'json'];
  const [first, second] = await Promise.all([runCommand(args), runCommand(args)]);
  const comparable = ({ folder }: Finished) => {
    const { planHash, operations } = reportIn(folder);
    return { planHash, cases: operations.map(({ cases }) => cases) };
  };
  expect(comparable(second)).toEqual(comparable(first));
});
