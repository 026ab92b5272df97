import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { userErrors } from '../errors/catalogue.ts';
import { EXIT } from '../verdict/exit-code.ts';
import { describeNewFiles, writeNewFile } from './write-new-file.ts';

/** Checks are part of the tool: what holds for one vendor alone is a rule of a contract. */
const CHECKS = 'src/judges/checks';

export async function newCheck(id: string, { force }: { readonly force: boolean }): Promise<number> {
  if (!/^[a-z]+(-[a-z]+)+$/.test(id))
    throw userErrors.optionInvalid('The id', id, 'subject-aspect, such as response-length');
  if (!existsSync(CHECKS)) throw userErrors.fileUnreadable(CHECKS, 'this is no clone of the repository');
  const file = join(CHECKS, `${id}.ts`);
  writeNewFile(file, renderCheck(id), force);
  const next = [
    'write what it looks for, and examples that pass, fail and have nothing to say',
    'npm run generate',
    'npx vitest run test/judges/checks.test.ts  (fails until there is an example of each)',
  ];
  process.stdout.write(describeNewFiles([file], next));
  return EXIT.gateMet;
}

function renderCheck(id: string): string {
  return `import type { Check } from '../../model/check.ts';
import { notApplicable } from '../applicability.ts';

const check: Check = {
  id: '${id}',
  title: 'True when it passes',
  failureTitle: 'True when it fails',
  why: 'What goes wrong for a user when it fails.',
  appliesTo: () => notApplicable('nothing says yet what it looks for'),
  evaluate: () => [],
  examples: { passing: [], failing: [], notApplicable: [] },
};

export default check;
`;
}
