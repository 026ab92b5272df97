import { faultPlants, plantsOf } from './plant.ts';
import { certified, nobody, plainServer, unknownHost } from './planted-addresses.ts';
import { misbehaviour, withStatus } from './planted-misbehaviours.ts';

const ACQUIRE = 'acquire.joinChat';
const GENESYS = 'genesys.inviteAgentToChat';
const ROCKETCHAT = 'rocketchat.registerDepartment';

/** The account, the way or the moment is at fault: what was asked for never came before the operation. */
export const setupPlants = [
  ...plantsOf('setup', [
    ['nobody listens', ACQUIRE, { address: nobody }],
    ['nobody listens', GENESYS, { address: nobody }],
    ['nobody listens', ROCKETCHAT, { address: nobody }],
    ['the host name is unknown', ACQUIRE, { address: unknownHost }],
    ['the host name is unknown', ROCKETCHAT, { address: unknownHost }],
    ['the certificate is signed by itself', ACQUIRE, { address: certified({ issuer: 'itself' }) }],
    ['the certificate is signed by strangers', ROCKETCHAT, { address: certified({ issuer: 'a stranger' }) }],
    ['the certificate has expired', ACQUIRE, { address: certified({ issuer: 'itself', isExpired: true }) }],
    ['the server speaks no TLS', ROCKETCHAT, { address: plainServer }],
    ['the API key is another', ACQUIRE, { values: { apiKey: 'revoked' } }],
    ['the credentials are others', GENESYS, { values: { authorization: 'Basic cmV2b2tlZDpyZXZva2Vk' } }],
    ['the token is another', ROCKETCHAT, { values: { authToken: 'revoked' } }],
    [
      'the agent who was to be there is not',
      GENESYS,
      { values: { targetUri: 'https://tenant.invalid/users/gone' } },
    ],
    ['a proxy wants credentials', ACQUIRE, { misbehaviours: [misbehaviour(withStatus(407))] }],
    ['a proxy wants credentials', GENESYS, { misbehaviours: [misbehaviour(withStatus(407))] }],
  ]),
  ...faultPlants('setup', [
    ['any.refuses-credentials', ACQUIRE],
    ['any.refuses-permission', ROCKETCHAT],
    ['any.refuses-permission', ACQUIRE],
    ['genesys.feature-missing', GENESYS],
    ['any.rate-limited', ACQUIRE],
    ['any.rate-limited', GENESYS],
    ['any.maintenance', ROCKETCHAT],
    ['any.maintenance', GENESYS],
  ]),
];
