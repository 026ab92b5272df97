import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { nextStep, openingSentences } from '../../src/reporters/headline.ts';
import { calmRun, emptyRun, sampleRun } from '../fixtures/sample-run.ts';
import { addMailMessage, sendSms } from '../fixtures/sample-run-unproven.ts';

const unproven = (report: Partial<Report>): Report => ({ ...emptyRun, ...report });

describe('nextStep', () => {
  it('goes to the weightiest finding when something is wrong', () => {
    expect(nextStep(sampleRun)).toMatch(/^acquire\.inviteAgent: Report the changed type to the vendor/u);
  });

  it('goes to the setup first when nothing could be proven', () => {
    expect(nextStep(unproven({ operations: [addMailMessage, sendSms] }))).toBe(
      'acquire.sendSms: Check the network between this machine and the tenant, then run the operation again.',
    );
  });

  it('goes to the reason when no finding explains what was not run', () => {
    expect(nextStep(unproven({ operations: [addMailMessage] }))).toBe(
      'Remove what stood in the way of acquire.addMailMessage: the tenant file does not allow the effect irreversible',
    );
  });

  it('asks for another run when this one was cut off', () => {
    expect(nextStep({ ...sampleRun, run: { ...sampleRun.run, interrupted: true } })).toContain(
      'Run it again',
    );
  });

  it('never asks for nothing while the gate is in doubt', () => {
    const doubtful: Report = { ...calmRun, exitCode: 3 };
    const unread = [{ at: 'a.har, line 7, byte 90', reason: 'the file breaks off' }];
    const counts = { exchanges: 1, matched: 1, unmatched: [], unmatchedTotal: 0, leftOut: 0, unreadTotal: 1 };
    expect(nextStep({ ...doubtful, observation: { ...counts, unread } })).toBe(
      'Bring the recording whole: a.har, line 7, byte 90 could not be read.',
    );
    const unverified = [{ operation: 'acquire.sendSms' as const, last: null }];
    expect(nextStep({ ...doubtful, history: { runs: [], findings: [], flickering: [], unverified } })).toBe(
      'Run what was not proven lately: acquire.sendSms.',
    );
    expect(nextStep(doubtful)).toContain('Find out why');
  });

  it('asks for nothing when all is well', () => {
    expect(nextStep(calmRun)).toMatch(/^Nothing/u);
  });

  it('names the reason of an empty run', () => {
    expect(nextStep(emptyRun)).toContain('No operation was judged.');
  });
});

describe('openingSentences', () => {
  it('gives the reason and then what it is about', () => {
    expect(openingSentences(calmRun)).toEqual([
      'Everything stated that was looked at held, for each operation.',
      'Target mock is conformant. 1 operation: 1 conformant. 3 cases: 3 passed, 0 failed.',
    ]);
  });

  it('does not repeat a reason that is the counts', () => {
    expect(openingSentences({ ...calmRun, because: '1 operation: 1 conformant' })).toHaveLength(1);
  });
});
