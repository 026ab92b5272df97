import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { reportIn, startCommand } from './run-command.ts';
import { waitUntil } from './wait-until.ts';

interface EvidenceLine {
  readonly kind: string;
  readonly id?: string;
  readonly exchange?: { readonly id: string };
}

/** Lines of the journal of the only run in a folder, as far as it is written. */
function evidenceIn(folder: string): readonly EvidenceLine[] {
  const reports = join(folder, 'reports');
  const [name] = existsSync(reports) ? readdirSync(reports) : [];
  const file = join(reports, name ?? '', 'evidence.ndjson');
  if (name === undefined || !existsSync(file)) return [];
  const whole = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return whole.map((line): EvidenceLine => JSON.parse(line));
}

function obtainedIn(lines: readonly EvidenceLine[]): readonly string[] {
  return lines.flatMap(({ exchange }) => (exchange === undefined ? [] : [exchange.id]));
}

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s ends a run with 130; what was obtained is kept and judged',
  async (signal) => {
    const args = ['--operation', 'inviteAgent', '--fault', 'any.slow', '--timeout', '600000'];
    const run = startCommand(args);
    await waitUntil(
      () => (obtainedIn(evidenceIn(run.folder)).length > 0 ? true : undefined),
      'the first exchange',
    );
    run.child.kill(signal);
    expect((await run.finished).exitCode).toBe(130);

    const report = reportIn(run.folder);
    expect(report).toMatchObject({ exitCode: 130, verdict: 'unproven', run: { interrupted: true } });
    const [operation] = report.operations;
    const obtained = obtainedIn(evidenceIn(run.folder));
    expect(operation?.exchanges.map(({ id }) => id)).toEqual(obtained);
    expect(operation?.cases.filter(({ outcome }) => outcome === 'passed')).not.toEqual([]);
    const unsent = operation?.cases.filter(({ check }) => check === 'exchange');
    expect(unsent?.length).toBeGreaterThan(0);
    for (const one of unsent ?? [])
      expect(one).toMatchObject({ outcome: 'not-run', reason: expect.stringContaining('interrupted') });
  },
);

test('a request on its way when the run is interrupted stays in evidence as sent', async () => {
  const args = ['--vendor', 'rocketchat', '--fault', 'any.never-answers', '--timeout', '600000'];
  const run = startCommand(args);
  await waitUntil(() => evidenceIn(run.folder)[0], 'the first request');
  run.child.kill('SIGINT');
  const finished = await run.finished;
  expect(finished.exitCode).toBe(130);
  expect(finished.stdout).toContain('exit code 130');
  const [sent, ...others] = evidenceIn(run.folder);
  expect(sent).toMatchObject({ kind: 'sending', operation: 'rocketchat.registerDepartment' });
  // What was planned besides is told with the reason why it was not sent.
  expect(others.length).toBeGreaterThan(0);
  for (const line of others) expect(line).toMatchObject({ kind: 'unsent' });
  expect(reportIn(run.folder).totals).toMatchObject({ passed: 0, failed: 0 });
});
