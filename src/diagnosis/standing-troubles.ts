import type { Troubles } from './diagnosis.ts';

/** Whole answers that speak of the account, the moment or the address, never of the operation. */
export const STANDING_TROUBLES = {
  'credentials-refused': {
    says: 'the target did not accept the credentials (401)',
    blame: 'setup',
    next: 'Check the credentials of the account: they may be wrong, revoked or expired. Then run again.',
    isPassing: false,
  },
  'permission-lacking': {
    says: 'the credentials lack a permission (403)',
    blame: 'setup',
    next: 'Give the account the permission, plan or feature that the operation needs, then run again.',
    isPassing: false,
  },
  'rate-limited': {
    says: 'the rate limit was reached (429)',
    blame: 'setup',
    next: 'Run again later, after the time in Retry-After where there is one, or set a slower pace (pace.perMinute).',
    isPassing: true,
  },
  unavailable: {
    says: 'the service was unavailable (503)',
    blame: 'setup',
    next: 'Look at the status page of the vendor, and run again when the service is back.',
    isPassing: true,
  },
  'unavailable-until': {
    says: 'the service was unavailable (503) for the moment',
    blame: 'setup',
    next: 'Run again after the time that it asks to wait (Retry-After).',
    isPassing: true,
  },
  'redirect-to-tls': {
    says: 'the host redirects to https',
    blame: 'setup',
    next: 'Put https into the base URL.',
    isPassing: false,
  },
  'redirect-to-plain': {
    says: 'the host redirects from https to http, where everything can be read on the way',
    blame: 'undetermined',
    next: 'Do not follow it: ask the vendor for the address in https.',
    isPassing: false,
  },
  'redirect-to-other-host': {
    says: 'the host redirects to another host',
    blame: 'setup',
    next: 'If that host belongs to the vendor and the account lives there, put it into the base URL.',
    isPassing: false,
  },
  'redirect-to-sign-in': {
    says: 'the host redirects to a sign-in',
    blame: 'setup',
    next: 'Check the credentials and the base URL: what answers is the site for people, or the session has ended.',
    isPassing: false,
  },
  'sign-in-page': {
    says: 'a page with a sign-in form came instead of an answer',
    blame: 'setup',
    next: 'Sign in where it asks (network, proxy or single sign-on), or correct the base URL, then run again.',
    isPassing: false,
  },
} as const satisfies Troubles<string>;
