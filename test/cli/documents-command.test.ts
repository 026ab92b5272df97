// The command on a copy of the package whose documents are invented, since the vendors' texts are not in it.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
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
  const run = await check(later, '--accept');
  expect(run.exitCode).toBe(1);
  expect(run.stdout).toContain('Taken over: rocketchat-register-department');
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
