// A workspace that has room for one department in all, as the free edition of the vendor's server.
import { expect, test } from 'vitest';
import { reportIn } from '../cli/run-command.ts';
import { suite } from '../fixtures/committed-suite.ts';
import { openStage, ROCKETCHAT } from './run-stages.ts';

const accepted = suite.contracts
  .filter(({ operation }) => operation === ROCKETCHAT.operation)
  .flatMap(({ interactions }) => interactions.filter(({ intent }) => intent.kind === 'accepted'));

test('where there is room for one, each goes before the next one comes, and all of them are had', async () => {
  const stage = await openStage({ ...ROCKETCHAT, troubles: ['rocketchat.free-edition'] });
  const { stdout } = await stage.command(stage.run);
  const { operations, cleanUp } = reportIn(stage.folder);
  const failed = operations.flatMap(({ cases }) => cases).filter(({ outcome }) => outcome === 'failed');
  expect(failed, stdout).toEqual([]);
  expect(accepted.length).toBeGreaterThan(1);
  expect(cleanUp.map(({ ending }) => ending)).toEqual(accepted.map(() => 'removed'));
  expect(stage.mock.holdings('rocketchat')).toEqual({ departments: [], archived: [] });
});
