import { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { ClientConnection } from './client-connection.ts';
import { plainAnswerOn } from './plain-answer.ts';
import { malformedRequest, sendProblem } from './problem-answer.ts';

/** What Node cannot read as a request cannot be passed on. Requests before it are answered first. */
export function refuseMalformed(error: Error, socket: Socket, connection: ClientConnection): void {
  const isRequest = 'code' in error && String(error.code).startsWith('HPE_');
  if (!isRequest || !socket.writable) {
    socket.destroy();
    return;
  }
  // It would only be read over and over.
  socket.pause();
  const problem = malformedRequest(error);
  const { halfAsked } = connection;
  if (halfAsked === undefined)
    connection.whenIdle(() => sendProblem(plainAnswerOn(new IncomingMessage(socket), socket), problem));
  else if (halfAsked.headersSent) socket.destroy();
  else {
    halfAsked.shouldKeepAlive = false;
    sendProblem(halfAsked, problem);
  }
}
