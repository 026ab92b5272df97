// The documents are their vendors' and not in the package, so each is stood in for by as many invented lines.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { folderOfChecks, MARKED, ownCheck } from '../fixtures/own-checks.ts';
import { copyPackage } from './package-copy.ts';
import { reportIn, temporaryFolder } from './run-command.ts';
import { runWarmCommand } from './warm-command.ts';

interface Listed {
  readonly id: string;
  readonly file: string;
  readonly lines: number;
}

let folder: string;
let texts: string;
let listed: readonly Listed[];

const lineOf = ({ id }: Listed, number: number) => `${id} says this on line ${number}`;
const linesOf = (one: Listed) => Array.from({ length: one.lines }, (_, index) => lineOf(one, index + 1));
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

beforeAll(() => {
  folder = copyPackage();
  const catalogue = join(folder, 'specs/documents.yaml');
  listed = parse(readFileSync(catalogue, 'utf8'));
  writeFileSync(
    catalogue,
    stringify(listed.map((one) => ({ ...one, sha256: sha256(`${linesOf(one).join('\n')}\n`) }))),
  );
  const digests = listed.map(
    (one) => [one.id, linesOf(one).map((line) => sha256(line).slice(0, 8))] as const,
  );
  writeFileSync(join(folder, 'specs/digests.json'), JSON.stringify(Object.fromEntries(digests)));
  texts = writeTexts((line) => line);
});

function writeTexts(change: (line: string) => string): string {
  const target = join(temporaryFolder(), 'texts');
  mkdirSync(target);
  for (const one of listed) writeFileSync(join(target, one.file), `${linesOf(one).map(change).join('\n')}\n`);
  return target;
}

const WRONG_CASE = ['--operation', 'joinChat', '--fault', 'acquire.join-wrong-case'];

test('cited lines are printed beside the finding', async () => {
  const run = await runWarmCommand([...WRONG_CASE, '--documents', texts], { package: folder });
  expect(run.exitCode).toBe(1);
  const { quotations, stale } = reportIn(run.folder);
  expect(stale).toEqual([]);
  expect(quotations).toContainEqual({
    document: 'acquire-join-chat',
    lines: [32, 32],
    text: 'acquire-join-chat says this on line 32',
  });
  expect(run.stdout).toContain('acquire-join-chat says this on line 32');
});

test('without the texts there are ids and lines only', async () => {
  const run = await runWarmCommand(WRONG_CASE, { package: folder });
  expect(reportIn(run.folder)).toMatchObject({ quotations: [], stale: [] });
  expect(run.stdout).toContain('acquire-join-chat:32');
});

test('the lines that a check of one’s own rests on are quoted, where it names any', async () => {
  const source = "source: { document: 'acquire-join-chat', lines: [29, 30], strength: 'stated' }";
  const checks = folderOfChecks(temporaryFolder(), {
    'cited.mjs': ownCheck('cited-mark', `${source}, ${MARKED}`),
    'plain.mjs': ownCheck('plain-mark', MARKED),
  });
  const explain = async (name: string): Promise<string> => {
    const run = await runWarmCommand(['explain', name, '--checks', checks, '--documents', texts], {
      package: folder,
    });
    return `${run.exitCode} ${run.stdout.replaceAll(/\s+/g, ' ')}`;
  };
  expect(await explain('own-cited-mark')).toContain(
    'documented must: It is as we want it acquire-join-chat:29-30 (stated) ' +
      '29 | acquire-join-chat says this on line 29 30 | acquire-join-chat says this on line 30',
  );
  const plain = await explain('own-plain-mark');
  expect(plain).toMatch(/^0 .*It names no lines of a document, so it is a may\./);
  expect(plain).not.toContain('documented');
});

test('a citation whose line has changed is named, and no other', async () => {
  const changed = writeTexts((line) => (line === 'acquire-join-chat says this on line 39' ? 'else' : line));
  const run = await runWarmCommand(['--operation', 'joinChat', '--documents', changed], { package: folder });
  const { stale } = reportIn(run.folder);
  expect(stale.length).toBeGreaterThan(0);
  for (const citation of stale) {
    const [, from, to] = /\(acquire-join-chat:(\d+)-(\d+)\)$/.exec(citation) ?? [];
    expect(Number(from)).toBeLessThanOrEqual(39);
    expect(Number(to)).toBeGreaterThanOrEqual(39);
  }
  expect(stale.some((citation) => citation.endsWith('(acquire-join-chat:39-39)'))).toBe(true);
  expect(run.stdout).toContain(String(stale.length));
});

test('a text that has grown at its end stays quotable', async () => {
  const grown = writeTexts((line) => line);
  const first = listed[0];
  if (first === undefined) throw new Error('no document is listed');
  writeFileSync(join(grown, first.file), `${linesOf(first).join('\n')}\none line more\n`);
  const run = await runWarmCommand(['--operation', 'joinChat', '--documents', grown], { package: folder });
  expect(run.exitCode).toBe(0);
  expect(reportIn(run.folder).stale).toEqual([]);
});
