import { foundIn } from './expectation-rows.ts';
import type { Expectation } from './expected-findings.ts';

const found = foundIn('rocketchat.registerDepartment', 'rocketchat-register-department');

const OK = [112, 114] as const;
const BAD_REQUEST = [162, 184] as const;
const UNAUTHORIZED = [185, 198] as const;
const FORBIDDEN = [199, 217] as const;

export const expectedOfRocketChat: Readonly<Record<string, Expectation>> = {
  'rocketchat.department-wrong-name': found(['response.body#/department/name', 120, 120]),
  'rocketchat.department-wrong-enabled': found(['response.body#/department/enabled', 119, 119]),
  'rocketchat.department-enabled-text': found(['response.body#/department/enabled', 139, 140]),
  'rocketchat.department-id-missing': found(['response.body#/department/_id', 124, 124]),
  'rocketchat.department-id-number': found(['response.body#/department/_id', 149, 150]),
  'rocketchat.department-agent-missing': found(['response.body#/agents/*/agentId', 126, 132]),
  'rocketchat.department-agents-missing': found(['response.body#/agents', 126, 132]),
  'rocketchat.department-agent-order-text': found(['response.body#/agents/*/order', 158, 159]),
  'rocketchat.department-success-text': found(['response.body#/success', 160, 161]),
  'rocketchat.department-error-under-200': found(['response.body#/department', 118, 125]),
  'rocketchat.department-error-beside-success': found(['response.body#/error', 169, 169]),
  'rocketchat.department-limit-reached': found(['response.status', ...OK]),
  'rocketchat.unauthorized-body': found(['response.body#', ...UNAUTHORIZED]),
  'rocketchat.unauthorized-status': found(['response.status', ...UNAUTHORIZED]),
  // To be told that one is not logged in may mean just that.
  'rocketchat.forbidden-status': { kind: 'unproven', says: /401/ },
  'rocketchat.forbidden-success': found(['response.body#/success', ...FORBIDDEN]),
  'rocketchat.invalid-type-missing': found(['response.body#/errorType', ...BAD_REQUEST]),
  'rocketchat.invalid-status': found(['response.status', ...BAD_REQUEST]),
  'rocketchat.refusal-under-200': found(
    ['response.status', ...BAD_REQUEST],
    ['response.status', ...UNAUTHORIZED],
    ['response.status', ...FORBIDDEN],
  ),
  'rocketchat.accepts-no-credentials': found(['response.status', ...UNAUTHORIZED]),
  'rocketchat.accepts-wrong-credentials': found(['response.status', ...UNAUTHORIZED]),
  'rocketchat.accepts-no-permission': found(['response.status', ...FORBIDDEN]),
  'rocketchat.accepts-missing-field': found(['response.status', ...BAD_REQUEST]),
  'rocketchat.department-refuses-description': found(['response.status', 85, 88]),
  'rocketchat.department-refuses-enabled': found(['response.status', 60, 63]),
};
