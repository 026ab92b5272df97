import type { InteractionRequest } from '../model/interaction.ts';
import { oncePer } from '../model/once-per.ts';
import type { Operation, Parameter } from '../model/operation.ts';
import type { Spec } from '../model/spec.ts';
import { isAsDocumented } from './compile-validator.ts';
import { parameterViolations } from './parameter-violations.ts';

/** Are query and body of a request what the document lets a caller send? */
export function isDocumentedInput(
  spec: Spec,
  operation: Operation,
  { query, body }: Pick<InteractionRequest, 'query' | 'body'>,
): boolean {
  const schema = operation.requestSchemaPointer;
  const isBodyFine = schema === undefined || isAsDocumented(spec, schema, body ?? null);
  return isBodyFine && isDocumentedQuery(spec, operation, query);
}

export function isDocumentedQuery(
  spec: Spec,
  operation: Operation,
  query: InteractionRequest['query'],
): boolean {
  return queryParameters(operation).every((parameter) => {
    const sent = query.filter(([name]) => name === parameter.name);
    return sent.length === 0
      ? !parameter.required
      : sent.every(([, value]) => parameterViolations(spec, parameter, value).length === 0);
  });
}

/** Those that are no credentials. */
export const queryParameters = oncePer(({ parameters }: Operation): readonly Parameter[] =>
  parameters.filter(({ in: place, credential }) => place === 'query' && !credential),
);
