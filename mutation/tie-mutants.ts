import type { ClaimBasis } from '../src/claims/claim-basis.ts';
import { expressionScope } from '../src/judges/expression-scope.ts';
import type { Claim } from '../src/model/claim.ts';
import type { Agreement } from '../src/model/operation.ts';
import { pairPlaces } from '../src/model/paired-places.ts';
import { echoedValue } from '../src/model/relation-holds.ts';
import type { Judged } from '../src/run/run-suite.ts';
import type { Carrier } from './claim-carriers.ts';
import type { Mutant } from './mutant.ts';
import { valueMutants } from './value-mutants.ts';
import { ANOTHER_VALUE, LONG_BEFORE } from './value-operators.ts';

type TieBasis = Extract<ClaimBasis, { kind: 'echo' | 'agreement' | 'correlation' }>;

/** What must tell the same as something else tells another thing; what must not come before it does. */
export function tieMutants(claim: Claim, basis: TieBasis, carrier: Carrier | undefined): readonly Mutant[] {
  if (carrier === undefined || !isComparable(basis, carrier.judged)) return [];
  const operators = [basis.kind === 'agreement' ? contradicting(basis.agreement) : ANOTHER_VALUE];
  // A correlation that identifies makes its notification another call's, and then there is nothing to correlate.
  const isIdentity = basis.kind === 'correlation' && basis.correlation.identifies;
  return valueMutants(claim, carrier, {
    operators,
    extent: 'every',
    mustTell: isIdentity ? 'place' : 'claim',
  });
}

/** Is the other side of the tie there as well? */
function isComparable(basis: TieBasis, { judgement: { subject } }: Judged): boolean {
  const scope = expressionScope(subject);
  switch (basis.kind) {
    case 'echo':
      return echoedValue(basis.echo, scope) !== undefined;
    case 'correlation':
      return echoedValue(basis.correlation, scope) !== undefined;
    case 'agreement': {
      const { agreement } = basis;
      if (agreement.kind === 'key') return true;
      const other = agreement.kind === 'value' ? agreement.equals : agreement.notBefore;
      return pairPlaces(scope.responseBody, agreement.at, other).length > 0;
    }
  }
}

function contradicting(agreement: Agreement): typeof ANOTHER_VALUE {
  switch (agreement.kind) {
    case 'key':
    case 'value':
      return ANOTHER_VALUE;
    case 'order':
      return LONG_BEFORE;
  }
}
