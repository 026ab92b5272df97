import { expect, test } from 'vitest';
import { reportDefects } from '../../src/run/report-defects.ts';
import { suite } from '../fixtures/committed-suite.ts';
import { sampleRun } from '../fixtures/sample-run.ts';

const judged = sampleRun.operations.filter(({ operation }) => operation === 'genesys.inviteAgentToChat');
const reported = reportDefects(suite, judged);

test('every defect of a vendor judged is reported, and none of another vendor', () => {
  const own = suite.specs.find(({ vendor }) => vendor === 'genesys')?.defects.map(({ id }) => id);
  expect(own?.length).toBeGreaterThan(20);
  expect(reported.map(({ id }) => id)).toEqual(own);
  expect(new Set(reported.map(({ vendor }) => vendor))).toEqual(new Set(['genesys']));
});

test('a defect with readings tells what its operations came to', () => {
  expect(reported.find(({ id }) => id === 'genesys.invite-path')?.shown).toEqual([
    {
      operation: 'genesys.inviteAgentToChat',
      follows: 'POST /api/v2/me/chats/{id}',
      evidence: 'the path was routed and answered with status 200',
    },
  ]);
});

test('a defect without readings, or whose operation was not judged, shows nothing', () => {
  expect(reported.filter(({ reading }) => reading === null).flatMap(({ shown }) => shown)).toEqual([]);
  const others = sampleRun.operations.filter(({ operation }) => operation === 'acquire.sendSms');
  const joining = reportDefects(suite, others).find(({ id }) => id === 'acquire.join-method');
  expect(joining).toMatchObject({ reading: 'acquire.join-method', shown: [] });
});

test('a run that judged nothing reports no defect', () => {
  expect(reportDefects(suite, [])).toEqual([]);
});
