// The part of `ws` that the test server uses; it comes with the Bayeux client, without types.
declare module 'ws' {
  import type { IncomingMessage, Server } from 'node:http';

  export class WebSocket {
    send(data: string | Buffer): void;
    on(event: 'message', listen: (data: Buffer) => void): this;
    on(event: 'close', listen: () => void): this;
    terminate(): void;
  }

  export class WebSocketServer {
    readonly clients: Set<WebSocket>;
    constructor(options: {
      readonly server: Server;
      readonly perMessageDeflate?: boolean;
      readonly verifyClient?: (
        info: { readonly req: IncomingMessage },
        callback: (isWelcome: boolean, status?: number) => void,
      ) => void;
    });
    on(event: 'connection', listen: (socket: WebSocket, request: IncomingMessage) => void): this;
    on(event: 'headers', listen: (headers: string[]) => void): this;
    close(): void;
  }
}
