import type { TestableClaim } from '../src/claims/claim-basis.ts';
import type { Claim } from '../src/model/claim.ts';
import type { Judged } from '../src/run/run-suite.ts';
import { acceptanceMutants } from './acceptance-mutants.ts';
import { answerMutants, failureMutants, statusMutants } from './answer-mutants.ts';
import { CONTENT_TYPE_OPERATORS } from './answer-operators.ts';
import type { Baseline, ShownClaim } from './baseline.ts';
import { carrierOf, showingExchange } from './claim-carriers.ts';
import { meantExchange } from './meant-exchange.ts';
import type { Mutant } from './mutant.ts';
import { kindMutants, orderMutants, outcomeMutants } from './notification-mutants.ts';
import { unrefusedMutants } from './refusal-mutants.ts';
import { schemaMutants } from './schema-mutants.ts';
import { tieMutants } from './tie-mutants.ts';

/** Every way to contradict one claim, each on the exchange of the conformant mock that shows it. */
export function deriveMutants(shown: ShownClaim, baseline: Baseline): readonly Mutant[] {
  const { claim, basis } = shown.testable;
  switch (basis.kind) {
    case 'schema':
      return schemaMutants(claim, basis.statement, baseline, carrierOf(shown, baseline));
    case 'echo':
    case 'correlation':
    case 'agreement':
      return tieMutants(claim, basis, carrierOf(shown, baseline));
    case 'acceptance':
      return acceptanceMutants(claim, basis, baseline);
    default: {
      const carrier = showingExchange(shown, baseline) ?? meantExchange(basis, baseline.judged);
      return carrier === undefined ? [] : exchangeMutants(shown.testable, carrier, baseline);
    }
  }
}

type ExchangeBasis = Exclude<
  TestableClaim['basis'],
  { kind: 'schema' | 'echo' | 'correlation' | 'agreement' | 'acceptance' }
>;

/** Of a claim about an exchange as a whole. One of a kind that is new and shown by a refusal is one about it. */
function exchangeMutants(
  { claim, basis }: TestableClaim,
  carrier: Judged,
  baseline: Baseline,
): readonly Mutant[] {
  switch (basis.kind) {
    case 'status':
      return [
        ...statusMutants(claim, basis, carrier),
        ...(basis.cause === undefined ? [] : unrefusedMutants(claim, carrier, baseline)),
      ];
    case 'content-type':
      return answerMutants(claim, carrier, CONTENT_TYPE_OPERATORS);
    case 'failure-sign':
      return signMutants(claim, basis, baseline);
    case 'notification':
      return kindMutants(claim, basis.notification, carrier);
    case 'outcome':
      return outcomeMutants(claim, basis.outcome, carrier);
    case 'order':
      return orderMutants(claim, basis.outcome, carrier);
    default:
      return unrefusedMutants(claim, carrier, baseline);
  }
}

/** A failure sign may be confirmed by a refusal that bears it; it is contradicted by a success that does. */
function signMutants(
  claim: Claim,
  { sign }: Extract<ExchangeBasis, { kind: 'failure-sign' }>,
  { judged }: Baseline,
): readonly Mutant[] {
  const accepted = judged.find(({ planned: { intent } }) => intent.kind === 'accepted');
  return accepted === undefined ? [] : failureMutants(claim, sign, accepted);
}
