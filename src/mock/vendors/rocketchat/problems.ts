// Error bodies for what the document leaves out, in the envelope of those it shows.
import type { JsonObject } from '../../../model/json.ts';
import type { Problem } from '../../mock-vendor.ts';

export function problemBody(problem: Problem): JsonObject {
  switch (problem.kind) {
    case 'no-credentials':
    case 'wrong-credentials':
      return { status: 'error', message: 'Please log in first.' };
    case 'no-permission':
      return { success: false, error: 'unauthorized' };
    case 'missing-field':
      return {
        success: false,
        error: `must have required property '${problem.property}' [invalid-params]`,
        errorType: 'invalid-params',
      };
    case 'wrong-type':
    case 'undocumented-value':
      return {
        success: false,
        error: `must be ${problem.expected.replace(/^type /, '')} [invalid-params]`,
        errorType: 'invalid-params',
      };
    case 'no-route':
      return { success: false, error: 'API endpoint not found' };
    default:
      return problem satisfies never;
  }
}
