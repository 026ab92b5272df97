// The command on a copy of the package whose documents are invented, since the vendors' texts are not in it.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { folderOfChecks, MARKED, ownCheck } from '../fixtures/own-checks.ts';
import { copyPackage } from './package-copy.ts';
import { temporaryFolder } from './run-command.ts';
import { runWarmCommand } from './warm-command.ts';

interface Listed {
  readonly id: string;
  readonly file: string;
  readonly lines: number;
}

let folder: string;
let texts: string;
let listed: readonly Listed[];

beforeAll(async () => {
  folder = copyPackage();
  listed = parse(readFileSync(join(folder, 'specs/documents.yaml'), 'utf8'));
  texts = writeTexts((line) => line);
  expect(await check(texts, '--pin')).toMatchObject({ exitCode: 0, stderr: '' });
});

function writeTexts(change: (line: string, id: string, number: number) => string): string {
  const target = join(temporaryFolder(), 'texts');
  mkdirSync(target);
  for (const { id, file, lines } of listed) {
    const text = Array.from({ length: lines }, (_, index) =>
      change(`${id} word${index} other${index} third${index}`, id, index + 1),
    );
    writeFileSync(join(target, file), `${text.join('\n')}\n`);
  }
  return target;
}

function check(from: string, ...more: readonly string[]): ReturnType<typeof runWarmCommand> {
  return runWarmCommand(['documents', '--check', from, ...more], { package: folder });
}

/** One on lines around 72 of a page, one elsewhere on it, and one on another page. */
function deskChecks(): string {
  const resting = (id: string, document: string, lines: string) =>
    ownCheck(id, `source: { document: '${document}', lines: ${lines}, strength: 'stated' }, ${MARKED}`);
  return folderOfChecks(temporaryFolder(), {
    'office.mjs': resting('office-required', 'rocketchat-register-department', '[60, 80]'),
    'first.mjs': resting('first-line', 'rocketchat-register-department', '[1, 1]'),
    'invited.mjs': resting('invited-agent', 'genesys-chat-invite', '[60, 80]'),
  });
}

test('texts that are as they were say the same, to the byte', async () => {
  const run = await check(texts);
  expect(run).toMatchObject({ exitCode: 0, stderr: '' });
  expect(run.stdout.match(/the same to the byte/g)?.length).toBe(listed.length);
});

test('a reflowed text says the same', async () => {
  const run = await check(writeTexts((line) => line.replaceAll(' ', '\n')));
  expect(run.exitCode).toBe(0);
  expect(run.stdout).not.toContain('changed');
});

test('a changed line is named with what rests on it, and with its old words where those are given', async () => {
  const changed = writeTexts((line, id, number) =>
    id === 'rocketchat-register-department' && number === 72 ? line.replace('other71', 'optional') : line,
  );
  const run = await check(changed, '--against', texts);
  expect(run.exitCode).toBe(1);
  expect(run.stdout).toContain('required-mark: lines 70-73, now lines 70-73');
  expect(run.stdout).toContain('[-other71-]{+optional+}');
  expect(run.stdout).toContain('rocketchat.yaml#/paths/~1api~1v1~1livechat~1department/post');
  const { documents } = JSON.parse((await check(changed, '--json')).stdout);
  expect(documents[3].changed[0]).toMatchObject({ kind: 'required-mark', level: 'must' });
});

test('a check of one’s own that rests on a changed passage is named with its file, and no other', async () => {
  const changed = writeTexts((line, id, number) =>
    id === 'rocketchat-register-department' && number === 72 ? line.replace('other71', 'optional') : line,
  );
  const checks = ['--checks', deskChecks()];
  const run = await check(changed, ...checks);
  expect(`${run.exitCode} ${run.stderr}`).toBe('1 ');
  expect(run.stdout).toContain('own-office-required of desk-checks/office.mjs, which rests on lines 60-80');
  expect(run.stdout).not.toContain('own-first-line');
  expect(run.stdout).not.toContain('own-invited-agent');
  const { documents, notCompared } = JSON.parse((await check(changed, ...checks, '--json')).stdout);
  const [passage] = documents[3].changed;
  expect(passage.citers).toMatchObject({
    lines: [70, 73],
    ownChecks: [{ id: 'own-office-required', from: 'desk-checks/office.mjs', source: { lines: [60, 80] } }],
  });
  expect(notCompared).toEqual([]);
});

test('specs and checks of one’s own are compared together; what rests on other documents is named', async () => {
  const example = join(temporaryFolder(), 'fourth-vendor');
  cpSync(join(import.meta.dirname, '../../examples/fourth-vendor'), example, { recursive: true });
  const [page, own] = [join(example, 'documents'), ['--specs', join(example, 'specs')]];
  expect(await check(page, ...own, '--pin')).toMatchObject({ exitCode: 0, stderr: '' });
  const file = join(page, 'lanterndesk-handover.txt');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"unknown-key"', '"unknown-token"'));
  const checks = ['--checks', join(example, 'checks'), '--checks', deskChecks()];
  const run = await check(page, ...own, ...checks);
  expect(`${run.exitCode} ${run.stderr}`).toBe('1 ');
  expect(run.stdout).toContain('own-refusal-code of checks/refusal-code.mjs, which rests on lines 21-25');
  expect(run.stdout.replaceAll(/\s+/g, ' ')).toContain(
    'not compared rocketchat-register-department, for own-first-line of desk-checks/first.mjs',
  );
});

test('a text that is missing is asked for by name', async () => {
  const run = await check(temporaryFolder());
  expect(run.exitCode).toBe(2);
  expect(run.stderr).toContain(listed[0]?.file);
});

test('--accept writes new line numbers and nothing else, and leaves alone what says something else', async () => {
  const before = readFileSync(join(folder, 'specs/rocketchat.yaml'), 'utf8');
  const later = writeTexts((line, id, number) => {
    if (id === 'rocketchat-register-department' && number === 1) return `\n\n${line}`;
    return id === 'genesys-chat-invite' && number === 40 ? 'quite another thing stands here' : line;
  });
  const run = await check(later, '--accept', '--checks', deskChecks());
  expect(run.exitCode).toBe(1);
  expect(run.stdout).toContain('Taken over: rocketchat-register-department');
  expect(run.stdout).toContain(
    'By hand: desk-checks/office.mjs, own-office-required: rocketchat-register-department 60-80 is 62-82 now',
  );
  // Its document is not taken over.
  expect(run.stdout).not.toContain('By hand: desk-checks/invited.mjs');
  const after = readFileSync(join(folder, 'specs/rocketchat.yaml'), 'utf8');
  const shifted = before.replaceAll(
    /lines: \[(\d+), (\d+)\]/g,
    (_, from: string, to: string) => `lines: [${Number(from) + (from === '1' ? 0 : 2)}, ${Number(to) + 2}]`,
  );
  expect(after.replaceAll('lines: [3, ', 'lines: [1, ')).toBe(
    shifted.replaceAll('lines: [3, ', 'lines: [1, '),
  );
  const again = await check(later);
  expect(again.stdout).toContain(
    'rocketchat-register-department (Register New Department): the same to the byte',
  );
});
