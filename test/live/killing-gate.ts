// What lies between a command and a vendor and kills the command at a boundary: at the n-th arrival of a request,
// before the vendor has it, or with its answer on the way back.
import type { ChildProcess } from 'node:child_process';
import { createServer, type IncomingMessage, type ServerResponse, request as sendOn } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface KillingGate {
  readonly origin: string;
  /** From now on boundaries are counted anew, and the child is killed at that one. */
  readonly watch: (child: ChildProcess | undefined, killAt: number) => void;
  readonly passed: () => number;
}

export async function startKillingGate(vendor: string): Promise<KillingGate> {
  let child: ChildProcess | undefined;
  let killAt = Number.POSITIVE_INFINITY;
  let passed = 0;
  /** Tells whether the child lives on. */
  const pass = (): boolean => {
    passed += 1;
    if (passed - 1 === killAt) child?.kill('SIGKILL');
    return passed - 1 < killAt;
  };
  const server = createServer((incoming, outgoing) => {
    serve(incoming, outgoing, vendor, pass).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    watch: (next, at) => {
      child = next;
      killAt = at;
      passed = 0;
    },
    passed: () => passed,
  };
}

async function serve(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  origin: string,
  pass: () => boolean,
): Promise<void> {
  const sent = await bytesOf(incoming);
  if (!pass()) return;
  const { method, url = '/', headers } = incoming;
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const passedOn = sendOn(new URL(url, origin), { method: method ?? 'GET', headers }, resolve);
    passedOn.on('error', reject).end(sent);
    // A request that is held, such as one for notifications, ends with whoever sent it.
    outgoing.on('close', () => passedOn.destroy());
  });
  const received = await bytesOf(answer);
  if (!pass()) return;
  const { 'transfer-encoding': _, ...kept } = answer.headers;
  outgoing.writeHead(answer.statusCode ?? 500, kept).end(received);
}

async function bytesOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
}
