import type { Troubles } from './diagnosis.ts';

const LOOK_FIRST = 'Look first whether the vendor has carried the request out, then run again';

/** What comes back, and is no answer, or none to what was asked. */
export const ANSWER_TROUBLES = {
  'connection-reset': {
    says: 'the connection was reset before an answer came',
    blame: 'undetermined',
    next: `${LOOK_FIRST}; if it stays, ask whoever runs the host and the firewalls on the way.`,
    isPassing: true,
  },
  'closed-without-answer': {
    says: 'the connection was closed without an answer',
    blame: 'undetermined',
    next: `${LOOK_FIRST}; a host that wants a client certificate may also close like this.`,
    isPassing: true,
  },
  'no-answer': {
    says: 'the request was sent and no answer began in time',
    blame: 'undetermined',
    next: `${LOOK_FIRST}, with a longer time for answers if the vendor is known to be slow.`,
    isPassing: true,
  },
  'not-http': {
    says: 'what came back is not HTTP',
    blame: 'undetermined',
    next: 'Check scheme and port of the base URL: another service may listen there. If it does begin as HTTP, a line of its head is broken: report that to the vendor, or whoever runs what lies in between.',
    isPassing: false,
  },
  'headers-too-large': {
    says: 'the answer has more headers than any client need take',
    blame: 'undetermined',
    next: 'Report it to the vendor with the size; if a proxy adds cookies or headers, to whoever runs that.',
    isPassing: false,
  },
  'truncated-body': {
    says: 'the answer broke off before its body was whole',
    blame: 'undetermined',
    next: `${LOOK_FIRST}; if it breaks off at the same place each time, report that place to the vendor.`,
    isPassing: true,
  },
  'malformed-chunk': {
    says: 'the body of the answer is not cut into chunks as HTTP demands',
    blame: 'undetermined',
    next: 'Send it once past every proxy of yours: if it stays, report it to the vendor.',
    isPassing: false,
  },
  'body-stalled': {
    says: 'the answer began, and then its body did not go on',
    blame: 'undetermined',
    next: `${LOOK_FIRST}; if it stays, report to the vendor after how many bytes it stops.`,
    isPassing: true,
  },
  'endless-body': {
    says: 'the answer began, and its body had not ended in time',
    blame: 'undetermined',
    next: `${LOOK_FIRST}, with a longer time for answers; a body that never ends is the vendor’s to mend.`,
    isPassing: false,
  },
  'body-too-large': {
    says: 'the body of the answer is larger than is read here',
    blame: 'undetermined',
    next: 'Ask for less, for example a smaller page, or report the size to the vendor.',
    isPassing: false,
  },
  'undecodable-body': {
    says: 'the body is not packed as its Content-Encoding says',
    blame: 'vendor',
    next: 'Report it to the vendor: no client can unpack this answer.',
    isPassing: false,
  },
  'compression-bomb': {
    says: 'the body unpacks to more than is read here',
    blame: 'undetermined',
    next: 'Do not unpack it elsewhere: report it to the vendor, or whoever runs what lies in between.',
    isPassing: false,
  },
  'unknown-trouble': {
    says: 'the exchange failed with an error that is not known here',
    blame: 'undetermined',
    next: `Read the error itself. ${LOOK_FIRST}.`,
    isPassing: false,
  },
} as const satisfies Troubles<string>;
