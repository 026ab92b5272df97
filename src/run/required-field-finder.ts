import type { Suite } from '../model/suite.ts';
import type { RequiredFieldFinder } from '../plan/derive-probes.ts';
import { requiredFieldsOf } from '../schema/required-fields.ts';

/** Asks the spec of each operation which fields of a body it requires. */
export function requiredFieldFinder(suite: Suite): RequiredFieldFinder {
  return (operation, body) => {
    const spec = suite.specs.find(({ vendor }) => vendor === operation.vendor);
    return spec === undefined ? [] : requiredFieldsOf(spec, operation, body);
  };
}
