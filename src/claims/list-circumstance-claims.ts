import type { ClaimKind } from '../model/claim.ts';
import type { Source } from '../model/source.ts';
import type { ClaimBasis, TestableClaim } from './claim-basis.ts';
import type { ClaimSubject } from './claim-subject.ts';
import { createClaim } from './create-claim.ts';

/** What is said of who may call, since when, and what a call does in the world. */
export function circumstanceClaims(subject: ClaimSubject): readonly TestableClaim[] {
  const { requirements, history, effects, source } = subject.operation;
  return [
    ...requirements.map(({ kind, name, source: said }, index) =>
      circumstance(subject, kind, name, said, `x-requires/${index}`, { kind, name }),
    ),
    ...history.map((note, index) =>
      circumstance(subject, 'history', note.version, note.source, `x-history/${index}`, {
        kind: 'history',
        note,
      }),
    ),
    ...effects.map((effect) =>
      circumstance(subject, 'effect', effect, source, 'x-effects', { kind: 'effect', effect }),
    ),
  ];
}

function circumstance(
  { operation, pointer }: ClaimSubject,
  kind: ClaimKind,
  detail: string,
  source: Source,
  below: string,
  basis: ClaimBasis,
): TestableClaim {
  const isTestable = kind === 'permission' || kind === 'state' || kind === 'feature';
  const place = isTestable ? 'response.status' : '';
  return createClaim({
    ...{ operation: operation.id, kind, place, detail, source, basis },
    specPointer: `${pointer}/${below}`,
  });
}
