import { describe, expect, it } from 'vitest';
import { OUTCOMES } from '../../src/model/finding.ts';
import { LEVELS } from '../../src/model/source.ts';
import { blameLabels, VERDICTS } from '../../src/reporters/labels.ts';
import { sampleRun } from '../fixtures/sample-run.ts';

const cases = sampleRun.operations.flatMap((operation) => operation.cases);
const findings = cases.flatMap((each) => each.findings);
const exchanges = sampleRun.operations.flatMap((operation) => operation.exchanges);

/** The sample is worth what it holds: a kind it lacks is a kind no format is tried with. */
describe('the sample run', () => {
  it('holds every outcome, verdict, blame and level', () => {
    expect(new Set(cases.map((each) => each.outcome))).toEqual(new Set(OUTCOMES));
    expect(new Set(sampleRun.operations.map(({ verdict }) => verdict))).toEqual(new Set(VERDICTS));
    expect(new Set(findings.map(({ blame }) => blame))).toEqual(new Set(Object.keys(blameLabels)));
    expect(new Set(findings.map(({ level }) => level))).toEqual(new Set(LEVELS));
  });

  it('holds every kind of result, wait, body and origin', () => {
    expect(new Set(exchanges.map(({ result }) => result.kind))).toEqual(new Set(['response', 'failure']));
    expect(new Set(exchanges.map(({ notificationWait }) => notificationWait.kind))).toEqual(
      new Set(['not-awaited', 'complete', 'deadline', 'failed']),
    );
    expect(new Set(exchanges.map(({ origin }) => origin))).toEqual(new Set(['contract', 'probe']));
    expect(
      exchanges.some(({ result }) => result.kind === 'response' && 'base64' in result.response.body),
    ).toBe(true);
    expect(exchanges.some(({ request }) => request.body === undefined)).toBe(true);
  });

  it('holds readings that are followed and not told apart, quotations, undocumented fields, stale citations', () => {
    const follows = sampleRun.operations.flatMap(({ readings }) =>
      readings.map((reading) => reading.follows),
    );
    expect(follows).toContain(null);
    expect(follows.some((each) => each !== null)).toBe(true);
    expect(sampleRun.quotations.length).toBeGreaterThan(0);
    expect(sampleRun.operations.flatMap(({ undocumented }) => undocumented).length).toBeGreaterThan(0);
    expect(sampleRun.stale.length).toBeGreaterThan(0);
  });

  it('adds up', () => {
    for (const { totals } of [sampleRun, ...sampleRun.operations]) {
      expect(OUTCOMES.reduce((sum, outcome) => sum + totals[outcome], 0)).toBe(totals.planned);
    }
    expect(sampleRun.totals.planned).toBe(cases.length);
  });
});
