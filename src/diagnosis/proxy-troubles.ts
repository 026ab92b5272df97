import type { Troubles } from './diagnosis.ts';

/** What a proxy on our side does instead of passing the request on. */
export const PROXY_TROUBLES = {
  'proxy-unreachable': {
    says: 'the proxy itself could not be reached',
    blame: 'setup',
    next: 'Check host and port of the proxy, and that it is running; without one, leave the proxy out.',
    isPassing: true,
  },
  'proxy-silent': {
    says: 'the proxy did not open the way in time',
    blame: 'setup',
    next: 'Ask whoever runs the proxy: it takes connections and does not pass them on.',
    isPassing: true,
  },
  'proxy-certificate': {
    says: 'the certificate of the proxy is not trusted here',
    blame: 'setup',
    next: 'Give the authority of the proxy as the further authority (tls.ca), or correct the URL of the proxy.',
    isPassing: false,
  },
  'proxy-authentication': {
    says: 'the proxy wants a user name and password, or other ones',
    blame: 'setup',
    next: 'Give the user name and password of the proxy as references, and check that they are still valid.',
    isPassing: false,
  },
  'proxy-forbids': {
    says: 'the proxy does not allow this host or port',
    blame: 'setup',
    next: 'Ask whoever runs the proxy to allow host and port of the base URL.',
    isPassing: false,
  },
  'proxy-cannot-reach': {
    says: 'the proxy could not reach the host',
    blame: 'setup',
    next: 'Check host and port of the base URL as the proxy sees them; the service may be down.',
    isPassing: true,
  },
  'proxy-answers-oddly': {
    says: 'the proxy answered in the place of the host',
    blame: 'setup',
    next: 'Look at the answer and ask whoever runs the proxy: the request never came to the host.',
    isPassing: false,
  },
  'proxy-refuses-body': {
    says: 'the proxy refuses a GET that has a body, and did not pass it on',
    blame: 'setup',
    next: 'Use an https base URL, in whose tunnel the proxy sees no body, or have the proxy allow it (squid: request_entities on).',
    isPassing: false,
  },
  'gateway-refuses-body': {
    says: 'a gateway on the way, ours or the vendor’s, wants a length although one was given',
    blame: 'undetermined',
    next: 'Send it once past every proxy of yours: if the answer stays, report it to the vendor.',
    isPassing: false,
  },
  'captive-portal': {
    says: 'the network wants a sign-in of its own before it lets anything through',
    blame: 'setup',
    next: 'Open a browser on this machine and sign in to the network, or use another network.',
    isPassing: false,
  },
} as const satisfies Troubles<string>;
