import { anotherValue } from '../src/mock/faults/changes.ts';
import type { Claim } from '../src/model/claim.ts';
import { isJsonObject, type JsonObject } from '../src/model/json.ts';
import { valueAt } from '../src/model/json-pointer.ts';
import type { Spec } from '../src/model/spec.ts';
import type { Judged } from '../src/run/run-suite.ts';
import { answerMutants, failureMutants, requirednessMutants, statusMutants } from './answer-mutants.ts';
import { CONTENT_TYPE_OPERATORS } from './answer-operators.ts';
import { carriers } from './claim-carriers.ts';
import type { Mutant } from './mutant.ts';
import { notificationMutants } from './notification-mutants.ts';
import { KEY_OPERATORS, valueMutants } from './value-mutants.ts';
import {
  allowedTypes,
  DATE_OPERATORS,
  PRESENCE_OPERATORS,
  typeOperators,
  VALUE_OPERATORS,
} from './value-operators.ts';

/** Every way to contradict one claim, each on the first exchange of the conformant mock in which the claim shows. */
export function deriveMutants(claim: Claim, spec: Spec, baseline: readonly Judged[]): readonly Mutant[] {
  switch (claim.kind) {
    case 'presence':
      return valueMutants(claim, baseline, PRESENCE_OPERATORS);
    case 'type':
      return valueMutants(claim, baseline, typeOperators(allowedTypes(nodeOf(claim, spec))));
    case 'format':
      return valueMutants(claim, baseline, DATE_OPERATORS);
    case 'pattern':
    case 'value':
      return valueMutants(claim, baseline, VALUE_OPERATORS);
    case 'keys':
      return valueMutants(claim, baseline, KEY_OPERATORS);
    case 'echo':
    case 'agreement':
    case 'correlation':
      return valueMutants(claim, baseline, [{ name: 'another-value', change: anotherValue }]);
    case 'status':
      return statusMutants(claim, baseline);
    case 'content-type':
      return answerMutants(claim, carriers(claim, baseline), CONTENT_TYPE_OPERATORS);
    case 'failure-sign':
      return failureMutants(claim, baseline);
    case 'requiredness':
      return requirednessMutants(claim, baseline);
    case 'notification':
    case 'outcome':
    case 'order':
      return notificationMutants(claim, baseline);
    case 'nullability':
    case 'optionality':
    case 'choice':
    case 'limit':
    case 'acceptance':
    case 'accepted-value':
    case 'permission':
    case 'feature':
    case 'history':
    case 'effect':
      return [];
  }
}

/** The schema node of a claim, its reference followed. */
function nodeOf({ specPointer }: Claim, spec: Spec): JsonObject {
  const node = valueAt(spec.document, specPointer);
  if (!isJsonObject(node)) return {};
  const reference = node['$ref'];
  const target = typeof reference === 'string' ? valueAt(spec.document, reference.slice(1)) : undefined;
  return isJsonObject(target) ? target : node;
}
