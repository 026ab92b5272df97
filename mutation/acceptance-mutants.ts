import type { ClaimBasis } from '../src/claims/claim-basis.ts';
import { isSent } from '../src/claims/is-sent.ts';
import { responseExample } from '../src/mock/documented-body.ts';
import { problem } from '../src/mock/faults/changes.ts';
import type { Claim } from '../src/model/claim.ts';
import { type DocumentedResponse, isInputCause } from '../src/model/operation.ts';
import type { Judged } from '../src/run/run-suite.ts';
import { bearing } from './answer-mutants.ts';
import type { Baseline } from './baseline.ts';
import { type Contradiction, createMutant } from './create-mutant.ts';
import type { Mutant } from './mutant.ts';

type AcceptanceBasis = Extract<ClaimBasis, { kind: 'acceptance' }>;

/** Every request that holds what the document lets it hold is refused; all others are taken as before. */
export function acceptanceMutants(
  claim: Claim,
  basis: AcceptanceBasis,
  baseline: Baseline,
): readonly Mutant[] {
  const holding = holdingExchanges(basis, baseline);
  const binding = holding.filter((judged) => disputeOf(judged) === undefined);
  if (binding.length === 0) return [];
  // Where a variant differs in just this from what the contracts send, it must be told that this is what is refused.
  const isApart =
    holding.some((judged) => variesIn(judged, claim)) &&
    holding.every(({ planned }) => planned.origin.kind !== 'contract');
  const mustTell = isApart ? 'claim' : 'place';
  return refusals(baseline).map((refusal) => createMutant(claim, holding, { ...refusal, mustTell }));
}

/** The ambiguity that makes it no deviation to refuse the claim's input; undefined where it binds. */
export function acceptanceDispute(basis: AcceptanceBasis, baseline: Baseline): string | undefined {
  const disputes = holdingExchanges(basis, baseline).map(disputeOf);
  return disputes.every((dispute) => dispute !== undefined) ? disputes[0] : undefined;
}

export function disputeOf({ planned: { intent } }: Judged): string | undefined {
  return intent.kind === 'accepted' ? intent.variant?.disputed : undefined;
}

function holdingExchanges(basis: AcceptanceBasis, { spec, judged }: Baseline): readonly Judged[] {
  return judged.filter(
    ({ planned: { intent }, judgement: { subject } }) =>
      intent.kind === 'accepted' && isSent(spec, basis, subject),
  );
}

function variesIn({ planned: { intent } }: Judged, { place }: Claim): boolean {
  return intent.kind === 'accepted' && `request.${intent.variant?.field ?? ''}` === place;
}

/** The ways to refuse that a caller meets: bare, as the document shows, and under a success status. */
function refusals({ spec, operation }: Baseline): readonly Contradiction[] {
  const documented = operation.responses.find(refusesInput);
  const example = documented && responseExample(spec, operation, documented.status);
  const [sign] = operation.failureSigns;
  const status = ['response.status'];
  return [
    { operator: 'refused', change: problem(400, { message: 'this cannot be sent' }), places: status },
    ...(documented === undefined || example === undefined
      ? []
      : [
          {
            operator: 'refused-as-documented',
            change: problem(documented.status, example),
            places: status,
          },
        ]),
    ...(sign === undefined
      ? []
      : [
          {
            operator: 'refused-under-success',
            change: bearing(sign),
            places: [`response.body#${sign.at}`],
          },
        ]),
  ];
}

function refusesInput({ refuses }: DocumentedResponse): boolean {
  return refuses.some(isInputCause);
}
