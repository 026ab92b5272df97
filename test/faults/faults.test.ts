// Every named fault is found where it is, and the documents are cited where they speak of it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PactMatcher, startPactMatcher } from '../../src/judges/contract/pact-matcher.ts';
import { listFaults, listLiberties } from '../../src/mock/faults/list-faults.ts';
import type { Finding } from '../../src/model/finding.ts';
import { pointerMatches } from '../../src/model/json-pointer.ts';
import type { Report } from '../../src/model/report.ts';
import { type Expectation, type ExpectedFinding, expectedFindings } from './expected-findings.ts';
import { runWithFault } from './run-with-fault.ts';
import { unreconciledFindings } from './unreconciled-findings.ts';

const faults = [...listFaults(), ...listLiberties()];

test('every fault has an expectation, and no expectation is left over', () => {
  expect(Object.keys(expectedFindings).sort()).toEqual(faults.map(({ name }) => name).sort());
});

test('what is listed as a fault never leaves a run conformant, and every liberty does', () => {
  const harmless = faults.filter(({ name }) =>
    ['noted', 'tolerated'].includes(expectedFindings[name]?.kind ?? ''),
  );
  expect(harmless.map(({ name }) => name)).toEqual(listLiberties().map(({ name }) => name));
});

describe('with the fault', () => {
  let matcher: PactMatcher;

  beforeAll(async () => {
    matcher = await startPactMatcher();
  });

  afterAll(() => matcher.close());

  test.each(faults)('$name: $title', async ({ name, operation }) => {
    const expected = expectedFindings[name];
    if (expected === undefined) throw new Error(`nobody has said what ${name} leads to`);
    const report = await runWithFault(name, operation, matcher);
    assertOutcome(report, expected);
    expect(report.operations.flatMap(unreconciledFindings)).toEqual([]);
  });
});

function assertOutcome(report: Report, expected: Expectation): void {
  switch (expected.kind) {
    case 'unproven':
      expect({ exitCode: report.exitCode, verdict: report.verdict }).toEqual({
        exitCode: 3,
        verdict: 'unproven',
      });
      for (const { because } of report.operations) expect(because).toMatch(expected.says);
      return;
    case 'found':
      expect({ exitCode: report.exitCode, verdict: report.verdict }).toEqual({
        exitCode: 1,
        verdict: 'nonconformant',
      });
      assertFound(report, expected.findings);
      return;
    case 'deviating':
      expect({ exitCode: report.exitCode, verdict: report.verdict }).toEqual({
        exitCode: 0,
        verdict: 'deviating',
      });
      assertFound(report, expected.findings);
      return;
    case 'noted':
      assertConformant(report);
      assertFound(report, expected.findings);
      return;
    case 'tolerated':
      assertConformant(report);
      expect(findingsOf(report)).toEqual([]);
      expect(reasonsNotRun(report)).toContainEqual(expect.stringMatching(expected.says));
      return;
    default:
      expected satisfies never;
  }
}

function assertConformant({ exitCode, verdict }: Report): void {
  expect({ exitCode, verdict }).toEqual({ exitCode: 0, verdict: 'conformant' });
}

function assertFound(report: Report, findings: readonly ExpectedFinding[]): void {
  for (const one of findings)
    expect(findingsAt(report, one).map(cited), `${described(report).join('\n')}`).toContainEqual(
      withinPassage(one),
    );
}

function reasonsNotRun(report: Report): readonly (string | null)[] {
  const cases = report.operations.flatMap((one) => one.cases);
  return cases.filter(({ outcome }) => outcome === 'not-run').map(({ reason }) => reason);
}

function findingsOf(report: Report): readonly Finding[] {
  return report.operations.flatMap(({ cases }) => cases.flatMap(({ findings }) => findings));
}

function findingsAt(report: Report, { operation, pointer }: ExpectedFinding): readonly Finding[] {
  const own = report.operations.filter((one) => one.operation === operation);
  return own
    .flatMap(({ cases }) => cases.flatMap(({ findings }) => findings))
    .filter((finding) => pointerMatches(finding.pointer, pointer));
}

function cited({ source: { document, lines } }: Finding): { document: string; from: number; to: number } {
  return { document, from: lines[0], to: lines[1] };
}

function withinPassage({ passage: { document, from, to } }: ExpectedFinding) {
  const within = expect.toSatisfy((line: number) => from <= line && line <= to, `from ${from} to ${to}`);
  return { document, from: within, to: within };
}

/** Every finding on a line, for the message of a failure. */
function described(report: Report): readonly string[] {
  return findingsOf(report).map(
    ({ check, pointer, source, level, blame }) =>
      `${check} ${pointer} ${source.document}:${source.lines.join('-')} ${level} ${blame}`,
  );
}
