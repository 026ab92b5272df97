import type { SchemaStatement } from '../src/claims/schema-statement.ts';
import type { Claim } from '../src/model/claim.ts';
import type { Baseline } from './baseline.ts';
import type { Carrier } from './claim-carriers.ts';
import { limitOperators } from './limit-operators.ts';
import type { Mutant } from './mutant.ts';
import { schemaNodeOf } from './schema-node.ts';
import { valueMutants } from './value-mutants.ts';
import {
  allowedTypes,
  CHOICE_OPERATORS,
  DATE_OPERATORS,
  KEY_OPERATORS,
  PRESENCE_OPERATORS,
  typeOperators,
  VALUE_OPERATORS,
  type ValueOperator,
} from './value-operators.ts';

/** Values that one statement of a schema about an answer or a notification does not allow. */
export function schemaMutants(
  claim: Claim,
  statement: SchemaStatement,
  baseline: Baseline,
  carrier: Carrier | undefined,
): readonly Mutant[] {
  if (carrier === undefined) return [];
  const extent = statement.aspect === 'nullability' ? 'first-null' : 'first';
  return valueMutants(claim, carrier, { operators: operatorsOf(claim, statement, baseline), extent });
}

function operatorsOf(
  claim: Claim,
  { aspect, keyword, value }: SchemaStatement,
  baseline: Baseline,
): readonly ValueOperator[] {
  switch (aspect) {
    case 'presence':
      return PRESENCE_OPERATORS;
    // Of a place where null is shown, what is plausible beside it is as bound as where it is not.
    case 'nullability':
    case 'type':
      return typeOperators(allowedTypes(schemaNodeOf(claim, baseline.spec)));
    case 'format':
      return DATE_OPERATORS;
    case 'pattern':
    case 'value':
      return VALUE_OPERATORS;
    case 'keys':
      return KEY_OPERATORS;
    case 'choice':
      return CHOICE_OPERATORS;
    case 'limit':
      return limitOperators(keyword, value);
  }
}
