// What a pipeline lives through: a contract that nobody keeps, a vendor that changes, its waiver, and the day after.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, inject, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { copyPackage } from '../cli/package-copy.ts';
import { type Finished, reportIn, temporaryFolder } from '../cli/run-command.ts';
import { runWarmCommand } from '../cli/warm-command.ts';

const CHAT = ['--operation', 'addChatMessage', '--reporter', 'github', '--reporter', 'summary'] as const;
const CHANGED = ['--fault', 'acquire.message-id-text', '--reporter', 'waivers'] as const;
const LAST_DAY = '2027-03-31';

let folder: string;
let failed: Finished;

beforeAll(async () => {
  folder = temporaryFolder();
  failed = await runWarmCommand([...CHAT, ...CHANGED, '--today', LAST_DAY], { folder });
});

test('a pull request that relies on what is not there fails, with an annotation at its own lines', async () => {
  const changed = copyPackage();
  const pact = 'contracts/pacts/support-desk-acquire.json';
  const before = readFileSync(join(changed, pact), 'utf8');
  // The first: that of a chat message of an agent.
  writeFileSync(join(changed, pact), before.replace('"id": 8289', '"ticketId": 8289'));
  const run = await runWarmCommand(CHAT, { package: changed });
  expect(run.exitCode).toBe(1);
  const [annotation, ...others] = annotationsOf(run);
  expect(others).toEqual([]);
  expect(annotation).toMatchObject({ kind: 'error', file: pact });
  expect(annotation?.text).toContain('response.body#/data/ticketId');
  // The interaction that was edited begins there.
  expect(linesFrom(changed, annotation)[0]?.trim()).toBe(
    '"description": "a chat message of an agent to an open case",',
  );
});

test('a vendor that changes fails it, with the line of the spec and the lines of the document', () => {
  expect(failed.exitCode).toBe(1);
  const atSpec = annotationsOf(failed).find(({ file }) => file === 'specs/acquire.yaml');
  expect(atSpec?.text).toContain('response.body#/data/id, expected type integer');
  expect(linesFrom(inject('installedPackage'), atSpec)[0]).toMatch(/^\s+id:.*integer/);
  const findings = reportIn(folder).operations.flatMap(({ cases }) => cases.flatMap((one) => one.findings));
  expect(findings.map(({ blame }) => blame)).toContain('vendor');
  const summary = readFileSync(join(folder, 'reports/latest/summary.md'), 'utf8');
  // Where the document shows the id of the message that came back.
  expect(summary).toContain('acquire-send-message:195');
});

test.each([
  {
    day: 'until its last day',
    today: LAST_DAY,
    exitCode: 0,
    says: /waived by desk team until 2027\\?-03\\?-31/,
  },
  { day: 'the day after no more', today: '2027-04-01', exitCode: 2, says: /expired: .*waivers.yaml/ },
])('a waiver holds $day', async ({ today, exitCode, says }) => {
  const proposed: { readonly waivers: readonly object[] } = parse(
    readFileSync(join(folder, 'reports', reportIn(folder).run.id, 'waivers.proposed.yaml'), 'utf8'),
  );
  const filled = { reason: 'mended in April', owner: 'desk team', ticket: 'DESK-7', expires: LAST_DAY };
  const waivers = proposed.waivers.map((waiver) => ({ ...waiver, ...filled }));
  const own = temporaryFolder();
  writeFileSync(join(own, 'waivers.yaml'), stringify({ waivers }, { aliasDuplicateObjects: false }));
  const args = [...CHAT, ...CHANGED, '--waivers', 'waivers.yaml', '--today', today];
  const run = await runWarmCommand(args, { folder: own });
  expect(run.exitCode).toBe(exitCode);
  expect(readFileSync(join(own, 'reports/latest/summary.md'), 'utf8')).toMatch(says);
});

interface SeenAnnotation {
  readonly kind: string;
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

function annotationsOf({ stdout }: Finished): readonly SeenAnnotation[] {
  const found = stdout.matchAll(/^::(error|warning|notice) file=([^,]+),line=(\d+),(.*)$/gm);
  return [...found].map(([, kind = '', file = '', line, text = '']) => ({
    kind,
    file,
    line: Number(line),
    text,
  }));
}

function linesFrom(root: string, annotation: SeenAnnotation | undefined): readonly string[] {
  if (annotation === undefined) throw new Error('there is no such annotation');
  const { file, line } = annotation;
  return readFileSync(join(root, file), 'utf8')
    .split('\n')
    .slice(line - 1);
}
