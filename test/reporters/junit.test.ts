import { describe, expect, it } from 'vitest';
import { create } from 'xmlbuilder2';
import junit from '../../src/reporters/junit.reporter.ts';
import { emptyRun, sampleRun } from '../fixtures/sample-run.ts';
import { hostile } from '../fixtures/sample-run-hostile.ts';

interface Case {
  readonly '@name': string;
  readonly '@classname': string;
  readonly failure?: { readonly '@message': string; readonly '@type': string; readonly '#': string };
  readonly error?: { readonly '@message': string; readonly '#': string };
  readonly skipped?: { readonly '@message': string };
}

const text = junit.render(sampleRun, { colour: false, columns: 80 });

/** As a reader with a parser of its own would see them. */
function readCases(xml: string): readonly Case[] {
  const parsed: {
    readonly testsuites: { readonly testsuite: readonly { readonly testcase: Case | readonly Case[] }[] };
  } = JSON.parse(create(xml).end({ format: 'json' }));
  return parsed.testsuites.testsuite.flatMap(({ testcase }) => testcase);
}

describe('junit', () => {
  const cases = readCases(text);
  const planned = sampleRun.operations.flatMap((operation) => operation.cases);

  it('has one test case for each case, in their order', () => {
    expect(cases.map((each) => each['@name'])).toEqual(planned.map(({ id }) => id));
  });

  it('says of each case how it ended', () => {
    expect(cases.map(outcomeOf)).toEqual(
      planned.map(({ outcome }) =>
        ['waived', 'not-run', 'not-applicable'].includes(outcome) ? 'skipped' : outcome,
      ),
    );
  });

  it('tells with a failure what differs and what to do', () => {
    const failure = cases.find((each) =>
      each['@name'].endsWith('without-case-id/refusal-missing-field'),
    )?.failure;
    expect(failure?.['@type']).toBe('must');
    expect(failure?.['@message']).toBe(
      'A request without a required field was not refused: at response.status, expected a refusal (4xx), because caseId is required, found 200',
    );
    expect(failure?.['#']).toContain('acquire-invite-agent:23 (stated)');
    expect(failure?.['#']).toContain('Never leave caseId out');
  });

  it('gives the reason of what was skipped', () => {
    const messages = cases.flatMap(({ skipped }) => (skipped === undefined ? [] : [skipped['@message']]));
    expect(messages).toContain('not-run: the tenant file does not allow the effect irreversible');
    expect(messages).toContainEqual(expect.stringMatching(/^waived: waived by desk team until 2026-05-31/u));
    expect(messages).toContain('not-applicable: no body is documented for 401');
  });

  it('keeps what a vendor wrote as text', () => {
    const error = cases.find((each) => each.error !== undefined)?.error;
    expect(decode(error?.['@message'])).toContain(hostile.cdata);
    expect(decode(error?.['#'])).toContain(hostile.cdata);
  });

  it('writes no reference that a vendor could have chosen', () => {
    expect(text).toContain('&amp;#27;[31m &amp;#0; &amp;lt;script&amp;gt; &amp;amp;amp;');
    expect(text).not.toContain('&#');
  });

  it('names no case and no suite of a run that had none', () => {
    expect(junit.render(emptyRun, { colour: false, columns: 80 })).toContain(
      'tests="0" failures="0" errors="0" skipped="0"',
    );
  });
});

/** Our parser hands references on; the rest of the world reads them so. */
function decode(xml: string | undefined): string | undefined {
  const signs: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
  return xml?.replace(/&(lt|gt|amp|quot|apos);/gu, (whole, name: string) => signs[name] ?? whole);
}

function outcomeOf(each: Case): string {
  if (each.failure !== undefined) return 'failed';
  if (each.error !== undefined) return 'errored';
  return each.skipped === undefined ? 'passed' : 'skipped';
}
