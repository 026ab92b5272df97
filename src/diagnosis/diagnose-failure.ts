import type { TransportFailure } from '../model/exchange.ts';
import { diagnosis, isTroubleId, type TroubleId } from './catalogue.ts';
import type { Diagnosis } from './diagnosis.ts';

type Rule = readonly [codes: RegExp, id: TroubleId];

const NAME: readonly Rule[] = [
  [/^(ENOTFOUND|EAI_NONAME|EAI_NODATA)$/, 'unknown-host'],
  [/^(EAI_\w+|ETIMEOUT|ESERVFAIL|EREFUSED)$/, 'name-server-silent'],
];

const CONNECT: readonly Rule[] = [
  ...NAME,
  [/^ECONNREFUSED$/, 'connection-refused'],
  [/^(EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|EADDRNOTAVAIL)$/, 'host-unreachable'],
  [/^(TIMEOUT|ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/, 'connect-timeout'],
];

/** The host's certificate, by OpenSSL's and Node's names for what is wrong with it. */
const CERTIFICATE: readonly Rule[] = [
  [
    /^(SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_(GET_ISSUER_CERT|VERIFY_LEAF)\w*|CERT_UNTRUSTED)$/,
    'authority-unknown',
  ],
  [/^DEPTH_ZERO_SELF_SIGNED_CERT$/, 'self-signed'],
  [/^CERT_HAS_EXPIRED$/, 'certificate-expired'],
  [/^CERT_NOT_YET_VALID$/, 'certificate-not-yet-valid'],
  [/^(ERR_TLS_CERT_ALTNAME_INVALID|HOSTNAME_MISMATCH)$/, 'certificate-foreign'],
  [/^(CERT_|CRL_|INVALID_|PATH_|UNABLE_TO_)\w+$/, 'certificate-invalid'],
];

const HANDSHAKE: readonly Rule[] = [
  [/^ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED$/, 'client-certificate-demanded'],
  // An alert comes from the other side, so the certificate it speaks of is ours.
  [/_ALERT_(\w*CERTIFICATE\w*|UNKNOWN_CA|ACCESS_DENIED|DECRYPT_ERROR)$/, 'client-certificate-refused'],
  [/^CLIENT_CERTIFICATE_UNANSWERED$/, 'client-certificate-refused'],
  [/PROTOCOL_VERSION$|UNSUPPORTED_PROTOCOL$|_UNSUPPORTED_SSL_VERSION$/, 'tls-version'],
  [/_WRONG_VERSION_NUMBER$|_PACKET_LENGTH_TOO_LONG$|_HTTP_REQUEST$|_RECORD_LAYER_FAILURE$/, 'not-tls'],
  [/^(ERR_SSL_|ERR_TLS_)\w+$|^EPROTO$/, 'tls-refused'],
];

const TLS: readonly Rule[] = [
  ...CERTIFICATE,
  ...HANDSHAKE,
  [/^TIMEOUT$/, 'tls-timeout'],
  [/./, 'tls-broken-off'],
];

const PROXY: readonly Rule[] = [
  [/^PROXY_407$/, 'proxy-authentication'],
  [/^PROXY_(502|503|504)$/, 'proxy-cannot-reach'],
  [/^PROXY_(400|401|403|404|405|451)$/, 'proxy-forbids'],
  [/^PROXY_511$/, 'captive-portal'],
  [/^(PROXY_\d+|MALFORMED_RESPONSE|HPE_\w+)$/, 'proxy-answers-oddly'],
  [/^TIMEOUT$/, 'proxy-silent'],
  ...[...CERTIFICATE, ...HANDSHAKE].map(([codes]): Rule => [codes, 'proxy-certificate']),
  [/./, 'proxy-unreachable'],
];

const RESPONSE: readonly Rule[] = [
  [/^(ECONNRESET|EPIPE|ECONNABORTED)$/, 'connection-reset'],
  [/^(UND_ERR_SOCKET|CONNECTION_CLOSED)$/, 'closed-without-answer'],
  [/TIMEOUT$|^ETIMEDOUT$/, 'no-answer'],
  [/^(MALFORMED_RESPONSE|HPE_\w+)$/, 'not-http'],
  [/^UND_ERR_HEADERS_OVERFLOW$/, 'headers-too-large'],
];

const BODY: readonly Rule[] = [
  [/^(ECONNRESET|EPIPE|ECONNABORTED|UND_ERR_SOCKET|UND_ERR_RES_CONTENT_LENGTH_MISMATCH)$/, 'truncated-body'],
  [/^(MALFORMED_RESPONSE|HPE_\w+)$/, 'malformed-chunk'],
  [/^BODY_TIMEOUT$|^UND_ERR_BODY_TIMEOUT$/, 'body-stalled'],
  [/TIMEOUT$|^ETIMEDOUT$/, 'endless-body'],
  [/^UND_ERR_RES_EXCEEDED_MAX_SIZE$/, 'body-too-large'],
  [/^ERR_BUFFER_TOO_LARGE$/, 'compression-bomb'],
  [/^(Z_\w+|ERR__ERROR_\w+|ERR_BROTLI\w*|ERR_\w*DECOMPRESS\w*)$/, 'undecodable-body'],
];

/** What a code means whatever phase it is told of: a listener of another library knows no phases. */
const ANYWHERE: readonly Rule[] = [
  [/^(CLIENT_CLOSED|UND_ERR_(DESTROYED|CLOSED|ABORTED))$/, 'interrupted'],
  ...CONNECT.filter(([, id]) => id !== 'connect-timeout'),
  ...CERTIFICATE,
  ...HANDSHAKE,
];

const NOTIFICATIONS: readonly Rule[] = [
  [/^NOT_PERMITTED$/, 'not-permitted'],
  [/^REFUSED$/, 'notifications-refused'],
  [/TIMEOUT$|^(ETIMEDOUT|NO_ANSWER)$/, 'notifications-unanswered'],
  [/^NOT_BAYEUX$/, 'notifications-not-spoken'],
  [/^SUBSCRIPTION_REFUSED$/, 'subscription-refused'],
  [/^TRANSPORT_NOT_OFFERED$/, 'transport-not-offered'],
  [/^LOST$/, 'notifications-lost'],
  [/^ENDED$/, 'notifications-ended'],
  [/^TOO_MUCH$/, 'notifications-overflow'],
];

const BY_PHASE: Readonly<Record<TransportFailure['phase'], readonly Rule[]>> = {
  pace: [
    [/^NOT_PERMITTED$/, 'not-permitted'],
    [/./, 'held-back'],
  ],
  connect: [...CONNECT, ...ANYWHERE, [/./, 'not-connected']],
  proxy: PROXY,
  tls: TLS,
  send: [...RESPONSE, ...ANYWHERE],
  response: [...RESPONSE, ...BODY, ...ANYWHERE],
  body: [...BODY, ...ANYWHERE],
  notifications: [...NOTIFICATIONS, ...ANYWHERE],
};

/** What to make of it that no whole response came. */
export function diagnoseFailure({ code, phase }: TransportFailure): Diagnosis {
  const interrupted = ANYWHERE.find(([codes, id]) => id === 'interrupted' && codes.test(code));
  const id =
    interrupted?.[1] ?? (phase === 'notifications' ? listeningTrouble(code) : troubleIn(phase, code));
  return diagnosis(id ?? 'unknown-trouble');
}

function troubleIn(phase: TransportFailure['phase'], code: string): TroubleId | undefined {
  return BY_PHASE[phase].find(([codes]) => codes.test(code))?.[1];
}

/** A listener's connection has steps of its own, and answers that speak for themselves: `step/code`. */
function listeningTrouble(code: string): TroubleId | undefined {
  const [, step, rest = ''] = /^(connect|proxy|tls|answer)\/(.+)$/.exec(code) ?? [];
  switch (step) {
    case 'connect':
    case 'proxy':
    case 'tls':
      return troubleIn(step, rest);
    case 'answer':
      return isTroubleId(rest) ? rest : undefined;
    default:
      return troubleIn('notifications', code);
  }
}
