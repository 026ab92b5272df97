import type { DocumentedResponse } from '../model/operation.ts';
import type { Described, TestableClaim } from './claim-basis.ts';
import type { ClaimSubject } from './claim-subject.ts';
import { createClaim, statementDetail } from './create-claim.ts';
import { isIdle } from './schema-statement.ts';
import { schemaStatements } from './schema-statements.ts';

/** What is said of each documented answer, and of the marks of failure in any. */
export function answerClaims(subject: ClaimSubject): readonly TestableClaim[] {
  const { operation } = subject;
  return [
    ...operation.responses.flatMap((response) => responseClaims(subject, response)),
    ...signClaims(subject),
  ];
}

function responseClaims(subject: ClaimSubject, response: DocumentedResponse): readonly TestableClaim[] {
  const { schemaPointer } = response;
  const described: Described = { part: 'response', response };
  return [
    ...statusClaims(subject, response),
    ...contentTypeClaims(subject, response),
    ...(schemaPointer === undefined ? [] : schemaClaims(subject, described, schemaPointer)),
    ...echoClaims(subject, response),
    ...agreementClaims(subject, response),
  ];
}

/** Everything a schema says of an answer or a notification. */
export function schemaClaims(
  { spec, operation }: ClaimSubject,
  described: Described,
  schemaPointer: string,
): readonly TestableClaim[] {
  const base =
    described.part === 'response' ? 'response.body' : `notifications.${described.notification.name}`;
  const statements = schemaStatements(spec, schemaPointer).filter((statement) => !isIdle(statement));
  return statements.map((statement) => {
    const { citation, aspect, place } = statement;
    return createClaim({
      operation: operation.id,
      kind: aspect,
      place: `${base}#${place}`,
      detail: statementDetail(statement),
      ...(described.part === 'response' ? refusedStatus(described.response) : {}),
      source: aspect === 'presence' ? citation.presence : citation.source,
      specPointer: citation.pointer,
      basis: { kind: 'schema', described, schemaPointer, statement },
    });
  });
}

function refusedStatus({ refuses, status }: DocumentedResponse): { readonly status?: number } {
  return refuses.length === 0 ? {} : { status };
}

function responsePointer({ pointer }: ClaimSubject, { status }: DocumentedResponse): string {
  return `${pointer}/responses/${status}`;
}

/** An answer that refuses is claimed for each cause apart: it may come for one and not for another. */
function statusClaims(subject: ClaimSubject, response: DocumentedResponse): readonly TestableClaim[] {
  const { source, refuses } = response;
  const causes = refuses.length === 0 ? [undefined] : refuses;
  return causes.map((cause) =>
    createClaim({
      operation: subject.operation.id,
      kind: 'status',
      place: 'response.status',
      detail: cause ?? String(response.status),
      ...refusedStatus(response),
      source,
      specPointer: responsePointer(subject, response),
      basis: { kind: 'status', response, cause },
    }),
  );
}

function contentTypeClaims(subject: ClaimSubject, response: DocumentedResponse): readonly TestableClaim[] {
  if (response.contentType === undefined) return [];
  const { value, source } = response.contentType;
  return [
    createClaim({
      operation: subject.operation.id,
      kind: 'content-type',
      place: 'response.header.content-type',
      ...refusedStatus(response),
      source,
      specPointer: `${responsePointer(subject, response)}/content`,
      basis: { kind: 'content-type', response, value },
    }),
  ];
}

function echoClaims(subject: ClaimSubject, response: DocumentedResponse): readonly TestableClaim[] {
  return response.echoes.map((echo, index) =>
    createClaim({
      operation: subject.operation.id,
      kind: 'echo',
      place: `response.body#${echo.at}`,
      detail: echo.when ?? '',
      ...refusedStatus(response),
      source: echo.source,
      specPointer: `${responsePointer(subject, response)}/x-echoes/${index}`,
      basis: { kind: 'echo', response, echo },
    }),
  );
}

function agreementClaims(subject: ClaimSubject, response: DocumentedResponse): readonly TestableClaim[] {
  return response.agreements.map((agreement, index) =>
    createClaim({
      operation: subject.operation.id,
      kind: 'agreement',
      place: `response.body#${agreement.kind === 'key' ? agreement.members : ''}${agreement.at}`,
      detail: agreement.kind === 'order' ? `not-before-${agreement.notBefore}` : '',
      ...refusedStatus(response),
      source: agreement.source,
      specPointer: `${responsePointer(subject, response)}/x-agreements/${index}`,
      basis: { kind: 'agreement', response, agreement },
    }),
  );
}

function signClaims({ operation, pointer }: ClaimSubject): readonly TestableClaim[] {
  return operation.failureSigns.map((sign, index) =>
    createClaim({
      operation: operation.id,
      kind: 'failure-sign',
      place: `response.body#${sign.at}`,
      source: sign.source,
      specPointer: `${pointer}/x-failure-signs/${index}`,
      basis: { kind: 'failure-sign', sign },
    }),
  );
}
