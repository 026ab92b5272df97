import { acceptanceDispute } from './acceptance-mutants.ts';
import type { Baseline, ShownClaim } from './baseline.ts';
import type { UnmutatedClaim } from './mutation-result.ts';

/**
 * Why no mutant was made of a claim: it leaves no trace, or the conformant mock never shows it, or whoever does
 * otherwise follows another reading. A claim that the mock shows and binding documents make has no excuse.
 */
export function explainUnmutated({ testable, standing }: ShownClaim, baseline: Baseline): UnmutatedClaim {
  const { id, kind, operation } = testable.claim;
  const claim = { claim: id, kind, operation };
  if (standing.status === 'not-observed' || standing.status === 'untestable')
    return { ...claim, standing: standing.status, reason: standing.reason };
  const { basis } = testable;
  const dispute = basis.kind === 'acceptance' ? acceptanceDispute(basis, baseline) : undefined;
  if (dispute !== undefined)
    return { ...claim, standing: 'disputed', reason: `who refuses it follows another reading of ${dispute}` };
  return { ...claim, standing: 'unexplained', reason: 'the mock shows it, and nothing contradicts it here' };
}
