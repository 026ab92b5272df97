// What a client heard by long polling or over a WebSocket is given to the call that it is about.
import { describe, expect, it } from 'vitest';
import type { ObservedExchange } from '../../src/model/observed.ts';
import type { RecordedItem } from '../../src/model/recorded.ts';
import { attachNotifications } from '../../src/observed/attach-notifications.ts';
import { readRecording } from '../../src/recordings/read-recording.ts';
import { interactionOf, operationOf, suite } from '../fixtures/committed-suite.ts';
import { entry, har, inPieces } from './har-parts.ts';

const INVITATION = interactionOf('genesys.inviteAgentToChat', 'an invitation that is carried out');
const CHANNEL = operationOf('genesys.inviteAgentToChat').notifications?.channel;
const CHAT = '17';

const invited = entry({
  url: `https://desk.example.org/api/v2/me/chats/${CHAT}`,
  body: INVITATION.request.body ?? null,
  answer: { statusCode: 0, referenceId: 36 },
});

/** The update of the participants as the document shows it, of that chat. */
const updateOf = (chat: string) => ({
  channel: CHANNEL,
  data: {
    notificationType: 'ParticipantsUpdated',
    messageType: 'ChatStateChangeMessage',
    chat: { id: chat },
  },
});

const polled = (messages: readonly object[], clientId = 'first') =>
  entry({
    body: [{ channel: '/meta/connect', clientId }],
    url: 'https://desk.example.org/api/v2/notifications/connect',
    answer: JSON.stringify([...messages, { channel: '/meta/connect', successful: true }]),
    // It was asked before the invitation, and answered after.
    more: { startedDateTime: '2026-03-01T09:59:58.000Z', time: 3000 },
  });

const framed = (messages: readonly object[]) =>
  entry({
    url: 'https://desk.example.org/api/v2/notifications',
    status: 101,
    answer: '',
    more: {
      _webSocketMessages: [
        { type: 'send', time: 1772359199, opcode: 1, data: '[{"channel":"/meta/connect"}]' },
        { type: 'receive', time: 1772359201, opcode: 1, data: JSON.stringify(messages) },
      ],
    },
  });

async function observedIn(entries: readonly object[]): Promise<readonly ObservedExchange[]> {
  const observed: ObservedExchange[] = [];
  const items = readRecording(inPieces(har('Charles', entries)), 'traffic');
  const notifications = attachNotifications({ suite });
  const take = (ready: readonly RecordedItem[]): void => {
    for (const item of ready) if (item.kind === 'exchange') observed.push(item.observed);
  };
  for await (const item of items) take(notifications.add(item));
  take(notifications.end());
  return observed;
}

describe('a recorded notification', () => {
  it.each([
    ['polled', polled([updateOf(CHAT)])],
    ['over a WebSocket', framed([updateOf(CHAT)])],
  ])('belongs to the call that it is about: %s', async (_, heard) => {
    for (const entries of [
      [heard, invited],
      [invited, heard],
    ]) {
      const [observed, ...others] = await observedIn(entries);
      expect(others).toEqual([]);
      expect(observed?.exchange.notifications).toMatchObject([
        { channel: CHANNEL, data: { chat: { id: CHAT } }, afterMs: 1000 },
      ]);
    }
  });

  it('of another chat does not', async () => {
    const [observed] = await observedIn([invited, polled([updateOf('18')])]);
    expect(observed?.exchange.notifications).toEqual([]);
  });

  it('that two sessions heard came once', async () => {
    const heard = [polled([updateOf(CHAT)]), polled([updateOf(CHAT)], 'second')];
    const [observed] = await observedIn([invited, ...heard]);
    expect(observed?.exchange.notifications.length).toBe(1);
  });

  it('is not missed where nobody listened long enough', async () => {
    const [observed] = await observedIn([invited]);
    expect(observed?.exchange.notificationWait).toEqual({ kind: 'not-awaited' });
    const longPoll = entry({
      url: 'https://desk.example.org/api/v2/notifications/connect',
      answer: '[{"channel":"/meta/connect","successful":true}]',
      more: { time: 30_000 },
    });
    const [heard] = await observedIn([invited, longPoll]);
    expect(heard?.exchange.notificationWait).toEqual({ kind: 'deadline', deadlineMs: 30_000 });
  });
});
