// Reasons that say what the documents, or what is planned, do not let a run see.
import type { Claim } from '../model/claim.ts';
import { isJsonObject, type Json } from '../model/json.ts';
import { membersOf, valueAt } from '../model/json-pointer.ts';
import type { Ambiguity } from '../model/reading.ts';
import type { Spec } from '../model/spec.ts';
import type { TestableClaim } from './claim-basis.ts';
import type { Sighting } from './claim-evidence.ts';
import { observeStatement } from './observe-statement.ts';
import { isCompared } from './sight-agreement.ts';

/** Why nothing was asked that could show the claim. */
export function whyUnplanned(spec: Spec, { basis, claim }: TestableClaim): string {
  switch (basis.kind) {
    case 'acceptance':
      return withReading(
        spec,
        claim,
        basis.taken.kind === 'nothing' ? 'no request leaves it out' : 'no request sends it',
      );
    case 'required-field':
      return basis.statement.conditions.length > 0
        ? withReading(spec, claim, 'fields are left out only of the form that the contract sends')
        : 'no request leaves just that out';
    case 'required-parameter':
      return 'no request leaves just that out';
    case 'permission':
      return 'no request of a caller without it is planned';
    case 'state':
      return 'no request about anything in another state is planned';
    case 'feature':
      return 'a target has it or has not; no request can do without it';
    case 'refusal':
      return 'no request that is refused for that is planned';
    default:
      return 'no request that would show it is planned';
  }
}

/** A run that sees no more than the document shows, sees all there is. */
export function whyUnseen(
  spec: Spec,
  testable: TestableClaim,
  { reason, nearness }: Extract<Sighting, { kind: 'silent' }>,
): string {
  const isOfWhatWasSeen = nearness > 0;
  if (!isOfWhatWasSeen || !isBeyondExamples(spec, testable)) return reason;
  return withReading(spec, testable.claim, `${reason}, nor does the document show it`);
}

function isBeyondExamples(spec: Spec, { basis }: TestableClaim): boolean {
  if (basis.kind === 'agreement') {
    const { schemaPointer } = basis.response;
    const examples = schemaPointer === undefined ? [] : examplesOf(spec, schemaPointer);
    return examples.length > 0 && !examples.some((example) => isCompared(basis.agreement, example));
  }
  if (basis.kind !== 'schema') return false;
  const examples = examplesOf(spec, basis.schemaPointer);
  return (
    examples.length > 0 &&
    observeStatement(spec, basis.schemaPointer, basis.statement, examples).kind === 'unseen'
  );
}

/** The document's own payloads stand beside their schema. */
function examplesOf({ document }: Spec, schemaPointer: string): readonly Json[] {
  const examples = valueAt(document, schemaPointer.replace(/\/schema$/, '/examples')) ?? null;
  return membersOf(examples).flatMap(([, example]) =>
    isJsonObject(example) && example['value'] !== undefined ? [example['value']] : [],
  );
}

/** What only one reading of the document has is not seen of a target that follows another. */
function withReading({ ambiguities }: Spec, claim: Claim, reason: string): string {
  const disputed = ambiguities.find(
    (one) => one.operations.includes(claim.operation) && isAbout(one, claim.place),
  );
  return disputed === undefined ? reason : `${reason}; see the reading ${disputed.id}`;
}

function isAbout({ input, readings }: Ambiguity, place: string): boolean {
  return (
    input.some((field) => isAtOrBelow(place, `request.${field}`)) ||
    readings.some(({ observed }) => observed?.at === place)
  );
}

function isAtOrBelow(place: string, field: string): boolean {
  return place === field || place.startsWith(`${field}/`);
}
