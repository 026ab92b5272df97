import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { userErrors } from '../errors/catalogue.ts';
import { shellCommand } from '../reporters/shell-command.ts';
import { EXIT } from '../verdict/exit-code.ts';
import { describeNewFiles, writeNewFile } from './write-new-file.ts';

export interface NewCheckOptions {
  readonly checks?: string;
  readonly force: boolean;
}

/** Where the checks of this package lie, in a clone of its repository. */
const PACKAGE_CHECKS = 'src/judges/checks';

/** A check of one's own, in a folder of them; in a clone of this repository one of the package, unless a folder is named. */
export async function newCheck(id: string, { checks, force }: NewCheckOptions): Promise<number> {
  if (!/^[a-z]+(-[a-z]+)+$/.test(id))
    throw userErrors.optionInvalid('The id', id, 'subject-aspect, such as response-length');
  const isOfPackage = checks === undefined && existsSync(PACKAGE_CHECKS);
  const folder = checks ?? 'checks';
  const file = isOfPackage ? join(PACKAGE_CHECKS, `${id}.ts`) : join(folder, `${id}.mjs`);
  writeNewFile(file, isOfPackage ? renderPackageCheck(id) : renderOwnCheck(id), force);
  process.stdout.write(describeNewFiles([file], isOfPackage ? PACKAGE_STEPS : ownSteps(folder)));
  return EXIT.gateMet;
}

const PACKAGE_STEPS = [
  'write what it looks for, and examples that pass, fail and have nothing to say',
  'npm run generate',
  'npx vitest run test/judges/checks.test.ts  (fails until there is an example of each)',
];

function ownSteps(folder: string): readonly string[] {
  return [
    'write what it looks for, and examples that pass, fail and have nothing to say',
    `${shellCommand(['run', '--checks', folder])}  (judges nothing until the examples hold)`,
  ];
}

function renderPackageCheck(id: string): string {
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

function renderOwnCheck(id: string): string {
  return `/** @type {import('livechat-conformance').OwnCheck} */
export default {
  id: '${id}',
  title: 'True when it passes',
  failureTitle: 'True when it fails',
  why: 'What goes wrong for a user when it fails.',
  // Without operations it is about all of them; without a source it is a may, since nobody documents it.
  // operations: ['vendor.verbNoun'],
  // source: { document: 'id-of-the-document', lines: [1, 2], strength: 'stated' },
  broken: ({ request, response, notifications }) => {
    return { silent: 'nothing says yet what it looks for' };
    // return [{ pointer: 'response.body#/id', expected: 'what should be there', actual: 'what came' }];
  },
  examples: {
    passes: [{ request: { body: {} }, response: { body: {} } }],
    fails: [{ request: { body: {} }, response: { body: {} }, at: ['response.body#/id'] }],
    doesNotApply: [{ response: { text: 'no JSON' } }],
  },
};
`;
}
