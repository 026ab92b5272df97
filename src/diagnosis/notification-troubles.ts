import type { Troubles } from './diagnosis.ts';

/** What keeps notifications from being heard, before the request or while they are waited for. */
export const NOTIFICATION_TROUBLES = {
  'notifications-refused': {
    says: 'the server of the notifications did not let us in',
    blame: 'setup',
    next: 'Check that the credentials of the account may receive notifications, and are still valid.',
    isPassing: false,
  },
  'notifications-unanswered': {
    says: 'the server of the notifications gave no answer in time',
    blame: 'setup',
    next: 'Check the endpoint (notifications.endpoint), and that a proxy or firewall lets long requests and WebSockets pass.',
    isPassing: true,
  },
  'notifications-not-spoken': {
    says: 'what answers at the endpoint of the notifications does not speak Bayeux',
    blame: 'setup',
    next: 'Check the base URL and the endpoint (notifications.endpoint): another service may answer there.',
    isPassing: false,
  },
  'subscription-refused': {
    says: 'the server did not let the channel of the notifications be subscribed to',
    blame: 'setup',
    next: 'Check the channel (notifications.channel), and that the account may subscribe to it.',
    isPassing: false,
  },
  'transport-not-offered': {
    says: 'the server does not offer the transport that notifications were to be heard over',
    blame: 'setup',
    next: 'Choose the other transport (notifications.transport); a gateway on the way may also refuse WebSockets.',
    isPassing: false,
  },
  'notifications-lost': {
    says: 'the connection of the notifications broke while they were waited for, so that some may have been missed',
    blame: 'undetermined',
    next: 'Run again; if it stays, ask whoever runs the server and the proxies on the way for their limits of time.',
    isPassing: true,
  },
  'notifications-ended': {
    says: 'the server ended the session of the notifications and wants no other one',
    blame: 'undetermined',
    next: 'Check that nobody else signs in with the same account meanwhile, then run again.',
    isPassing: false,
  },
  'notifications-overflow': {
    says: 'more came over the connection of the notifications than is read here',
    blame: 'undetermined',
    next: 'Use an account that is told of less, or a narrower channel (notifications.channel).',
    isPassing: false,
  },
} as const satisfies Troubles<string>;
