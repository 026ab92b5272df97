// Error bodies in the vendor's envelope: a status code of its own and a message, no other member.
import type { JsonObject } from '../../../model/json.ts';
import type { Problem } from '../../mock-vendor.ts';

export function errorBody(statusCode: number, statusMessage: string): JsonObject {
  return { statusCode, statusMessage };
}

export function problemBody(problem: Problem): JsonObject {
  switch (problem.kind) {
    case 'no-credentials':
    case 'wrong-credentials':
      return errorBody(20, 'Access is denied');
    case 'no-permission':
      return errorBody(3, 'The operation is forbidden');
    case 'missing-field':
      return errorBody(1, `The parameter ${problem.property} is missing`);
    case 'wrong-type':
    case 'undocumented-value':
      return errorBody(2, `The parameter ${problem.property} is invalid`);
    case 'no-route':
      return errorBody(6, 'There is no such resource');
    default:
      return problem satisfies never;
  }
}
