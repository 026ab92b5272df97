import type { ClaimCounts, ClaimLedger, ClaimStanding, WeighedClaim } from '../model/claim.ts';
import type { Spec } from '../model/spec.ts';
import type { ClaimBasis, TestableClaim } from './claim-basis.ts';
import type { ClaimEvidence, Sighting } from './claim-evidence.ts';
import { sightAcceptances } from './sight-acceptances.ts';
import { sightAnswer } from './sight-answer.ts';
import { sightCause } from './sight-cause.ts';
import { sightNotification } from './sight-notification.ts';
import { sightRefusal } from './sight-refusal.ts';
import { sightSchema } from './sight-schema.ts';
import { whyUnplanned, whyUnseen } from './why-not-observed.ts';

/** What the exchanges of a run show of each claim. Each has exactly one standing; nothing is shown by silence. */
export function weighClaims(
  spec: Spec,
  claims: readonly TestableClaim[],
  evidence: readonly ClaimEvidence[],
): ClaimLedger {
  const acceptances = sightAcceptances(spec, claims, evidence);
  const list = claims.map((testable): WeighedClaim => {
    const sightings = acceptances.get(testable) ?? sight(spec, testable, evidence);
    return { ...testable.claim, ...standingOf(spec, testable, sightings) };
  });
  return { counts: countStandings(list), list };
}

function sight(
  spec: Spec,
  { basis }: TestableClaim,
  evidence: readonly ClaimEvidence[],
): readonly Sighting[] {
  return evidence.flatMap((one) => sightOne(spec, basis, one));
}

function sightOne(spec: Spec, basis: ClaimBasis, evidence: ClaimEvidence): readonly Sighting[] {
  switch (basis.kind) {
    case 'schema':
      return sightSchema(spec, basis, evidence);
    case 'refusal':
      return sightCause(basis, evidence);
    case 'status':
    case 'content-type':
    case 'echo':
    case 'agreement':
    case 'failure-sign':
      return sightAnswer(basis, evidence);
    case 'required-field':
    case 'required-parameter':
    case 'permission':
    case 'state':
    case 'feature':
      return sightRefusal(spec, basis, evidence);
    case 'notification':
    case 'outcome':
    case 'order':
    case 'correlation':
      return sightNotification(basis, evidence);
    case 'acceptance':
    case 'history':
    case 'effect':
      return [];
  }
}

function standingOf(spec: Spec, testable: TestableClaim, sightings: readonly Sighting[]): ClaimStanding {
  const broken = sightings.find((one) => one.kind === 'against');
  if (broken !== undefined)
    return { status: 'contradicted', exchange: broken.exchange, finding: broken.finding };
  const seen = sightings.find((one) => one.kind === 'shown');
  if (seen !== undefined) return { status: 'confirmed', exchange: seen.exchange };
  const untestable = whyUntestable(testable);
  if (untestable !== undefined) return { status: 'untestable', reason: untestable };
  const [nearest] = sightings
    .filter((one) => one.kind === 'silent')
    .toSorted((left, right) => right.nearness - left.nearness);
  const reason = nearest === undefined ? whyUnplanned(spec, testable) : whyUnseen(spec, testable, nearest);
  return { status: 'not-observed', reason };
}

/** What leaves no trace in any exchange. */
function whyUntestable({ basis }: TestableClaim): string | undefined {
  switch (basis.kind) {
    case 'history':
      return 'no exchange tells since which version something is so';
    case 'effect':
      return 'what a call does beyond its answer leaves no trace in the exchange';
    case 'required-parameter':
      return basis.in === 'path' ? 'a path without it is another path' : undefined;
    default:
      return undefined;
  }
}

function countStandings(list: readonly WeighedClaim[]): ClaimCounts {
  const count = (status: WeighedClaim['status']) => list.filter((claim) => claim.status === status).length;
  return {
    confirmed: count('confirmed'),
    contradicted: count('contradicted'),
    notObserved: count('not-observed'),
    untestable: count('untestable'),
    total: list.length,
  };
}
