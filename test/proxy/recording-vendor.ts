// A vendor that writes down every byte it is sent, connection by connection.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { hearing, type RawClient, withoutHops } from './proxied.ts';

export interface RecordingVendor {
  readonly origin: string;
  /** In the order in which they were opened. */
  readonly connections: readonly RawClient[];
}

/** `answer` is called when a request has come as a whole. */
export async function recordingVendor(
  answer: (path: string, response: ServerResponse, bytes: number) => void,
): Promise<RecordingVendor> {
  const connections: RawClient[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    let bytes = 0;
    response.sendDate = false;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
    });
    request.on('end', () => answer((request.url ?? '').replace(/\?.*/s, ''), response, bytes));
  });
  // After the server's own listener: a byte is heard here and read there.
  server.on('connection', (socket) => connections.push(hearing(socket)));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, connections };
}

/** What came over each connection but what belongs to the connection itself. */
export function heardBy(connections: readonly RawClient[]): readonly string[] {
  return connections.map((connection) => withoutHops(connection.come()));
}
