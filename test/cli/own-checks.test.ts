// Checks of a team's own: they judge what ours judge, and are told from ours wherever they are named.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Case } from '../../src/model/finding.ts';
import type { Report } from '../../src/model/report.ts';
import { folderOfChecks, MARKED, ownCheck } from '../fixtures/own-checks.ts';
import { complaintOf, reportIn, temporaryFolder } from './run-command.ts';
import { runWarmCommand } from './warm-command.ts';

const JOIN = ['--operation', 'acquire.joinChat'];
const ACCEPTED = 'acquire.joinChat/a-request-to-join-an-open-case';

/** The document shows the number that was asked for as the id of the case that is joined. */
const CASE_AGREEMENT = ownCheck(
  'case-agreement',
  `source: { document: 'acquire-join-chat', lines: [29, 183], strength: 'shown' },
  broken: ({ request, response }) => {
    const found = response.body?.data?.id;
    if (found === undefined || request.body?.caseId === undefined) return { silent: 'no case is told' };
    if (found === request.body.caseId) return [];
    return [{ pointer: 'response.body#/data/id', expected: String(request.body.caseId), actual: String(found) }];
  },
  examples: {
    passes: [{ request: { body: { caseId: 7 } }, response: { body: { data: { id: 7 } } } }],
    fails: [{ request: { body: { caseId: 7 } }, response: { body: { data: { id: 8 } } }, at: ['response.body#/data/id'] }],
    doesNotApply: [{ response: { text: '' } }],
  }`,
);

/** Nobody documents how long a title is. */
const TITLE_LENGTH = ownCheck(
  'title-length',
  `broken: ({ response: { body } }) => body.data.title.length < 5 ? [] :
    [{ pointer: 'response.body#/data/title', expected: 'four letters', actual: 'more' }],
  examples: {
    passes: [{ response: { body: { data: { title: 'chat' } } } }],
    fails: [{ response: { body: { data: { title: 'a chat' } } }, at: ['response.body#/data/title'] }],
  }`,
);

/** Holds for its examples, and was never tried on a real answer. */
const OWNER_NAME = ownCheck(
  'owner-name',
  `broken: ({ response: { body } }) => body.owner.name === '' ?
    [{ pointer: 'response.body#/owner/name', expected: 'a name', actual: 'none' }] : [],
  examples: {
    passes: [{ response: { body: { owner: { name: 'A' } } } }],
    fails: [{ response: { body: { owner: { name: '' } } }, at: ['response.body#/owner/name'] }],
  }`,
);

const ownCases = (report: Report): readonly Case[] =>
  report.operations.flatMap(({ cases }) => cases.filter(({ check }) => check.startsWith('own-')));

test('a check that breaks down is neither a pass nor the end of the run', async () => {
  const folder = temporaryFolder();
  const checks = folderOfChecks(folder, {
    'case-agreement.mjs': CASE_AGREEMENT,
    'marked-answer.mjs': ownCheck('marked-answer', MARKED),
    'owner-name.mjs': OWNER_NAME,
  });
  const { exitCode, stdout, stderr } = await runWarmCommand(['run', ...JOIN, '--checks', checks], { folder });
  expect(`${exitCode} ${stderr}`).toBe('3 ');
  const report = reportIn(folder);
  const reason = expect.stringMatching(
    /^the check itself failed: desk-checks\/owner-name\.mjs, a check of your own: /,
  );
  expect(ownCases(report).filter(({ exchange }) => exchange === ACCEPTED)).toMatchObject([
    { check: 'own-case-agreement', judge: 'checks', outcome: 'passed', level: 'should' },
    { check: 'own-marked-answer', outcome: 'not-applicable', reason: 'there is no mark' },
    { check: 'own-owner-name', outcome: 'errored', reason, blame: 'suite', findings: [] },
  ]);
  expect(report.operations[0]).toMatchObject({
    verdict: 'unproven',
    because: expect.stringContaining('owner-name'),
  });
  expect(report.checks?.map(({ id, from, operations }) => `${id} ${from} ${operations}`)).toContain(
    'own-owner-name desk-checks/owner-name.mjs acquire.joinChat',
  );
  expect(stdout.replaceAll(/\s+/g, ' ')).toContain('own-owner-name of desk-checks/owner-name.mjs');
  const page = readFileSync(join(folder, 'reports/latest/index.html'), 'utf8');
  expect(page).toContain('own-owner-name of desk-checks/owner-name.mjs');
  // Where the folder lies on this machine is in nothing that is handed on.
  expect(JSON.stringify(report) + page).not.toContain(folder);
});

test('what a check finds is weighed by what it rests on, the same in a run and in its recording', async () => {
  const folder = temporaryFolder();
  const own = folderOfChecks(folder, { 'case.mjs': CASE_AGREEMENT, 'title.js': TITLE_LENGTH });
  const run = await runWarmCommand(['run', ...JOIN, '--checks', own, '--fault', 'acquire.join-wrong-case'], {
    folder,
  });
  expect(run.exitCode).toBe(1);
  const findings = ownCases(reportIn(folder)).flatMap((one) => one.findings);
  expect(new Set(findings.map(({ check, level, blame }) => `${check} ${level} ${blame}`))).toEqual(
    new Set(['own-case-agreement should vendor', 'own-title-length may document']),
  );
  expect(findings[0]).toMatchObject({
    pointer: 'response.body#/data/id',
    expected: '40001',
    source: { document: 'acquire-join-chat', lines: [29, 183], strength: 'shown' },
  });
  const judged = await runWarmCommand(['judge', 'reports/latest', '--checks', own, '--out', 'again'], {
    folder,
  });
  expect(judged.exitCode).toBe(1);
  const printsOf = (report: Report) =>
    ownCases(report).flatMap((one) => one.findings.map(({ fingerprint }) => `${one.id} ${fingerprint}`));
  expect(printsOf(reportIn(folder, 'again'))).toEqual(printsOf(reportIn(folder)));
  const told = await runWarmCommand(['explain', 'case-agreement', '--checks', own], { folder });
  expect(told.stdout).toContain('It is a check of your own: desk-checks/case.mjs.');
  expect(told.stdout).toContain('acquire-join-chat:29-183 (shown in an example)');
});

test('a check that is not as it should be is told as a mistake of the user', async () => {
  const folder = temporaryFolder();
  folderOfChecks(folder, {
    'a.mjs': ownCheck('marked-answer', MARKED),
    'b.mjs': ownCheck('marked-answer', MARKED),
  });
  expect(complaintOf(await runWarmCommand(['run', ...JOIN, '--checks', 'desk-checks'], { folder }))).toMatch(
    /^2 error \[name-twice\] desk-checks\/a\.mjs and desk-checks\/b\.mjs both hold the check "marked-answer"/,
  );
});
