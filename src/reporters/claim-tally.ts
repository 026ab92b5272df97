import type { ClaimCounts, ClaimStatus, WeighedClaim } from '../model/claim.ts';
import type { Report } from '../model/report.ts';
import { claimLabels } from './labels.ts';
import { plural } from './tally.ts';

/** In this order claims are listed: what wants doing first. */
const STATUSES = [
  'contradicted',
  'not-observed',
  'untestable',
  'confirmed',
] as const satisfies readonly ClaimStatus[];

export function sumClaims({ operations }: Report): ClaimCounts {
  return operations.reduce<ClaimCounts>(
    (sum, { claims: { counts } }) => ({
      confirmed: sum.confirmed + counts.confirmed,
      contradicted: sum.contradicted + counts.contradicted,
      notObserved: sum.notObserved + counts.notObserved,
      untestable: sum.untestable + counts.untestable,
      total: sum.total + counts.total,
    }),
    { confirmed: 0, contradicted: 0, notObserved: 0, untestable: 0, total: 0 },
  );
}

/** `90 claims: 70 confirmed, 1 contradicted, 17 not observed, 2 untestable`. */
export function claimsLabel({
  total,
  confirmed,
  contradicted,
  notObserved,
  untestable,
}: ClaimCounts): string {
  const parts = [
    `${confirmed} ${claimLabels.confirmed.word}`,
    `${contradicted} ${claimLabels.contradicted.word}`,
    `${notObserved} ${claimLabels['not-observed'].word}`,
    `${untestable} ${claimLabels.untestable.word}`,
  ];
  return `${plural(total, 'claim')}: ${parts.join(', ')}`;
}

export function orderClaims(list: readonly WeighedClaim[]): readonly WeighedClaim[] {
  return STATUSES.flatMap((status) => list.filter((claim) => claim.status === status));
}
