// Everything that a socket can do instead of answering, by what it does once somebody has connected.
import type { Socket } from 'node:net';
import type { TroubleId } from '../../src/diagnosis/catalogue.ts';
import type { FailurePhase } from '../../src/model/exchange.ts';
import type { HttpClientOptions } from '../../src/targets/http-client.ts';

export interface SocketFault {
  readonly does: string;
  readonly treat: (socket: Socket) => void;
  /** What is told of it: how far it came, and which trouble it is. */
  readonly phase: FailurePhase | number;
  readonly trouble: TroubleId;
  /** Limits that make it show sooner, or at all. */
  readonly limits?: Partial<HttpClientOptions>;
  /** It shows by nothing happening any more. */
  readonly waits?: boolean;
}

const HEAD = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n';
const CHUNKED = `${HEAD}transfer-encoding: chunked\r\n\r\n`;

const onRequest =
  (then: (socket: Socket) => void) =>
  (socket: Socket): void => {
    socket.once('data', () => then(socket));
  };

/** Sends this once it was asked, and ends. */
const bytes = (sent: string | Buffer) => onRequest((socket) => socket.end(sent));
/** Sends this, and nothing more, nor ends. */
const silence = (sent: string) => onRequest((socket) => socket.write(sent));

/** Writes a piece again and again for as long as somebody listens. */
const dribble = (head: string, piece: string, everyMs: number) =>
  onRequest((socket) => {
    socket.write(head);
    const timer = setInterval(() => socket.write(piece), everyMs);
    socket.on('close', () => clearInterval(timer));
  });

/** As much as is taken, as fast as it is taken. */
const flood = (head: string) =>
  onRequest((socket) => {
    const piece = 'x'.repeat(256 * 1024);
    const fill = (): void => {
      while (socket.writable && socket.write(piece));
    };
    socket.write(head);
    socket.on('drain', fill);
    fill();
  });

export const SOCKET_FAULTS: readonly SocketFault[] = [
  {
    does: 'resets the connection',
    treat: onRequest((socket) => socket.resetAndDestroy()),
    ...{ phase: 'response', trouble: 'connection-reset' },
  },
  {
    does: 'hangs up at once',
    treat: (socket) => socket.end(),
    ...{ phase: 'response', trouble: 'closed-without-answer' },
  },
  {
    does: 'hangs up after the request',
    treat: bytes(''),
    ...{ phase: 'response', trouble: 'closed-without-answer' },
  },
  {
    does: 'hangs up in the head',
    treat: bytes(HEAD),
    ...{ phase: 'response', trouble: 'closed-without-answer' },
  },
  {
    does: 'answers in another protocol',
    treat: bytes('SSH-2.0-x\r\n'),
    ...{ phase: 'response', trouble: 'not-http' },
  },
  {
    does: 'answers at random and hangs up',
    treat: bytes(Buffer.from([0x80, 0xff, 0x00, 0x13])),
    ...{ phase: 'response', trouble: 'not-http' },
  },
  {
    does: 'has no status',
    treat: bytes('HTTP/1.1 abc OK\r\n\r\n'),
    ...{ phase: 'response', trouble: 'not-http' },
  },
  {
    does: 'answers, and goes on at random',
    treat: bytes(`${CHUNKED}\u0000\u0013not a chunk\r\n`),
    ...{ phase: 'body', trouble: 'malformed-chunk' },
  },
  {
    does: 'sends no chunks where it says so',
    treat: bytes(`${CHUNKED}zz\r\n{}\r\n`),
    ...{ phase: 'body', trouble: 'malformed-chunk' },
  },
  {
    does: 'floods with headers',
    treat: bytes(`${HEAD}x: ${'y'.repeat(70_000)}\r\n\r\n`),
    ...{ phase: 'response', trouble: 'headers-too-large' },
  },
  {
    does: 'breaks off',
    treat: bytes(`${HEAD}content-length: 100\r\n\r\n{"a"`),
    ...{ phase: 'body', trouble: 'truncated-body' },
  },
  {
    does: 'breaks off between chunks',
    treat: bytes(`${CHUNKED}2\r\n{}\r\n`),
    ...{ phase: 'body', trouble: 'truncated-body' },
  },
  {
    does: 'sends more than is read',
    treat: flood(`${HEAD}\r\n`),
    ...{ phase: 'body', trouble: 'body-too-large' },
    limits: { maxBodyBytes: 100_000 },
  },
  {
    does: 'does not pack what it says is packed',
    treat: bytes(`${HEAD}content-encoding: gzip\r\ncontent-length: 4\r\n\r\nnope`),
    ...{ phase: 'body', trouble: 'undecodable-body' },
  },
  {
    does: 'packs with brotli what is none',
    treat: bytes(`${HEAD}content-encoding: br\r\ncontent-length: 4\r\n\r\nnope`),
    ...{ phase: 'body', trouble: 'undecodable-body' },
  },
  {
    does: 'sends to another host',
    treat: bytes('HTTP/1.1 302 Found\r\nlocation: https://other.invalid/x\r\ncontent-length: 0\r\n\r\n'),
    ...{ phase: 302, trouble: 'redirect-to-other-host' },
  },
  {
    does: 'wants fewer requests',
    treat: bytes('HTTP/1.1 429 Too Many Requests\r\nretry-after: 0\r\ncontent-length: 0\r\n\r\n'),
    ...{ phase: 429, trouble: 'rate-limited' },
  },
  {
    does: 'is unavailable for a while',
    treat: bytes('HTTP/1.1 503 Unavailable\r\nretry-after: 0\r\ncontent-length: 0\r\n\r\n'),
    ...{ phase: 503, trouble: 'unavailable-until' },
  },
  {
    does: 'never answers',
    treat: silence(''),
    ...{ phase: 'response', trouble: 'no-answer', limits: { timeoutMs: 200 }, waits: true },
  },
  {
    does: 'never ends its head',
    treat: dribble(HEAD, 'x: y\r\n', 20),
    ...{ phase: 'response', trouble: 'no-answer', limits: { timeoutMs: 200 }, waits: true },
  },
  {
    does: 'stops in the middle',
    treat: silence(`${HEAD}content-length: 9\r\n\r\n{`),
    ...{ phase: 'body', trouble: 'body-stalled', limits: { bodyMs: 150 }, waits: true },
  },
  {
    does: 'never ends its body',
    treat: dribble(CHUNKED, '1\r\n \r\n', 20),
    ...{ phase: 'body', trouble: 'endless-body', limits: { timeoutMs: 300, bodyMs: 200 }, waits: true },
  },
];

/** Slow, and nothing but slow. */
export const slowAnswer = (body: string) =>
  onRequest((socket) => {
    const pieces = [`HTTP/1.1 200 OK\r\ncontent-length: ${body.length}\r\n\r\n`, ...body];
    const timer = setInterval(() => {
      const piece = pieces.shift();
      if (piece === undefined) socket.end();
      else socket.write(piece);
    }, 5);
    socket.on('close', () => clearInterval(timer));
  });
