import { type IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/** Where Node hands over no answer to fill in: an ordinary one on the connection, which is its last. */
export function plainAnswerOn(incoming: IncomingMessage, socket: Duplex): ServerResponse {
  const outgoing = new ServerResponse(incoming);
  outgoing.shouldKeepAlive = false;
  outgoing.on('error', () => {}).once('finish', () => socket.end());
  // Node hands over a duplex, and writes to it as to the socket that it is.
  Reflect.apply(outgoing.assignSocket, outgoing, [socket]);
  return outgoing;
}
