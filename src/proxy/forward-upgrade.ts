import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { diagnoseFailure } from '../diagnosis/diagnose-failure.ts';
import type { Pair } from '../model/exchange.ts';
import { askVendor, fieldsFor } from './ask-vendor.ts';
import type { Way } from './find-destination.ts';
import { give, rawHead } from './give-answer.ts';
import { pairsOf } from './hop-by-hop.ts';
import { isMalformed, MalformedAnswerError } from './malformed-answer.ts';
import type { Onlooker, Watch } from './onlooker.ts';
import { plainAnswerOn } from './plain-answer.ts';
import { sendProblem, unreachable } from './problem-answer.ts';
import { VendorAgent } from './vendor-agent.ts';

/** A connection of the application that is to become something else. */
export interface Upgrading {
  readonly incoming: IncomingMessage;
  readonly socket: Duplex;
  /** What has come after the request. */
  readonly head: Buffer;
}

/** Asks the vendor to change over, and joins both connections where it does. */
export function forwardUpgrade(upgrading: Upgrading, way: Way, onlooker: Onlooker): void {
  const { incoming, socket } = upgrading;
  const { destination } = way;
  const route = { ...destination.route, alwaysTunnels: true };
  const agent = new VendorAgent({ ...destination, route });
  const fields = fieldsFor(incoming, way);
  const watch = onlooker.watch({ ...way, method: incoming.method ?? 'GET', headers: fields });
  const change: readonly Pair[] = [
    ['Connection', 'Upgrade'],
    ['Upgrade', incoming.headers.upgrade ?? ''],
  ];
  const asked = askVendor(
    incoming,
    [...fields, ...change],
    { ...way, destination: { ...destination, route } },
    agent,
  );
  let outgoing: ServerResponse | undefined;
  const fail = (error: Error): void => {
    if (socket.destroyed || socket.writableEnded || outgoing !== undefined) return;
    const failure = agent.failureOf(error);
    watch?.failed(failure);
    outgoing = plainAnswerOn(incoming, socket);
    sendProblem(outgoing, unreachable(destination.vendor, diagnoseFailure(failure), failure));
  };
  asked.once('upgrade', (answer, vendor, first) => join(upgrading, { answer, vendor, first }, watch));
  asked.once('response', (answer) => {
    if (isMalformed(answer)) {
      fail(new MalformedAnswerError(answer));
      answer.socket.destroy();
      return;
    }
    outgoing = plainAnswerOn(incoming, socket);
    watch?.answered({ status: answer.statusCode ?? 0, headers: pairsOf(answer.rawHeaders) });
    if (watch !== undefined) answer.on('data', watch.received).once('end', watch.ended);
    answer.on('error', () => socket.destroy());
    give(answer, outgoing);
  });
  asked.on('error', fail);
  socket.on('error', () => socket.destroy());
  socket.once('close', () => {
    watch?.abandoned();
    agent.destroy();
  });
  asked.end();
}

interface Changed {
  readonly answer: IncomingMessage;
  readonly vendor: Duplex;
  /** What has come after the answer's head. */
  readonly first: Buffer;
}

function join(
  { socket, head }: Upgrading,
  { answer, vendor, first }: Changed,
  watch: Watch | undefined,
): void {
  const { statusCode = 101, statusMessage = '', rawHeaders } = answer;
  const hear = watch?.switched?.({ status: statusCode, headers: pairsOf(rawHeaders) });
  socket.write(rawHead(statusCode, statusMessage, rawHeaders), 'latin1');
  if (head.length > 0) vendor.write(head);
  if (first.length > 0) vendor.unshift(first);
  if (hear !== undefined) vendor.on('data', hear);
  vendor.on('error', () => socket.destroy());
  vendor.once('close', () => {
    // An application may go on for long without noticing that nobody speaks any more.
    watch?.abandoned();
    socket.end();
  });
  socket.pipe(vendor).pipe(socket);
}
