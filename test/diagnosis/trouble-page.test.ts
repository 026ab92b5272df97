// The page people read says what the catalogue says, of everything in it and in its order.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { TROUBLES } from '../../src/diagnosis/catalogue.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/trouble.md'), 'utf8');

const rows = page
  .split('\n')
  .filter((line) => /^\| `/.test(line))
  .map((line) =>
    line
      .split('|')
      .map((cell) => cell.trim())
      .slice(1, -1),
  );

test('docs/trouble.md has a row for each trouble', () => {
  expect(rows).toEqual(
    Object.entries(TROUBLES).map(([id, { says, blame, isPassing, next }]) => [
      `\`${id}\``,
      says,
      blame,
      isPassing ? 'yes' : 'no',
      next,
    ]),
  );
});
