import type { Spec } from '../model/spec.ts';
import type { ClaimBasis, TestableClaim } from './claim-basis.ts';
import {
  against,
  type ClaimEvidence,
  isTaken,
  type JudgedEvidence,
  judgedCaseOf,
  refusalFinding,
  type Sighting,
  shown,
  silent,
} from './claim-evidence.ts';
import { isSent } from './is-sent.ts';

interface Acceptance {
  readonly testable: TestableClaim;
  readonly basis: ClaimBasis & { readonly kind: 'acceptance' };
}

/**
 * What the exchanges show of what a request may hold. A request that is taken confirms all it holds. One that is
 * refused speaks only against what no other request was taken with, and only if that is one field.
 */
export function sightAcceptances(
  spec: Spec,
  claims: readonly TestableClaim[],
  evidence: readonly ClaimEvidence[],
): ReadonlyMap<TestableClaim, readonly Sighting[]> {
  const acceptances = claims.flatMap((testable): readonly Acceptance[] =>
    testable.basis.kind === 'acceptance' ? [{ testable, basis: testable.basis }] : [],
  );
  const judged = evidence.filter((one) => one.kind === 'judged');
  const meant = judged.filter(({ subject }) => subject.intent.kind === 'accepted');
  const unsent = meant.length > 0 ? [] : whyUnsent(evidence);
  const held = new Map(
    meant.map((one) => [
      one,
      acceptances.filter(({ basis }) => isSent(spec, basis, one.asSent ?? one.subject)),
    ]),
  );
  const taken = meant.filter((one) => isTaken(one) && !('unjudged' in judgedCaseOf(one, 'response-status')));
  const confirmed = new Set(taken.flatMap((one) => held.get(one) ?? []));
  return new Map(
    acceptances.map((acceptance) => [
      acceptance.testable,
      meant.length === 0
        ? unsent
        : [
            ...whyNotSent(acceptance, evidence),
            ...meant.flatMap((one) => {
              const within = held.get(one) ?? [];
              if (!within.includes(acceptance)) return [];
              return [taken.includes(one) ? shown(one) : sightRefused(acceptance, within, confirmed, one)];
            }),
          ],
    ]),
  );
}

/** Why the one request that would hold it could not be sent. */
function whyNotSent(acceptance: Acceptance, evidence: readonly ClaimEvidence[]): readonly Sighting[] {
  return evidence.flatMap((one) => {
    if (one.kind === 'judged' || one.intent.kind === 'refused') return [];
    const field = one.intent.variant?.field;
    return field !== undefined && isBelow(placeOf(acceptance), `request.${field}`)
      ? [silent(one.reason)]
      : [];
  });
}

/** Why nothing that was to be accepted was sent at all. */
function whyUnsent(evidence: readonly ClaimEvidence[]): readonly Sighting[] {
  return evidence.flatMap((one) =>
    one.kind === 'unsent' && one.intent.kind === 'accepted' ? [silent(one.reason)] : [],
  );
}

function sightRefused(
  acceptance: Acceptance,
  within: readonly Acceptance[],
  confirmed: ReadonlySet<Acceptance>,
  evidence: JudgedEvidence,
): Sighting {
  const finding = refusalFinding(evidence);
  if (finding === undefined) return silent(whyUnanswered(evidence), 1);
  if (confirmed.has(acceptance)) return silent('a request that holds it was taken and another was not', 1);
  const suspects = within.filter((one) => !confirmed.has(one));
  const place = placeOf(acceptance);
  const isOneField = suspects.every((one) => placeOf(one) === place || isBelow(placeOf(one), place));
  if (isOneField) return against(evidence, finding);
  return silent('the request that holds it was refused, and nothing tells for which part', 2);
}

function whyUnanswered(evidence: JudgedEvidence): string {
  const judged = judgedCaseOf(evidence, 'response-status');
  return 'unjudged' in judged ? judged.unjudged : 'the request that holds it came to nothing';
}

function placeOf({ testable }: Acceptance): string {
  return testable.claim.place;
}

function isBelow(inner: string, outer: string): boolean {
  return inner.startsWith(outer.endsWith('#') ? outer : `${outer}/`);
}
