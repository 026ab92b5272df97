// Places to send requests to in which something other than the mock is found.
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { type CertificateWish, issueCertificate } from './issue-certificate.ts';
import type { Address } from './plant.ts';

/** A port that was free a moment ago. */
export async function nobody(): Promise<Address> {
  const { baseUrl, close } = await serve(createServer(), 'http');
  close();
  return { baseUrl, close: () => {} };
}

/** A label of more than 63 bytes is no host name, so that no name server is ever asked (RFC 1035, section 2.3.4). */
export async function unknownHost(): Promise<Address> {
  return { baseUrl: `http://${'a'.repeat(64)}.invalid`, close: () => {} };
}

/** A server behind a certificate that nobody here trusts. */
export function certified(wish: CertificateWish): () => Promise<Address> {
  return () => serve(createTlsServer(issueCertificate(wish)), 'https');
}

/** Something that answers a TLS greeting in plain text. */
export function plainServer(): Promise<Address> {
  return serve(
    createServer((socket) => socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))),
    'https',
  );
}

/** Answers every request with these bytes; then the connection is reset. */
export function resetAfter(bytes: string): () => Promise<Address> {
  return () =>
    serve(
      createServer((socket) => {
        socket.once('data', () => socket.write(bytes, () => setTimeout(() => socket.resetAndDestroy(), 20)));
      }),
      'http',
    );
}

/** Answers every request with these bytes; then the connection is closed in good order. */
export function closeAfter(bytes: string): () => Promise<Address> {
  return () =>
    serve(
      createServer((socket) => socket.once('data', () => socket.end(bytes))),
      'http',
    );
}

function serve(server: Server, scheme: 'http' | 'https'): Promise<Address> {
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket)).on('error', () => {});
  });
  server.on('tlsClientError', () => {});
  const close = (): void => {
    for (const socket of open) socket.destroy();
    server.close();
  };
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({ baseUrl: `${scheme}://127.0.0.1:${port}`, close });
    });
  });
}
