// For every trouble of the catalogue what shows it: codes as Node, OpenSSL and the HTTP client give them, and answers.
import type { TroubleId } from '../../src/diagnosis/catalogue.ts';
import type { FailurePhase, Pair, Redirect } from '../../src/model/exchange.ts';

export type PlantedFailure = readonly [phase: FailurePhase, code: string];

export const PLANTED_FAILURES: Readonly<Partial<Record<TroubleId, readonly PlantedFailure[]>>> = {
  'held-back': [['pace', 'HELD_BACK']],
  'not-permitted': [
    ['pace', 'NOT_PERMITTED'],
    ['notifications', 'NOT_PERMITTED'],
  ],
  'unknown-host': [
    ['connect', 'ENOTFOUND'],
    ['notifications', 'ENOTFOUND'],
  ],
  'name-server-silent': [['connect', 'EAI_AGAIN']],
  'connection-refused': [
    ['connect', 'ECONNREFUSED'],
    ['notifications', 'ECONNREFUSED'],
  ],
  'host-unreachable': [
    ['connect', 'EHOSTUNREACH'],
    ['connect', 'ENETUNREACH'],
  ],
  'connect-timeout': [
    ['connect', 'TIMEOUT'],
    ['connect', 'ETIMEDOUT'],
    ['notifications', 'connect/TIMEOUT'],
  ],
  'not-connected': [
    ['connect', 'EACCES'],
    ['connect', 'ECONNRESET'],
    ['connect', 'UNKNOWN'],
  ],
  interrupted: [
    ['connect', 'CLIENT_CLOSED'],
    ['proxy', 'CLIENT_CLOSED'],
    ['body', 'CLIENT_CLOSED'],
    ['notifications', 'CLIENT_CLOSED'],
  ],
  'authority-unknown': [
    ['tls', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ['tls', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'],
    ['tls', 'SELF_SIGNED_CERT_IN_CHAIN'],
    ['notifications', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ],
  'self-signed': [['tls', 'DEPTH_ZERO_SELF_SIGNED_CERT']],
  'certificate-expired': [
    ['tls', 'CERT_HAS_EXPIRED'],
    ['notifications', 'CERT_HAS_EXPIRED'],
  ],
  'certificate-not-yet-valid': [['tls', 'CERT_NOT_YET_VALID']],
  'certificate-foreign': [['tls', 'ERR_TLS_CERT_ALTNAME_INVALID']],
  'certificate-invalid': [
    ['tls', 'CERT_REVOKED'],
    ['tls', 'CERT_SIGNATURE_FAILURE'],
    ['tls', 'INVALID_CA'],
  ],
  'client-certificate-demanded': [['tls', 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED']],
  'client-certificate-refused': [
    ['tls', 'CLIENT_CERTIFICATE_UNANSWERED'],
    ['tls', 'ERR_SSL_TLSV1_ALERT_UNKNOWN_CA'],
    ['tls', 'ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE'],
    ['tls', 'ERR_SSL_SSLV3_ALERT_CERTIFICATE_EXPIRED'],
  ],
  'tls-version': [
    ['tls', 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION'],
    ['tls', 'ERR_SSL_UNSUPPORTED_PROTOCOL'],
  ],
  'not-tls': [['tls', 'ERR_SSL_WRONG_VERSION_NUMBER']],
  'tls-refused': [['tls', 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE']],
  'tls-broken-off': [
    ['tls', 'ECONNRESET'],
    ['tls', 'EPIPE'],
  ],
  'tls-timeout': [
    ['tls', 'TIMEOUT'],
    ['notifications', 'tls/TIMEOUT'],
  ],
  'proxy-unreachable': [
    ['proxy', 'ECONNREFUSED'],
    ['proxy', 'ENOTFOUND'],
  ],
  'proxy-silent': [['proxy', 'TIMEOUT']],
  'proxy-certificate': [
    ['proxy', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ['proxy', 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ],
  'proxy-authentication': [
    ['proxy', 'PROXY_407'],
    ['notifications', 'proxy/PROXY_407'],
    ['notifications', 'answer/proxy-authentication'],
  ],
  'proxy-forbids': [['proxy', 'PROXY_403']],
  'proxy-cannot-reach': [
    ['proxy', 'PROXY_502'],
    ['proxy', 'PROXY_503'],
    ['proxy', 'PROXY_504'],
  ],
  'proxy-answers-oddly': [
    ['proxy', 'PROXY_302'],
    ['proxy', 'PROXY_500'],
    ['proxy', 'MALFORMED_RESPONSE'],
  ],
  'captive-portal': [['proxy', 'PROXY_511']],
  'connection-reset': [
    ['response', 'ECONNRESET'],
    ['send', 'EPIPE'],
  ],
  'closed-without-answer': [
    ['response', 'UND_ERR_SOCKET'],
    ['response', 'CONNECTION_CLOSED'],
  ],
  'no-answer': [['response', 'TIMEOUT']],
  'not-http': [['response', 'MALFORMED_RESPONSE']],
  'headers-too-large': [['response', 'UND_ERR_HEADERS_OVERFLOW']],
  'truncated-body': [
    ['body', 'UND_ERR_SOCKET'],
    ['body', 'ECONNRESET'],
    ['body', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH'],
  ],
  'malformed-chunk': [
    ['body', 'MALFORMED_RESPONSE'],
    ['body', 'HPE_INVALID_CHUNK_SIZE'],
  ],
  'body-stalled': [['body', 'BODY_TIMEOUT']],
  'endless-body': [['body', 'TIMEOUT']],
  'body-too-large': [['body', 'UND_ERR_RES_EXCEEDED_MAX_SIZE']],
  'undecodable-body': [
    ['body', 'Z_DATA_ERROR'],
    ['body', 'Z_BUF_ERROR'],
    ['body', 'ERR__ERROR_FORMAT_PADDING_1'],
  ],
  'compression-bomb': [['body', 'ERR_BUFFER_TOO_LARGE']],
  'notifications-refused': [['notifications', 'REFUSED']],
  'notifications-unanswered': [
    ['notifications', 'NO_ANSWER'],
    ['notifications', 'TIMEOUT'],
  ],
  'notifications-not-spoken': [['notifications', 'NOT_BAYEUX']],
  'subscription-refused': [['notifications', 'SUBSCRIPTION_REFUSED']],
  'transport-not-offered': [['notifications', 'TRANSPORT_NOT_OFFERED']],
  'notifications-lost': [['notifications', 'LOST']],
  'notifications-ended': [['notifications', 'ENDED']],
  'notifications-overflow': [['notifications', 'TOO_MUCH']],
  'unknown-trouble': [
    ['response', 'UNKNOWN'],
    ['body', 'EWHATEVER'],
    ['notifications', 'UNKNOWN'],
    ['notifications', 'answer/nothing-known'],
  ],
};

export interface PlantedAnswer {
  readonly status: number;
  readonly headers?: readonly Pair[];
  readonly text?: string;
  readonly redirect?: Redirect;
}

export const PLANTED_ANSWERS: Readonly<Partial<Record<TroubleId, readonly PlantedAnswer[]>>> = {
  'proxy-refuses-body': [{ status: 411, headers: [['x-squid-error', 'ERR_INVALID_REQ 0']] }],
  'gateway-refuses-body': [{ status: 411, headers: [['via', '1.1 gateway']] }],
  'proxy-authentication': [{ status: 407 }],
  'captive-portal': [{ status: 511 }],
  'proxy-forbids': [{ status: 403, headers: [['server', 'tinyproxy/1.11.1']] }],
  'proxy-cannot-reach': [{ status: 504, headers: [['server', 'squid/5.7']] }],
  'proxy-answers-oddly': [{ status: 400, headers: [['server', 'squid/5.7']] }],
  'client-certificate-demanded': [{ status: 496 }],
  'client-certificate-refused': [{ status: 495 }],
  'rate-limited': [{ status: 429 }],
  unavailable: [{ status: 503 }],
  'unavailable-until': [{ status: 503, headers: [['retry-after', '5']] }],
  'redirect-to-tls': [{ status: 301, redirect: 'to-tls' }],
  'redirect-to-plain': [{ status: 301, redirect: 'to-plain' }],
  'redirect-to-other-host': [{ status: 307, redirect: 'other-host' }],
  'redirect-to-sign-in': [{ status: 302, redirect: 'same-host', headers: [['location', '/signin']] }],
  'sign-in-page': [{ status: 200, text: '<html><form><input type="password"></form></html>' }],
};

/** Shown by what was provoked as well: see the judges. */
export const BY_INTENT: readonly TroubleId[] = ['credentials-refused', 'permission-lacking'];
