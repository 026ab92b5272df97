// The recipes that nothing here can run say nothing that the command does not know.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { reporters } from '../../src/generated/reporters.ts';
import { runCommand } from '../cli/run-command.ts';
import { ROOT } from './ci-tools.ts';

const RECIPES = [
  'docs/ci.md',
  ...filesBelow('ci/gitlab'),
  ...filesBelow('ci/jenkins'),
  ...filesBelow('ci/shell'),
];

const texts = RECIPES.map((file) => ({ file, text: readFileSync(join(ROOT, file), 'utf8') }));

test('every option is one of the commands', async () => {
  const helps = await Promise.all(['run', 'merge', 'mock'].map((name) => runCommand([name, '--help'])));
  const known = new Set(
    helps.flatMap(({ stdout }) => [...stdout.matchAll(/--[a-z-]+/g)].map(([option]) => option)),
  );
  // Those of npx and docker.
  for (const option of ['--yes', '--rm', '--user']) known.add(option);
  const used = texts.flatMap(({ file, text }) =>
    [...text.matchAll(/(?<![\w-])--[a-z][a-z-]+/g)].map(([option]) => ({ file, option })),
  );
  expect(used.length).toBeGreaterThan(20);
  expect(used.filter(({ option }) => !known.has(option))).toEqual([]);
});

test('every format is one there is', () => {
  const names: readonly string[] = reporters.map(({ name }) => name);
  const used = texts.flatMap(({ text }) =>
    [...text.matchAll(/--reporter ([a-z]+)/g)].map(([, name = '']) => name),
  );
  expect(used.length).toBeGreaterThan(10);
  expect(used.filter((name) => !names.includes(name))).toEqual([]);
});

test('the image is made of files that are there and let in', () => {
  const ignored = readFileSync(join(ROOT, '.dockerignore'), 'utf8').split('\n');
  const copied = [...readFileSync(join(ROOT, 'Dockerfile'), 'utf8').matchAll(/\/app\/([\w./-]+)(?= |$)/gm)]
    .map(([, path = '']) => path)
    .filter((path) => !/^(dist|node_modules)/.test(path));
  expect(copied).toContain('contracts/pacts');
  for (const path of copied) {
    expect(existsSync(join(ROOT, path))).toBe(true);
    expect(ignored).toContain(`!${path.split('/')[0]}`);
  }
});

function filesBelow(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder)).map((name) => join(folder, name));
}
