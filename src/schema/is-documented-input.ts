import type { InteractionRequest } from '../model/interaction.ts';
import type { Operation } from '../model/operation.ts';
import type { Spec } from '../model/spec.ts';
import { compileValidator } from './compile-validator.ts';
import { parameterViolations } from './parameter-violations.ts';

/** Are query and body of a request what the document lets a caller send? */
export function isDocumentedInput(
  spec: Spec,
  operation: Operation,
  { query, body }: Pick<InteractionRequest, 'query' | 'body'>,
): boolean {
  const isQueryFine = operation.parameters
    .filter((parameter) => parameter.in === 'query' && !parameter.credential)
    .every((parameter) => {
      const sent = query.filter(([name]) => name === parameter.name);
      return sent.length === 0
        ? !parameter.required
        : sent.every(([, value]) => parameterViolations(spec, parameter, value).length === 0);
    });
  const schema = operation.requestSchemaPointer;
  return isQueryFine && (schema === undefined || compileValidator(spec, schema)(body ?? null));
}
