import type { Operation } from '../model/operation.ts';
import type { Source } from '../model/source.ts';
import { inputFields } from '../schema/input-fields.ts';
import type { ProbedCause, TestableClaim } from './claim-basis.ts';
import type { ClaimSubject } from './claim-subject.ts';
import { createClaim } from './create-claim.ts';

/**
 * Refusals that the document gives reason for and shows no answer of: they are needed, and nobody says how they look.
 * What is required has claims of its own, and so has every documented answer.
 */
export function refusalClaims(subject: ClaimSubject): readonly TestableClaim[] {
  const { operation, pointer } = subject;
  return reasonsToRefuse(subject)
    .filter(({ cause }) => !isDocumented(operation, cause))
    .map(({ cause, source }) =>
      createClaim({
        operation: operation.id,
        kind: 'refusal',
        place: 'response.status',
        detail: cause,
        source: { ...source, strength: 'inferred' },
        specPointer: pointer,
        basis: { kind: 'refusal', cause },
      }),
    );
}

interface Reason {
  readonly cause: ProbedCause;
  readonly source: Source;
}

function reasonsToRefuse({ spec, operation }: ClaimSubject): readonly Reason[] {
  const credentials = operation.parameters.filter(({ credential }) => credential);
  const fields = inputFields(spec, operation);
  const typed = fields.find(({ types }) => types.length > 0);
  const closed = fields.find(({ values }) => values.some((value) => typeof value === 'string'));
  return [
    // Of a single credential, its being required says the same.
    ...(credentials.length > 1 ? reason('no-credentials', credentials[0]?.presence) : []),
    ...reason('wrong-credentials', credentials[0]?.presence),
    ...reason('wrong-type', typed?.source),
    ...reason('undocumented-value', closed?.source),
  ];
}

function reason(cause: ProbedCause, source: Source | undefined): readonly Reason[] {
  return source === undefined ? [] : [{ cause, source }];
}

function isDocumented({ responses }: Operation, cause: ProbedCause): boolean {
  return responses.some(({ refuses }) => refuses.includes(cause));
}
