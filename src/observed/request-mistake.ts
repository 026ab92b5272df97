import type { Pair } from '../model/exchange.ts';
import type { Intent } from '../model/interaction.ts';
import type { InputCause, Operation, Parameter } from '../model/operation.ts';
import type { RequestInput } from '../model/request-place.ts';
import type { Source } from '../model/source.ts';
import type { Spec } from '../model/spec.ts';
import { queryParameters } from '../schema/is-documented-input.ts';
import { parameterViolations } from '../schema/parameter-violations.ts';
import type { Violation } from '../schema/schema-violations.ts';

type Mistaken = Intent & { readonly kind: 'refused' };

/**
 * What gives reason to refuse a request, by its input alone; undefined where the document lets a caller send it. `broken` is
 * what its body breaks of the documented one.
 */
export function requestMistake(
  spec: Spec,
  operation: Operation,
  { query, body }: RequestInput,
  broken: readonly Violation[],
): Mistaken | undefined {
  const mistakes = [
    ...queryParameters(operation).flatMap((parameter) => parameterMistakes(spec, parameter, query)),
    ...broken.map((violation) => bodyMistake(body, violation)),
  ];
  // What is not there says more than what is there and does not fit.
  return CAUSES.map((cause) => mistakes.find((one) => one.cause === cause)).find((one) => one !== undefined);
}

const CAUSES = ['missing-field', 'wrong-type', 'undocumented-value'] as const satisfies readonly InputCause[];

function parameterMistakes(
  spec: Spec,
  parameter: Parameter,
  query: readonly Pair[],
): readonly MistakenInput[] {
  const field = `query.${parameter.name}`;
  const values = query.filter(([name]) => name === parameter.name).map(([, value]) => value);
  if (values.length === 0)
    return parameter.required ? [mistake('missing-field', field, parameter.presence)] : [];
  return values
    .flatMap((value) => parameterViolations(spec, parameter, value))
    .map((violation) => mistake(causeOf(violation), field, violation.source));
}

function bodyMistake(body: RequestInput['body'], violation: Violation): MistakenInput {
  return body === undefined
    ? mistake('missing-field', 'body#', violation.source)
    : mistake(causeOf(violation), `body#${violation.pointer}`, violation.source);
}

type MistakenInput = Mistaken & { readonly cause: InputCause };

function mistake(cause: InputCause, field: string, reason: Source): MistakenInput {
  return { kind: 'refused', cause, field, reason };
}

/** Members of which one is enough are missing where none is there; what breaks any other rule is of a wrong form. */
function causeOf({ keyword }: Violation): InputCause {
  if (keyword === 'required' || keyword === 'anyOf') return 'missing-field';
  return keyword === 'enum' || keyword === 'const' ? 'undocumented-value' : 'wrong-type';
}
