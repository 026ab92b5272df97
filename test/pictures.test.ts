// The pictures of the docs are there, light enough to be loaded, and said in words to who cannot see them.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const PAGES = [
  'README.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

const pictures = PAGES.flatMap((page) =>
  [...readFileSync(page, 'utf8').matchAll(/!\[([^\]]*)\]\(([^)\s]+)\)/g)].map(
    ([, words = '', file = '']) => ({
      ...{ page, words },
      file: join(page, '..', file),
    }),
  ),
);

test.each(pictures)('$file in $page', ({ words, file }) => {
  expect(existsSync(file)).toBe(true);
  expect(words.split(' ').length).toBeGreaterThan(4);
  expect(statSync(file).size).toBeLessThan(200 * 1024);
  expect(readFileSync(file).subarray(1, 4).toString()).toBe('PNG');
});

test('the README shows the page and the terminal', () => {
  const shown = pictures.filter(({ page }) => page === 'README.md').map(({ file }) => file);
  expect(shown).toEqual(['docs/report.png', 'docs/terminal.png']);
});
