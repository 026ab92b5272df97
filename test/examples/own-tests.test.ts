// A team's own test project, with the package installed.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { copyExample } from './example-copy.ts';

const run = promisify(execFile);

test('matcher, fixture and judgeExchange do in a project of somebody else’s what they do here', async () => {
  const folder = copyExample('own-tests');
  const vitest = join(folder, 'node_modules/vitest/vitest.mjs');
  const { VITEST: _, ...env } = process.env;
  const { stdout } = await run(process.execPath, [vitest, 'run', '--reporter=json'], { cwd: folder, env });
  const { testResults, ...counts }: Results = JSON.parse(stdout);
  const names = testResults.flatMap(({ assertionResults }) =>
    assertionResults.map(({ title, status }) => `${status} ${title}`),
  );
  expect(counts).toMatchObject({ success: true, numFailedTests: 0 });
  expect(names.toSorted()).toEqual([
    'passed a client that has lost its key is turned away',
    'passed an answer is what the document says and what we rely on',
    'passed judges what was recorded elsewhere, without Pact and without a socket',
    'passed notices when the vendor misbehaves',
    'passed tells what differs, which line says otherwise and who relies on it',
  ]);
});

interface Results {
  readonly success: boolean;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly title: string; readonly status: string }[];
  }[];
}
