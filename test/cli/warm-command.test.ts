import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Finished, reportIn, runCommand } from './run-command.ts';
import { runWarmCommand } from './warm-command.ts';

/** What a command has come to, without when it was and where. */
function outcome({ exitCode, stdout, stderr, folder }: Finished) {
  const text = stdout.replaceAll(/\d{4}-\d{2}-\d{2}T[\d-]+/g, 'then').replaceAll(/\d+ m?s\b/g, 'a while');
  const cases = existsSync(join(folder, 'reports'))
    ? reportIn(folder).operations.map((one) => one.cases)
    : [];
  return { exitCode, text, stderr, cases };
}

test.each([
  { args: ['--operation', 'joinChat', '--fault', 'acquire.join-wrong-case'], exitCode: 1 },
  { args: ['--operation', 'joinChat', '--dry-run'], exitCode: 0 },
  { args: ['--vendor', 'nobody'], exitCode: 2 },
])('$args comes to the same in a process that has run it before', async ({ args, exitCode }) => {
  const own = outcome(await runCommand(args));
  expect(own.exitCode).toBe(exitCode);
  for (const time of ['first', 'second']) expect(outcome(await runWarmCommand(args)), time).toEqual(own);
});

test('nothing of one command is left for the next', async () => {
  await runWarmCommand(['--vendor', 'nobody']);
  const next = await runWarmCommand(['--version']);
  expect(next).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), stderr: '' });
});

test('what only a process of its own would heed is refused', async () => {
  const given = { environment: { NODE_OPTIONS: '--require x.cjs' } };
  await expect(runWarmCommand([], given)).rejects.toThrow('NODE_OPTIONS would not be heeded');
});
