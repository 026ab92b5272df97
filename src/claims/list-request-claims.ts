import { isJsonObject } from '../model/json.ts';
import { valueAt } from '../model/json-pointer.ts';
import type { Parameter } from '../model/operation.ts';
import type { Citation } from '../model/spec.ts';
import type { RequestSite, TestableClaim } from './claim-basis.ts';
import type { ClaimSubject } from './claim-subject.ts';
import { createClaim } from './create-claim.ts';
import { bodyClaims } from './list-body-claims.ts';
import { acceptances, optionality, requirednessLevel } from './request-claim.ts';
import type { SchemaStatement } from './schema-statement.ts';
import { schemaStatements } from './schema-statements.ts';

/** What the document lets a request hold, and what it wants it to hold. */
export function requestClaims(subject: ClaimSubject): readonly TestableClaim[] {
  const { requestSchemaPointer, parameters } = subject.operation;
  return [
    ...parameters.flatMap((parameter) => parameterClaims(subject, parameter)),
    ...(requestSchemaPointer === undefined ? [] : bodyClaims(subject, requestSchemaPointer)),
  ];
}

function parameterClaims(subject: ClaimSubject, parameter: Parameter): readonly TestableClaim[] {
  const { schemaPointer, name, in: place } = parameter;
  const site: RequestSite = { in: place, name, schemaPointer };
  const said = schemaPointer === undefined ? [] : schemaStatements(subject.spec, schemaPointer);
  const taken = said.flatMap((statement) =>
    // A schema that cites nothing of its own rests on what its parameter rests on.
    acceptances(
      subject,
      site,
      citesItself(subject, schemaPointer) ? statement : withSource(statement, parameter),
    ),
  );
  return [
    ...taken,
    parameter.required
      ? requiredParameter(subject, parameter)
      : optionality(subject, site, {
          source: parameter.presence,
          specPointer: parameterPointer(subject, parameter),
        }),
  ];
}

function citesItself({ spec }: ClaimSubject, schemaPointer: string | undefined): boolean {
  const node = schemaPointer === undefined ? undefined : valueAt(spec.document, schemaPointer);
  return isJsonObject(node) && 'x-source' in node;
}

function withSource(statement: SchemaStatement, { source }: Parameter): SchemaStatement {
  const citation: Citation = { ...statement.citation, source };
  return { ...statement, citation };
}

function requiredParameter(subject: ClaimSubject, parameter: Parameter): TestableClaim {
  const { operation } = subject;
  const { name, in: place, presence, credential } = parameter;
  const others = operation.parameters.filter((one) => one.credential && one.name !== name);
  return createClaim({
    operation: operation.id,
    kind: 'requiredness',
    place: `request.${place}.${name}`,
    source: presence,
    level: requirednessLevel(operation, presence, credential ? 'no-credentials' : 'missing-field'),
    specPointer: parameterPointer(subject, parameter),
    basis: {
      kind: 'required-parameter',
      in: place,
      name,
      credentials: credential ? others.map((one) => one.name) : undefined,
    },
  });
}

function parameterPointer({ pointer }: ClaimSubject, { schemaPointer }: Parameter): string {
  return schemaPointer?.replace(/\/schema$/, '') ?? `${pointer}/parameters`;
}
