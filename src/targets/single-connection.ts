import type { Socket } from 'node:net';
import { Client } from 'undici';

/**
 * An HTTP client over this one connection. Where the other side has closed it meanwhile, another would be opened in
 * silence and the request sent over that: it gets none.
 */
export function clientOver(socket: Socket, origin: string, options: Client.Options = {}): Client {
  let isTaken = false;
  return new Client(origin, {
    ...options,
    connect: (_, done) => {
      const isFirst = !isTaken;
      isTaken = true;
      // The client does not notice a connection that is there before it has finished asking for one.
      setImmediate(() =>
        isFirst && !socket.destroyed ? done(null, socket) : done(new ConnectionClosedError(), null),
      );
    },
  });
}

class ConnectionClosedError extends Error {
  /** Under the client's own code for this it would go on asking for connections, without end. */
  readonly code = 'CONNECTION_CLOSED';

  constructor() {
    super('other side closed');
  }
}
