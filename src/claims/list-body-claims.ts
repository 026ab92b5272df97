import type { TestableClaim } from './claim-basis.ts';
import type { ClaimSubject } from './claim-subject.ts';
import { createClaim, statementDetail } from './create-claim.ts';
import { acceptances, optionality, requirednessLevel } from './request-claim.ts';
import { isIdle, type SchemaStatement } from './schema-statement.ts';
import { schemaStatements } from './schema-statements.ts';

/** What the schema of a request's body lets it hold, wants it to hold, and leaves to the caller. */
export function bodyClaims(subject: ClaimSubject, schemaPointer: string): readonly TestableClaim[] {
  const statements = schemaStatements(subject.spec, schemaPointer);
  const claims = statements
    .filter((statement) => !isIdle(statement))
    .flatMap((statement) =>
      statement.aspect === 'presence' || statement.aspect === 'choice'
        ? [requiredField(subject, schemaPointer, statement)]
        : [
            ...acceptances(subject, { in: 'body', pointer: statement.place }, statement),
            ...(isOptional(statement, statements) ? [optionalField(subject, statement)] : []),
          ],
    );
  // What a branch repeats of the field's own types is no further thing one may send.
  const known = new Set<string>();
  return claims.filter(({ claim, basis }) => {
    const isRepeated = basis.kind === 'acceptance' && known.has(claim.id);
    known.add(claim.id);
    return !isRepeated;
  });
}

/** A member that no branch of the schema wants to be there; an item of a list is none. */
function isOptional({ aspect, place }: SchemaStatement, all: readonly SchemaStatement[]): boolean {
  if (aspect !== 'type' || place === '' || place.endsWith('/*')) return false;
  return !all.some((other) => other.aspect === 'presence' && other.place === place);
}

function optionalField(subject: ClaimSubject, { place, citation }: SchemaStatement): TestableClaim {
  const specPointer = citation.pointer;
  return optionality(subject, { in: 'body', pointer: place }, { source: citation.presence, specPointer });
}

function requiredField(
  { operation }: ClaimSubject,
  schemaPointer: string,
  statement: SchemaStatement,
): TestableClaim {
  const { citation, place } = statement;
  const source = statement.aspect === 'presence' ? citation.presence : citation.source;
  return createClaim({
    operation: operation.id,
    kind: statement.aspect === 'choice' ? 'choice' : 'requiredness',
    place: `request.body#${place}`,
    detail: statementDetail(statement),
    source,
    level: requirednessLevel(operation, source, 'missing-field'),
    specPointer: citation.pointer,
    basis: { kind: 'required-field', schemaPointer, statement },
  });
}
