// What exchanges show of claims: by calls as the documents print them, changed in one thing.
import { describe, expect, it } from 'vitest';
import { CLAIM_KINDS, type ClaimStanding } from '../../src/model/claim.ts';
import { type CallParts, claimIn, judgedCall, weigh } from './evidence-parts.ts';
import { type StandingRow, standings } from './standings.ts';

const rows = Object.entries(standings);

/** Never anything but these, whatever comes. */
const UNSEEN = ['history', 'effect'];

function standing({ operation, claim }: StandingRow, calls: readonly CallParts[]): ClaimStanding {
  const ledger = weigh(operation, ...calls.map((call) => judgedCall(operation, call)));
  return claimIn(ledger, `${operation}/${claim}`);
}

it('every kind of claim has a row, is tested apart, or leaves no trace', () => {
  expect([...rows.map(([kind]) => kind), 'limit', ...UNSEEN].toSorted()).toEqual([...CLAIM_KINDS].toSorted());
});

describe.each(rows)('a claim about %s', (kind, row) => {
  it('is of that kind and is confirmed by what shows it', () => {
    expect(standing(row, row.confirmed)).toMatchObject({ kind, status: 'confirmed' });
  });

  it('is not observed where nothing shows it, and says why', () => {
    expect(standing(row, row.unobserved)).toMatchObject({ status: 'not-observed', reason: row.because });
  });
});

const breakable = rows.flatMap(([kind, row]) =>
  row.contradicted === undefined ? [] : [[kind, row, row.contradicted] as const],
);

it('only that null may come can never be contradicted', () => {
  expect(rows.length - breakable.length).toBe(1);
  expect(standings.nullability.contradicted).toBeUndefined();
});

it.each(breakable)('a claim about %s is contradicted, by a finding of the exchange', (_kind, row, calls) => {
  const found = standing(row, calls);
  const findings = calls.flatMap((call) => {
    const evidence = judgedCall(row.operation, call);
    return evidence.kind === 'judged' ? evidence.cases.flatMap((one) => one.findings) : [];
  });
  expect(found).toMatchObject({ status: 'contradicted' });
  const fingerprint = found.status === 'contradicted' ? found.finding : '';
  expect(findings.map((finding) => finding.fingerprint)).toContain(fingerprint);
});
