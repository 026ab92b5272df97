import type { operations } from '../../src/generated/genesys.ts';
import { citing } from '../citation.ts';
import { defineContract } from '../define-contract.ts';
import type { RequestBody } from '../documented.ts';

const { stated, shown, inferred } = citing('genesys-chat-invite');

interface Notifications {
  readonly participantsUpdated: RequestBody<operations['participantsUpdated']>;
  readonly newMessages: RequestBody<operations['newMessages']>;
  readonly inviteFailed: RequestBody<operations['inviteFailed']>;
  readonly [name: string]: unknown;
}

export default defineContract<operations['inviteAgentToChat'], Notifications>({
  operation: 'genesys.inviteAgentToChat',
  consumer: 'support-desk',
  relies: [],
  knownBy: { participantsUpdated: { notificationType: 'ParticipantsUpdated' } },
  rules: [],
  interactions: () => [],
});
