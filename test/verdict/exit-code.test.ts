// What a run ends with, by the tables of docs/verdicts.md and docs/waivers.md.
import { expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import type { ReportedWaiver, WaiverStanding } from '../../src/model/waiver.ts';
import { exitCodeOfRun } from '../../src/verdict/exit-code.ts';

const SHUT = [{ operation: 'example.createThing', fingerprint: '0123456789ab', detail: 'ba9876543210' }];

function waiver(standing: WaiverStanding): ReportedWaiver {
  return {
    ...{ finding: '0123456789ab', detail: 'ba9876543210', operation: 'example.createThing', target: 'mock' },
    ...{ reason: 'mended in May', owner: 'desk team', ticket: 'DESK-7', expires: '2026-05-31' },
    ...{ place: 'waivers.yaml#/waivers/0', standing, problem: null },
  };
}

function codeOf(
  standings: readonly WaiverStanding[],
  { verdict = 'conformant', interrupted = false }: Partial<Report & Report['run']> = {},
  shut: Report['gateShutBy'] = [],
): number {
  const run = { id: 'r', startedAt: '2026-05-01T00:00:00Z', durationMs: 1, interrupted };
  return exitCodeOfRun({ run, waivers: standings.map(waiver), verdict }, shut);
}

it('is that of what was found and what could not be proven, where no waiver needs anybody', () => {
  for (const standings of [[], ['applied', 're-opened', 'not-looked-at']] as const) {
    expect(codeOf(standings)).toBe(0);
    expect(codeOf(standings, { verdict: 'nonconformant' }, SHUT)).toBe(1);
    expect(codeOf(standings, { verdict: 'unproven' })).toBe(3);
  }
});

it.each(['expired', 'stale', 'duplicate', 'unmatched'] as const)(
  'is that of wrong input where one of several waivers is %s, whatever was found',
  (standing) => {
    expect(codeOf(['applied', standing])).toBe(2);
    expect(codeOf([standing, 'not-looked-at'], { verdict: 'nonconformant' }, SHUT)).toBe(2);
    expect(codeOf([standing], { verdict: 'unproven' })).toBe(2);
  },
);

it('is that of an interruption, whatever else there is', () => {
  expect(codeOf([], { interrupted: true })).toBe(130);
  expect(codeOf(['stale'], { interrupted: true, verdict: 'nonconformant' }, SHUT)).toBe(130);
});
