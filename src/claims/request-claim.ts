import type { ClaimKind } from '../model/claim.ts';
import { isJsonArray, type Json } from '../model/json.ts';
import type { Operation, RefusalCause } from '../model/operation.ts';
import { type Level, levelOf, type Source, weakestLevel } from '../model/source.ts';
import type { RequestSite, Taken, TestableClaim } from './claim-basis.ts';
import type { ClaimSubject } from './claim-subject.ts';
import { createClaim, statementDetail } from './create-claim.ts';
import type { SchemaStatement } from './schema-statement.ts';

/** That something is required may be stated, and what comes of leaving it out is nowhere said. */
export function requirednessLevel({ responses }: Operation, presence: Source, cause: RefusalCause): Level {
  const refusal = responses.find(({ refuses }) => refuses.includes(cause));
  return weakestLevel([
    levelOf(presence.strength),
    refusal === undefined ? 'may' : levelOf(refusal.source.strength),
  ]);
}

/** What a statement of a request's schema lets one send. */
export function acceptances(
  { operation }: ClaimSubject,
  site: RequestSite,
  statement: SchemaStatement,
): readonly TestableClaim[] {
  const { aspect, citation } = statement;
  const place = placeOf(site);
  return takenBy(statement).map((taken) =>
    createClaim({
      operation: operation.id,
      kind: kindOf(taken, aspect),
      place,
      detail: detailOf(taken),
      source: citation.source,
      specPointer: citation.pointer,
      basis: { kind: 'acceptance', site, taken },
    }),
  );
}

/** That something may be left out. */
export function optionality(
  { operation }: ClaimSubject,
  site: RequestSite,
  { source, specPointer }: { readonly source: Source; readonly specPointer: string },
): TestableClaim {
  return createClaim({
    operation: operation.id,
    kind: 'optionality',
    place: placeOf(site),
    source,
    specPointer,
    basis: { kind: 'acceptance', site, taken: { kind: 'nothing' } },
  });
}

function placeOf(site: RequestSite): string {
  return site.in === 'body' ? `request.body#${site.pointer}` : `request.${site.in}.${site.name}`;
}

function kindOf(taken: Taken, aspect: SchemaStatement['aspect']): ClaimKind {
  switch (taken.kind) {
    case 'nothing':
      return 'optionality';
    case 'type':
      return 'acceptance';
    case 'value':
      return 'accepted-value';
    case 'form':
      return aspect;
  }
}

function detailOf(taken: Taken): string {
  switch (taken.kind) {
    case 'nothing':
      return '';
    case 'type':
      return taken.type;
    case 'value':
      return typeof taken.value === 'string' ? taken.value : JSON.stringify(taken.value);
    case 'form':
      return statementDetail(taken.statement);
  }
}

function takenBy(statement: SchemaStatement): readonly Taken[] {
  const { aspect, keyword, value } = statement;
  switch (aspect) {
    case 'type':
      return listOf(value).map((type) => ({ kind: 'type', type: String(type) }));
    case 'nullability':
      return [{ kind: 'type', type: 'null' }];
    case 'value':
      return (keyword === 'enum' ? listOf(value) : [value]).map((one) => ({ kind: 'value', value: one }));
    case 'format':
    case 'pattern':
    case 'keys':
    case 'limit':
    case 'presence':
    case 'choice':
      return [{ kind: 'form', statement }];
  }
}

function listOf(value: Json): readonly Json[] {
  return isJsonArray(value) ? value : [];
}
