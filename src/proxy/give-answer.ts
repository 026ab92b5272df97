import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Pair } from '../model/exchange.ts';
import { endsConnection, isUnframed, NEVER_A_BODY } from './ends-connection.ts';
import { endToEnd, hasField, isChunked, pairsOf, trailersOf, withoutVainTrailer } from './hop-by-hop.ts';

export function give(answer: IncomingMessage, outgoing: ServerResponse): void {
  giveHead(answer, outgoing);
  giveBody(answer, outgoing);
}

/** Begins the answer to the application with the head of the vendor's. */
export function giveHead(answer: IncomingMessage, outgoing: ServerResponse): void {
  const { statusCode = 502, statusMessage = '' } = answer;
  if (endsConnection(answer, outgoing.req.method)) outgoing.shouldKeepAlive = false;
  const patience = outgoing.shouldKeepAlive ? patienceOf(answer) : [];
  const fields = [...fieldsOf(answer, outgoing), ...patience];
  outgoing.sendDate = false;
  // A body that ends with its connection goes on as one that ends with its connection.
  if (!hasField(fields, 'content-length')) outgoing.removeHeader('content-length');
  if (!hasField(fields, 'transfer-encoding')) outgoing.removeHeader('transfer-encoding');
  outgoing.writeHead(statusCode, statusMessage, fields.flat());
  // With the first bytes of the body where they have come too; alone where they let us wait.
  setImmediate(() => outgoing.flushHeaders());
}

function fieldsOf({ statusCode = 0, rawHeaders }: IncomingMessage, { req }: ServerResponse) {
  const isOld = req.httpVersion === '1.0';
  const fields = endToEnd(rawHeaders).filter(
    ([name]) => !isOld || name.toLowerCase() !== 'transfer-encoding',
  );
  return withoutVainTrailer(fields, isChunked(fields) && !NEVER_A_BODY.has(statusCode));
}

/** The application's connection lives as long as the vendor's, so how long that one waits is to be known. */
function patienceOf({ rawHeaders }: IncomingMessage): readonly Pair[] {
  return pairsOf(rawHeaders).filter(([name]) => name.toLowerCase() === 'keep-alive');
}

/** The application sees what we saw: an answer that breaks off after what has come of it. */
export function breakOff(answer: IncomingMessage, outgoing: ServerResponse): void {
  const { socket, req } = outgoing;
  outgoing.flushHeaders();
  // Of a body that ends with its connection nobody could tell.
  if (isUnframed(answer, req.method)) socket?.resetAndDestroy();
  else socket?.destroySoon();
}

/** Passes the body on as fast as it is taken, and after it what follows a body. */
export function giveBody(answer: IncomingMessage, outgoing: ServerResponse): void {
  answer.pipe(outgoing, { end: false });
  answer.once('end', () => endAnswer(answer, outgoing));
}

export function endAnswer(answer: IncomingMessage, outgoing: ServerResponse): void {
  if (answer.rawTrailers.length > 0) outgoing.addTrailers(trailersOf(answer));
  outgoing.end();
}

/** Passes on that the vendor is at work, or wants the body (RFC 9110, section 15.2). */
export function giveInterim(
  { statusCode, statusMessage, rawHeaders }: InterimAnswer,
  outgoing: ServerResponse,
): void {
  if (outgoing.headersSent || outgoing.req.httpVersion === '1.0') return;
  outgoing.socket?.write(rawHead(statusCode, statusMessage, rawHeaders), 'latin1');
}

export interface InterimAnswer {
  readonly statusCode: number;
  readonly statusMessage: string;
  readonly rawHeaders: readonly string[];
}

export function rawHead(status: number, message: string, rawHeaders: readonly string[]): string {
  const fields = pairsOf(rawHeaders).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${message}\r\n${fields.join('')}\r\n`;
}
