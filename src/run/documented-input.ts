import type { Operation } from '../model/operation.ts';
import type { Spec } from '../model/spec.ts';
import type { Suite } from '../model/suite.ts';
import type { DocumentedInput } from '../plan/documented-input.ts';
import { inputFields } from '../schema/input-fields.ts';
import { isDocumentedInput } from '../schema/is-documented-input.ts';
import { requiredChoicesOf } from '../schema/required-choices.ts';
import { requiredFieldsOf } from '../schema/required-fields.ts';

/** Asks the spec of each operation what its callers may send. */
export function documentedInput(suite: Suite): DocumentedInput {
  const specOf = ({ id, vendor }: Operation): Spec => {
    const spec = suite.specs.find((one) => one.vendor === vendor);
    if (spec === undefined) throw new Error(`${id} stands in no spec of the suite`);
    return spec;
  };
  return {
    requiredFields: (operation, body) => requiredFieldsOf(specOf(operation), operation, body),
    requiredChoices: (operation, body) => requiredChoicesOf(specOf(operation), operation, body),
    fields: (operation) => inputFields(specOf(operation), operation),
    isDocumented: (operation, request) => isDocumentedInput(specOf(operation), operation, request),
  };
}
