import type { Troubles } from './diagnosis.ts';

/** Who the host says it is, and whether it lets us in. */
export const TLS_TROUBLES = {
  'authority-unknown': {
    says: 'the certificate was issued by an authority that is not trusted here',
    blame: 'setup',
    next: 'If a private authority or an inspecting proxy issued it, give its PEM file as the further authority (tls.ca).',
    isPassing: false,
  },
  'self-signed': {
    says: 'the certificate vouches for itself, and nobody else does',
    blame: 'setup',
    next: 'Compare its fingerprint with its owner; if it is theirs, give it as the further authority (tls.ca).',
    isPassing: false,
  },
  'certificate-expired': {
    says: 'the certificate has expired',
    blame: 'setup',
    next: 'Check the clock of this machine; if it is right, whoever runs the host must renew the certificate.',
    isPassing: false,
  },
  'certificate-not-yet-valid': {
    says: 'the certificate is not valid yet',
    blame: 'setup',
    next: 'Check the clock of this machine; if it is right, whoever runs the host has installed the certificate too early.',
    isPassing: false,
  },
  'certificate-foreign': {
    says: 'the certificate is for another host',
    blame: 'setup',
    next: 'Use a host name in the base URL that the certificate lists; something on the way may also answer in its place.',
    isPassing: false,
  },
  'certificate-invalid': {
    says: 'the certificate does not hold',
    blame: 'setup',
    next: 'Show the error to whoever runs the host: the certificate or its chain is broken or revoked.',
    isPassing: false,
  },
  'client-certificate-demanded': {
    says: 'the host demands a client certificate, and none was shown',
    blame: 'setup',
    next: 'Give the certificate and key that the account has for this host (tls.certificate, tls.key).',
    isPassing: false,
  },
  'client-certificate-refused': {
    says: 'the host did not accept the client certificate',
    blame: 'setup',
    next: 'Check that the client certificate is the one registered for this account, is valid today, and has its whole chain.',
    isPassing: false,
  },
  'tls-version': {
    says: 'the host and this machine have no version of TLS in common',
    blame: 'setup',
    next: 'Ask whoever runs the host to offer TLS 1.2 or later; what lies in between may speak only an older one.',
    isPassing: false,
  },
  'not-tls': {
    says: 'what listens at that port does not speak TLS',
    blame: 'setup',
    next: 'Check scheme and port of the base URL: https is asked of a port that speaks something else.',
    isPassing: false,
  },
  'tls-refused': {
    says: 'the host broke the TLS handshake off with an alert',
    blame: 'setup',
    next: 'The host may demand a client certificate, other ciphers or another server name: ask whoever runs it.',
    isPassing: false,
  },
  'tls-broken-off': {
    says: 'the connection was cut in the middle of the TLS handshake',
    blame: 'setup',
    next: 'A firewall that inspects server names, or a host that wants a client certificate, does this: ask for both.',
    isPassing: true,
  },
  'tls-timeout': {
    says: 'the connection stands, and the TLS handshake was not finished in time',
    blame: 'setup',
    next: 'Check that the port is meant for https, and whether a firewall or proxy on the way holds the handshake back.',
    isPassing: true,
  },
} as const satisfies Troubles<string>;
