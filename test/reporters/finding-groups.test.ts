import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/model/finding.ts';
import type { Level } from '../../src/model/source.ts';
import { groupFindings, groupReportFindings, sourcesOf } from '../../src/reporters/finding-groups.ts';
import { findingDifference, findingSentence, occurrenceLabel } from '../../src/reporters/finding-sentence.ts';
import { sampleRun } from '../fixtures/sample-run.ts';
import { inviteAgent } from '../fixtures/sample-run-acquire-invite.ts';
import { cite, failed, makeFinding } from '../fixtures/sample-run-builder.ts';

describe('groupFindings', () => {
  const groups = groupFindings(inviteAgent);
  const repeated = groups.find(({ finding }) => finding.check === 'response-body-schema');

  it('makes one group of the same difference at several members and in several exchanges', () => {
    expect(groups.length).toBe(3);
    expect(repeated?.pointer).toBe('response.body#/data/*/sent');
    expect(repeated?.places.map(({ pointer }) => pointer)).toEqual([
      'response.body#/data/11/sent',
      'response.body#/data/26/sent',
      'response.body#/data/11/sent',
    ]);
  });

  it('loses no finding', () => {
    const findings = sampleRun.operations.flatMap(({ cases }) => cases.flatMap((each) => each.findings));
    const places = groupReportFindings(sampleRun).flatMap((group) => group.places);
    expect(places.map(({ fingerprint }) => fingerprint).sort()).toEqual(
      findings.map(({ fingerprint }) => fingerprint).sort(),
    );
  });

  it('keeps apart what another judge, level or blame says of the same place', () => {
    expect(groups.map(({ finding }) => finding.check)).toEqual([
      'contract-match',
      'refusal-missing-field',
      'response-body-schema',
    ]);
  });

  it('puts the weightiest first', () => {
    expect(groupReportFindings(sampleRun).map(({ finding }) => `${finding.level} ${finding.blame}`)).toEqual([
      'must vendor',
      'must vendor',
      'should vendor',
      'should vendor',
      'should document',
      'may document',
      'may undetermined',
      'may setup',
      'may suite',
    ]);
  });

  it('makes one group of what differs in the cited line only, and names every line', () => {
    const lines = [246, 252];
    const refusals = lines.map((line) => refusal(`probe-${line}`, 'may', line));
    const [group, ...others] = groupFindings({ ...inviteAgent, cases: refusals });
    expect(others).toEqual([]);
    expect(group === undefined ? [] : sourcesOf(group).map(({ lines: [from] }) => from)).toEqual(lines);
  });

  it('gives groups that share a fingerprint ids of their own', () => {
    const groups = groupFindings({
      ...inviteAgent,
      cases: [refusal('a', 'must', 23), refusal('b', 'may', 24)],
    });
    expect(groups).toHaveLength(2);
    expect(new Set(groups.map(({ id }) => id)).size).toBe(2);
    expect(groups[0]?.id).toBe(groups[0]?.finding.fingerprint);
  });

  it('speaks of a group in one sentence', () => {
    expect(repeated === undefined ? '' : findingSentence(repeated)).toBe(
      'The response body is not as documented: at response.body#/data/*/sent, expected boolean, found "no" (string)',
    );
    expect(repeated === undefined ? '' : occurrenceLabel(repeated)).toBe('3 times in 2 exchanges');
  });

  it('shortens a long value in the middle and tells its length', () => {
    const long = groupReportFindings(sampleRun).find(({ finding }) => finding.blame === 'suite');
    const text = long === undefined ? '' : findingDifference(long);
    expect(text).toContain(' … (625 characters) … ');
    expect(text.length).toBeLessThan(200);
  });
});

function refusal(exchange: string, level: Level, line: number): Case {
  const finding = makeFinding({
    fingerprint: '4a5757e53e24',
    check: 'refusal',
    level,
    blame: 'vendor',
    pointer: 'response.status',
    expected: 'a refusal',
    actual: '200',
    source: cite('acquire-send-message', line, line, 'stated'),
    next: 'Report it.',
  });
  const subject = {
    exchange,
    judge: 'checks',
    check: 'refusal',
    title: 'It was not refused',
    level,
  } as const;
  return failed(subject, [finding]);
}
