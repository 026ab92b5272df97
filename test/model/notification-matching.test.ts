import { describe, expect, it } from 'vitest';
import { expectedNotifications, kindOfNotification } from '../../src/model/notification-matching.ts';
import type { NotificationProtocol } from '../../src/model/operation.ts';
import { operationOf } from '../fixtures/committed-suite.ts';

const { notifications } = operationOf('genesys.inviteAgentToChat');
const protocol: NotificationProtocol = notifications ?? {
  endpoint: '',
  channel: '',
  kinds: [],
  outcomes: [],
  source: { document: '', lines: [1, 1], strength: 'shown' },
};

describe('kindOfNotification', () => {
  it.each([
    ['ChatStateChangeMessage', 'ParticipantsUpdated', 'participantsUpdated'],
    ['MessageLogUpdated', 'NewMessages', 'newMessages'],
    ['ChatStateChangeMessage', 'Error', 'inviteFailed'],
  ])('%s with %s is %s', (messageType, notificationType, name) => {
    expect(kindOfNotification(protocol, { messageType, notificationType, more: [] })?.name).toBe(name);
  });

  it.each([
    { messageType: 'ChatStateChangeMessage', notificationType: 'StatusChange' },
    { messageType: 'MessageLogUpdated', notificationType: 'ParticipantsUpdated' },
    { notificationType: 'NewMessages' },
    'NewMessages',
    null,
  ])('%j is of no documented kind', (data) => {
    expect(kindOfNotification(protocol, data)).toBeUndefined();
  });

  it('takes nothing for a kind that nothing tells apart', () => {
    const kinds = protocol.kinds.map((kind) => ({ ...kind, matches: [] }));
    expect(kindOfNotification({ ...protocol, kinds }, { a: 1 })).toBeUndefined();
  });
});

describe('expectedNotifications', () => {
  it('follow the headings of the document: two on success, one on failure', () => {
    const names = (outcome: 'success' | 'failure') =>
      expectedNotifications(protocol, { kind: 'accepted', outcome });
    expect(names('success')).toEqual(['participantsUpdated', 'newMessages']);
    expect(names('failure')).toEqual(['inviteFailed']);
  });

  it('are none after a refusal', () => {
    expect(expectedNotifications(protocol, { kind: 'refused', cause: 'no-credentials' })).toEqual([]);
  });
});
