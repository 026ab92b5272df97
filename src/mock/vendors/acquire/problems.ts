// Error bodies in the envelope Acquire published: `error` with code and message, `data` null.
import type { Json, JsonObject } from '../../../model/json.ts';
import { idOf } from '../../json-values.ts';
import type { Call, Problem, Reply } from '../../mock-vendor.ts';
import type { AcquireStore, Case } from './store.ts';

export function errorBody(code: string, message: string): JsonObject {
  return { error: { code, message }, data: null };
}

export function invalidInput(message: string): Reply {
  return { kind: 'problem', status: 400, body: errorBody('ERROR_INVALID_INPUT', message) };
}

/** Acquire lists this error with status 400, not 404. */
export function recordNotFound(what: string): Reply {
  return { kind: 'problem', status: 400, body: errorBody('ERROR_RECORD_NOT_FOUND', `${what} not found`) };
}

export function problemBody(problem: Problem): JsonObject {
  switch (problem.kind) {
    case 'no-credentials':
    case 'wrong-credentials':
      return errorBody('ERROR_UNAUTHORIZED', 'The API key is missing or unknown');
    case 'no-permission':
      return errorBody('ERROR_UNAUTHORIZED_ACCESS', 'The API key may not do this');
    case 'missing-field':
      return errorBody('ERROR_INVALID_INPUT', `${problem.property} is required`);
    case 'wrong-type':
    case 'undocumented-value':
      return errorBody('ERROR_INVALID_INPUT', `${problem.property} is invalid`);
    case 'no-route':
      return errorBody('ERROR_RECORD_NOT_FOUND', 'Nothing is at this address');
    default:
      return problem satisfies never;
  }
}

/** The case when it may be changed, else why it may not. */
export function activeCase(
  store: AcquireStore,
  id: Json | undefined,
  letsThrough: Call['letsThrough'] = new Set(),
): { readonly found: Case } | { readonly refused: Reply } {
  const found = store.cases.get(idOf(id) ?? -1);
  if (found === undefined) return { refused: recordNotFound('Case') };
  if (found.closedAt !== null && !letsThrough.has('wrong-state'))
    return { refused: invalidInput('Only an active case can be changed') };
  return { found };
}
