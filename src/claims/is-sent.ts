import { expressionScope } from '../judges/expression-scope.ts';
import type { Subject } from '../model/check.ts';
import { isJsonObject, type Json } from '../model/json.ts';
import { jsonEqual, locate, typeOf } from '../model/json-pointer.ts';
import { pathParameters } from '../model/runtime-expression.ts';
import type { Spec } from '../model/spec.ts';
import { schemaViolations } from '../schema/schema-violations.ts';
import type { ClaimBasis, RequestSite } from './claim-basis.ts';

type AcceptanceBasis = Extract<ClaimBasis, { kind: 'acceptance' }>;

/** Is the request as the claim says it may be: does it hold this, or leave this out? */
export function isSent(spec: Spec, { site, taken }: AcceptanceBasis, subject: Subject): boolean {
  const values = valuesAt(site, subject);
  switch (taken.kind) {
    case 'nothing':
      return values.length === 0 && isPlaceFor(site, subject);
    case 'type':
      return values.some((value) => isOfType(value, taken.type));
    case 'value':
      return values.some((value) => jsonEqual(value, taken.value));
    case 'form':
      return values.some((value) => fits(spec, site, value));
  }
}

/** A member is left out only of an object that is there. */
function isPlaceFor(site: RequestSite, subject: Subject): boolean {
  if (site.in !== 'body') return true;
  const parent = site.pointer.slice(0, site.pointer.lastIndexOf('/'));
  return locate(expressionScope(subject).requestBody, parent).some(({ value }) => isJsonObject(value));
}

/** Bodies that are meant to be accepted are held against their schema by a judge; parameters by nobody else. */
function fits(spec: Spec, site: RequestSite, value: Json): boolean {
  if (site.in === 'body' || site.schemaPointer === undefined) return true;
  return schemaViolations(spec, site.schemaPointer, value).length === 0;
}

function isOfType(value: Json, type: string): boolean {
  const actual = typeOf(value);
  return actual === type || (type === 'number' && actual === 'integer');
}

/** A parameter travels as text; it is also what its text can be read as. */
function valuesAt(site: RequestSite, subject: Subject): readonly Json[] {
  const scope = expressionScope(subject);
  switch (site.in) {
    case 'body':
      return locate(scope.requestBody, site.pointer).map(({ value }) => value);
    case 'query':
      return readings(scope.query.filter(([name]) => name === site.name).map(([, value]) => value));
    case 'header': {
      const wanted = site.name.toLowerCase();
      const sent = scope.requestHeaders.filter(([name]) => name.toLowerCase() === wanted);
      return readings(sent.map(([, value]) => value));
    }
    case 'path': {
      const value = pathParameters(subject.pathTemplate, scope.path)?.[site.name];
      return value === undefined ? [] : readings([value]);
    }
  }
}

function readings(texts: readonly string[]): readonly Json[] {
  return texts.flatMap((text): readonly Json[] => {
    if (/^-?\d+(\.\d+)?$/.test(text)) return [text, Number(text)];
    if (text === 'true' || text === 'false') return [text, text === 'true'];
    return [text];
  });
}
