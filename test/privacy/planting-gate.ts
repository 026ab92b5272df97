// Lies between a command and a vendor: knows the tenant by a credential of its own, and changes each answer.
import { createServer, type IncomingMessage, type ServerResponse, request as sendOn } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string;
}

export interface Planting {
  /** Origin of the vendor. */
  readonly vendor: string;
  /** The credential as the command has it, and as the vendor knows it. */
  readonly credential: readonly [own: string, real: string];
  /** What the command is answered; `url` is what it asked for. */
  readonly answer: (answer: Answer, url: string) => Answer;
}

export interface PlantingGate {
  readonly origin: string;
  /** Every answer as the command got it. */
  readonly answered: () => string;
}

export async function startPlantingGate(planting: Planting): Promise<PlantingGate> {
  const answered: string[] = [];
  const server = createServer((incoming, outgoing) => {
    serve(incoming, outgoing, planting).then(
      (answer) => answered.push(JSON.stringify(answer.headers), answer.body),
      () => outgoing.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, answered: () => answered.join('\n') };
}

async function serve(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { vendor, credential: [own, real], answer }: Planting,
): Promise<Answer> {
  const sent = await textOf(incoming);
  const { method = 'GET', url = '/' } = incoming;
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [name, String(value).replace(own, real)]),
  );
  const answered = await new Promise<IncomingMessage>((resolve, reject) => {
    const passedOn = sendOn(new URL(url, vendor), { method, headers }, resolve);
    passedOn.on('error', reject).end(sent);
    outgoing.on('close', () => passedOn.destroy());
  });
  const { 'transfer-encoding': _, 'content-length': __, ...kept } = answered.headers;
  const real200 = {
    status: answered.statusCode ?? 500,
    headers: Object.fromEntries(Object.entries(kept).map(([name, value]) => [name, value ?? ''])),
    body: await textOf(answered),
  };
  const planted = answer(real200, url);
  outgoing.writeHead(planted.status, planted.headers as Record<string, string>).end(planted.body);
  return planted;
}

async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}
