import { describe, expect, it } from 'vitest';
import { convert } from 'xmlbuilder2';
import html from '../../src/reporters/html.reporter.tsx';
import json from '../../src/reporters/json.reporter.ts';
import junit from '../../src/reporters/junit.reporter.ts';
import summary from '../../src/reporters/summary.reporter.ts';
import terminal from '../../src/reporters/terminal.reporter.ts';
import { sampleRun } from '../fixtures/sample-run.ts';
import { wholeRun } from '../fixtures/sample-run-whole.ts';
import { loadReporter, reporterFiles } from './every-reporter.ts';
import { type Counts, readCounts } from './read-counts.ts';

const options = { colour: false, columns: 120 };

/** Counted by hand from the fixture, not by the code that is under test. */
const total = { planned: 30, passed: 15, failed: 8, waived: 1, notApplicable: 2, notRun: 3, errored: 1 };
const invite = { planned: 8, passed: 3, failed: 4, waived: 0, notApplicable: 1, notRun: 0, errored: 0 };
const sentence = '30 cases: 15 passed, 8 failed, 1 waived, 2 not applicable, 3 not run, 1 errored';

const claims = '4 claims: 1 confirmed, 1 contradicted, 1 not observed, 1 untestable';

/** What formats count besides, by hand as well. */
const counts: Counts = {
  ...total,
  ...{ skipped: 6, waivedOrNotApplicable: 3, operations: 7, conformant: 2 },
  ...{ occurrences: 11, findings: 9, unwaived: 8, deviations: 5, gateShutBy: 2 },
};

const reporters = await Promise.all(reporterFiles().map(loadReporter));

describe('the counts of one report, read from each format by itself', () => {
  it.each(reporters)('are the same in $name', ({ name, render }) => {
    const read = readCounts[name]?.(render(wholeRun, options)) ?? {};
    expect(Object.keys(read)).not.toEqual([]);
    expect(counts).toMatchObject(read);
  });
});

describe('the counts of one report', () => {
  it('stand in the data', () => {
    const { totals } = JSON.parse(json.render(sampleRun, options));
    expect(totals).toEqual({
      planned: total.planned,
      passed: total.passed,
      failed: total.failed,
      waived: total.waived,
      'not-applicable': total.notApplicable,
      'not-run': total.notRun,
      errored: total.errored,
    });
  });

  it('are the same in JUnit, over all and for one operation', () => {
    const attributes = (of: typeof total) => ({
      '@tests': `${of.planned}`,
      '@failures': `${of.failed}`,
      '@errors': `${of.errored}`,
      '@skipped': `${of.waived + of.notApplicable + of.notRun}`,
    });
    const parsed = JSON.parse(convert(junit.render(sampleRun, options), { format: 'json' }));
    expect(parsed.testsuites).toMatchObject(attributes(total));
    expect(parsed.testsuites.testsuite[0]).toMatchObject({
      '@name': 'acquire.inviteAgent',
      ...attributes(invite),
    });
  });

  it('are the same in the summary', () => {
    const text = summary.render(sampleRun, options);
    expect(text).toContain(
      '| All | ✗ nonconformant | nonconformant | breaks desk-console | 15 | 8 | 1 | 2 | 3 | 1 |',
    );
    expect(text).toContain(
      '| `acquire.inviteAgent` | ✗ nonconformant | nonconformant | breaks desk-console | 3 | 4 | 0 | 1 | 0 | 0 |',
    );
    expect(text.replaceAll('\\', '')).toContain(sentence);
  });

  it('are the same on a terminal', () => {
    const text = terminal.render(sampleRun, options);
    expect(text.replaceAll(/\s+/gu, ' ')).toContain(sentence);
    expect(text).toMatch(/^ +all +15 +8 +1 +2 +3 +1$/mu);
    expect(text).toMatch(/acquire\.inviteAgent .* 3 +4 +0 +1 +0 +0$/mu);
  });

  it('are the same on the page', () => {
    const text = html.render(sampleRun, options);
    expect(text).toContain(sentence);
    expect(text).toContain('8 cases: 3 passed, 4 failed, 1 not applicable');
  });

  it.each([
    ['the summary', summary, 'desk-console: broken by 4 findings in 1 operation'],
    ['a terminal', terminal, 'desk-console broken by 4 findings in 1 operation'],
    ['the page', html, 'broken by 4 findings in 1 operation'],
    ['JUnit', junit, 'value="broken 00aa11bb22c1 00aa11bb22d1 00aa11bb22d2 00aa11bb22d3"'],
  ])('of what breaks a consumer are told in %s', (_format, { render }, told) => {
    expect(render(sampleRun, options).replaceAll('\\', '').replaceAll(/ +/gu, ' ')).toContain(told);
  });

  it.each([
    ['the summary, for one operation', summary, `- \`acquire.inviteAgent\`: ${claims}`],
    ['the summary, over all', summary, `- All: ${claims}`],
    ['a terminal', terminal, claims],
    ['the page', html, claims],
  ])('of claims are told in %s', (_format, { render }, told) => {
    expect(render(sampleRun, options).replaceAll('\\', '')).toContain(told);
  });
});
