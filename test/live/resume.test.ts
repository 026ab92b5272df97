// What cannot be gone on with: nothing is sent, and nothing written.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { complaintOf } from '../cli/run-command.ts';
import { ACQUIRE, openStage } from './run-stages.ts';

const resume = (run: string, tenant = 'tenants') => ['run', '--tenant', tenant, '--resume', run];

test('--resume refuses another tenant, another plan, another address, and no run at all', async () => {
  const tenant = await openStage(ACQUIRE);
  const { mock, command, write, baseUrl, folder } = tenant;
  await tenant.killAt(2, tenant.run);
  const run = join('reports', tenant.runs()[0] ?? '');
  const ledger = () => readFileSync(join(folder, run, 'ledger.ndjson'), 'utf8');
  const [sent, written] = [mock.requests.length, ledger()];
  write('other.yaml', {}, { name: 'other' });
  write('moved.yaml', { baseUrl: baseUrl.replace('acquire', 'elsewhere') });
  write('less.yaml', { allow: { effects: ['creates'] } });
  mkdirSync(join(folder, 'empty'));
  const complaints = await Promise.all(
    [
      resume(run, 'other.yaml'),
      resume(run, 'moved.yaml'),
      resume(run, 'less.yaml'),
      resume('empty'),
      [...resume(run), '--operation', ACQUIRE.operation],
    ].map(async (args) => complaintOf(await command(args))),
  );
  expect(complaints).toEqual(
    [
      /\[run-of-other\]/,
      /\[run-of-other\]/,
      /\[run-planned-otherwise\]/,
      /\[run-without-record\]/,
      /--operation/,
    ].map((told) => expect.stringMatching(new RegExp(`^2 error.*${told.source}`))),
  );
  expect(mock.requests.length).toBe(sent);
  expect(ledger()).toBe(written);
});
