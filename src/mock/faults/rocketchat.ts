// Ways for Rocket.Chat to misbehave.

import { valueAt } from '../../model/json-pointer.ts';
import type { RefusalCause } from '../../model/operation.ts';
import type { Answer } from '../answer.ts';
import {
  another,
  asText,
  at,
  body,
  missing,
  onRefusal,
  problem,
  refusesInput,
  set,
  status,
  successFaults,
  withoutLastMember,
} from './changes.ts';
import type { AnswerChange, Fault } from './fault.ts';

const OPERATION = 'rocketchat.registerDepartment';

const answers = successFaults('rocketchat.department-', OPERATION, [
  ['wrong-name', 'another name comes back', another('/department/name')],
  ['wrong-enabled', 'enabled comes back inverted', another('/department/enabled')],
  ['enabled-text', 'enabled is text', asText('/department/enabled')],
  ['id-missing', 'the department has no id', missing('/department/_id')],
  ['id-number', 'the id of the department is a number', set('/department/_id', 17)],
  ['agent-missing', 'the last agent is not attached', at('/agents', withoutLastMember)],
  ['agents-missing', 'there is no list of agents', missing('/agents')],
  ['agent-order-text', 'the order of an agent is text', asText('/agents/*/order')],
  ['success-text', 'success is text', asText('/success')],
  [
    'error-under-200',
    'a failure has status 200',
    body({ success: false, error: 'cannot create [error-failed]', errorType: 'error-failed' }),
  ],
  ['error-beside-success', 'a success tells of an error', set('/error', 'cannot attach [error-failed]')],
  [
    'limit-reached',
    'the workspace may have no more departments',
    problem(400, {
      success: false,
      error: 'Maximum number of departments reached [error-max-departments-number-reached]',
      errorType: 'error-max-departments-number-reached',
    }),
  ],
]);

const refusals: readonly Fault[] = [
  onRefusal('rocketchat.unauthorized-body', OPERATION, 'a 401 has an empty object', when(401, body({}))),
  onRefusal(
    'rocketchat.unauthorized-status',
    OPERATION,
    'who is not logged in gets 403',
    when(401, status(403)),
  ),
  onRefusal(
    'rocketchat.forbidden-status',
    OPERATION,
    'who lacks permission gets 401',
    when(403, status(401)),
  ),
  onRefusal(
    'rocketchat.forbidden-success',
    OPERATION,
    'a 403 tells success',
    when(403, set('/success', true)),
  ),
  onRefusal(
    'rocketchat.invalid-type-missing',
    OPERATION,
    'a 400 has no errorType',
    when(400, missing('/errorType')),
  ),
  onRefusal('rocketchat.invalid-status', OPERATION, 'a missing field gets 422', when(400, status(422))),
  onRefusal('rocketchat.refusal-under-200', OPERATION, 'every refusal has status 200', (answer) => ({
    ...answer,
    status: 200,
  })),
];

const enforcement: readonly Fault[] = [
  accepts('no-credentials', 'a request without token and user id is accepted', ['no-credentials']),
  accepts('wrong-credentials', 'a request with a wrong token is accepted', ['wrong-credentials']),
  accepts('no-permission', 'a user without permission may register', ['no-permission']),
  accepts('missing-field', 'a request without a required field is accepted', ['missing-field']),
];

const input: readonly Fault[] = [
  refusesInput(
    'rocketchat.department-refuses-description',
    OPERATION,
    'a department cannot have a description',
    ({ body: sent }) => valueAt(sent, '/department/description') !== undefined,
    {
      success: false,
      error: 'must NOT have additional properties [invalid-params]',
      errorType: 'invalid-params',
    },
  ),
  refusesInput(
    'rocketchat.department-refuses-enabled',
    OPERATION,
    'a department cannot be enabled at once',
    ({ body: sent }) => valueAt(sent, '/department/enabled') === true,
    { success: false, error: 'enabled must be false [invalid-params]', errorType: 'invalid-params' },
  ),
];

export const rocketchatFaults: readonly Fault[] = [...answers, ...refusals, ...enforcement, ...input];

function when(code: number, change: AnswerChange): AnswerChange {
  return (answer: Answer, request) => (answer.status === code ? change(answer, request) : answer);
}

function accepts(what: string, title: string, causes: readonly RefusalCause[]): Fault {
  return {
    name: `rocketchat.accepts-${what}`,
    operation: OPERATION,
    title,
    effect: { kind: 'lets-through', causes },
  };
}
