import type { ClaimBasis } from './claim-basis.ts';
import {
  against,
  type ClaimEvidence,
  intentOf,
  judgedCaseOf,
  type Sighting,
  shown,
  silent,
} from './claim-evidence.ts';

/** What one exchange shows of a refusal that the document gives reason for, and no answer. */
export function sightCause(
  { cause }: ClaimBasis & { readonly kind: 'refusal' },
  evidence: ClaimEvidence,
): readonly Sighting[] {
  const intent = intentOf(evidence);
  if (intent.kind === 'accepted' || intent.cause !== cause) return [];
  if (evidence.kind === 'unsent') return [silent(evidence.reason)];
  const judged = judgedCaseOf(evidence, 'refusal');
  if ('unjudged' in judged) return [silent(judged.unjudged, 1)];
  const [finding] = judged.findings;
  return [finding === undefined ? shown(evidence) : against(evidence, finding)];
}
