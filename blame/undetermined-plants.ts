import { type Plant, plantsOf } from './plant.ts';
import { closeAfter, resetAfter } from './planted-addresses.ts';
import { withPactField, withRule } from './planted-suites.ts';

const ACQUIRE = 'acquire.joinChat';
const GENESYS = 'genesys.inviteAgentToChat';
const ROCKETCHAT = 'rocketchat.registerDepartment';
const HEAD = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 90\r\n\r\n';

/** The connection broke, or only our contract expected it: the exchange does not tell who is right. */
export const undeterminedPlants: readonly Plant[] = plantsOf('undetermined', [
  ['any.connection-dropped', ACQUIRE, { faults: ['any.connection-dropped'] }],
  ['any.connection-dropped', ROCKETCHAT, { faults: ['any.connection-dropped'] }],
  ['any.body-cut', GENESYS, { faults: ['any.body-cut'] }],
  ['any.body-cut', ROCKETCHAT, { faults: ['any.body-cut'] }],
  ['any.never-answers', 'acquire.addMailMessage', { faults: ['any.never-answers'], isSlow: true }],
  ['the connection is reset before an answer', ACQUIRE, { address: resetAfter('') }],
  ['the connection is reset in the middle', ROCKETCHAT, { address: resetAfter(`${HEAD}{"success":`) }],
  ['the answer is cut short', ACQUIRE, { address: closeAfter(`${HEAD}{"data":{`) }],
  ['the answer is no HTTP', ROCKETCHAT, { address: closeAfter('good morning\r\n\r\n') }],
  [
    'only a rule of the contract expects it',
    ACQUIRE,
    { suite: withRule(ACQUIRE, 'response.body#/data/mood') },
  ],
  ['only a rule of the contract expects it', GENESYS, { suite: withRule(GENESYS, 'response.body#/mood') }],
  [
    'only a rule of the contract expects it',
    ROCKETCHAT,
    { suite: withRule(ROCKETCHAT, 'response.body#/mood') },
  ],
  ['only the pact expects it', ACQUIRE, { suite: withPactField(ACQUIRE, '/data/mood') }],
  ['only the pact expects it', GENESYS, { suite: withPactField(GENESYS, '/mood') }],
  ['only the pact expects it', ROCKETCHAT, { suite: withPactField(ROCKETCHAT, '/department/mood') }],
]);
