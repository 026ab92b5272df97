import errorPayload from '../src/judges/checks/error-payload.ts';
import type { Check } from '../src/model/check.ts';
import { type Plant, plantsOf } from './plant.ts';
import { withSpecEdit } from './planted-specs.ts';
import {
  withBrokenRule,
  withOtherPactRequest,
  withRequestValue,
  withUnreadablePact,
} from './planted-suites.ts';

const INVITE = 'acquire.inviteAgent';
const GENESYS = 'genesys.inviteAgentToChat';
const ROCKETCHAT = 'rocketchat.registerDepartment';

const brokenCheck: Check = {
  ...errorPayload,
  id: 'planted-check',
  appliesTo: () => {
    throw new Error('out of order');
  },
};

/** Our spec, our contract or our code is at fault; the target does all that it should. */
export const suitePlants: readonly Plant[] = plantsOf('suite', [
  ['a contract sends a wrong type', INVITE, { suite: withRequestValue(INVITE, '/agentIds', 'all of them') }],
  ['a contract sends a wrong type', GENESYS, { suite: withRequestValue(GENESYS, '/operationName', 7) }],
  [
    'a contract sends a wrong type',
    ROCKETCHAT,
    { suite: withRequestValue(ROCKETCHAT, '/department/enabled', 'yes') },
  ],
  ['a pact describes another request', INVITE, { suite: withOtherPactRequest(INVITE) }],
  ['a pact describes another request', ROCKETCHAT, { suite: withOtherPactRequest(ROCKETCHAT) }],
  ['a pact cannot be read', INVITE, { suite: withUnreadablePact(INVITE) }],
  ['a pact cannot be read', GENESYS, { suite: withUnreadablePact(GENESYS) }],
  ['a rule of a contract breaks down', GENESYS, { suite: withBrokenRule(GENESYS) }],
  ['a check breaks down', INVITE, { check: brokenCheck }],
  ['a check breaks down', GENESYS, { check: brokenCheck }],
  ['a check breaks down', ROCKETCHAT, { check: brokenCheck }],
  [
    'a spec wants another type than the example has',
    INVITE,
    { suite: withSpecEdit('acquire.yaml', 'sent: { type: boolean', 'sent: { type: string') },
  ],
  [
    'a spec wants what the example lacks',
    INVITE,
    { suite: withSpecEdit('acquire.yaml', '[userId, online, sent]', '[userId, online, sent, mood]') },
  ],
  [
    'a spec wants another type than the example has',
    GENESYS,
    {
      suite: withSpecEdit(
        'genesys.yaml',
        'type: integer\n                    x-source: { lines: [39, 39] }',
        'type: string\n                    x-source: { lines: [39, 39] }',
      ),
    },
  ],
  [
    'a spec wants another type than the example has',
    ROCKETCHAT,
    {
      suite: withSpecEdit(
        'rocketchat.yaml',
        'type: integer\n                        x-source: { lines: [143, 144] }',
        'type: string\n                        x-source: { lines: [143, 144] }',
      ),
    },
  ],
]);
