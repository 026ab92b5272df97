import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bytesOf } from '../../model/body-bytes.ts';
import type { Exchange, Pair } from '../../model/exchange.ts';
import type { Json } from '../../model/json.ts';

/** What Pact's verifier is shown under one token: a recorded answer, or a recorded message. */
export type Replay =
  | {
      readonly kind: 'response';
      readonly exchange: Exchange;
      readonly stateValues: Readonly<Record<string, Json>>;
    }
  | { readonly kind: 'message'; readonly data: Json };

/** What Pact's verifier asked for under one token. */
export interface ReplayLog {
  hits: number;
  /** The last request as Pact made it of the interaction and the state values. */
  asked: { readonly method: string; readonly url: string; readonly body: string } | undefined;
}

/** A server on loopback that gives recorded answers back; no request that reaches it goes any further. */
export interface ReplayGateway {
  readonly origin: string;
  readonly port: number;
  add(replay: Replay): { readonly token: string; readonly log: ReplayLog };
  remove(token: string): void;
  close(): Promise<void>;
}

interface Slot {
  readonly replay: Replay;
  readonly log: ReplayLog;
}

export async function startReplayGateway(): Promise<ReplayGateway> {
  const slots = new Map<string, Slot>();
  const server = createServer((request, response) => {
    readBody(request).then(
      (body) => answer(slots, request, body, response),
      () => response.destroy(),
    );
  });
  server.keepAliveTimeout = 1000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    add: (replay) => {
      const token = randomUUID();
      const log: ReplayLog = { hits: 0, asked: undefined };
      slots.set(token, { replay, log });
      return { token, log };
    },
    remove: (token) => void slots.delete(token),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

/** `/t/<token>/…` answers as recorded, `/s/<token>` gives state values, `/m/<token>` gives the message. */
function answer(
  slots: ReadonlyMap<string, Slot>,
  request: IncomingMessage,
  body: string,
  response: ServerResponse,
): void {
  const [, room, token = '', rest = ''] = /^\/([tsm])\/([^/?]+)(.*)$/s.exec(request.url ?? '') ?? [];
  const slot = slots.get(token);
  if (slot === undefined) {
    end(response, 404, [], '');
  } else if (room === 's') {
    const values = slot.replay.kind === 'response' ? slot.replay.stateValues : {};
    end(response, 200, JSON_TYPE, JSON.stringify(values));
  } else {
    slot.log.hits += 1;
    slot.log.asked = { method: request.method ?? '', url: rest, body };
    replay(slot.replay, response);
  }
}

function replay(recorded: Replay, response: ServerResponse): void {
  if (recorded.kind === 'message') giveMessage(response, recorded.data);
  else giveResponse(response, recorded.exchange);
}

const JSON_TYPE = [['content-type', 'application/json']] as const;

function giveMessage(response: ServerResponse, data: Json): void {
  const metadata = Buffer.from(JSON.stringify({ contentType: 'application/json' })).toString('base64');
  end(response, 200, [...JSON_TYPE, ['pact-message-metadata', metadata]], JSON.stringify(data));
}

/** Those of the connection, not of the answer; and `location`, which Pact would follow. */
const LEFT_OUT = new Set([
  ...['connection', 'keep-alive', 'transfer-encoding', 'te', 'trailer', 'upgrade', 'proxy-authenticate'],
  ...['content-length', 'content-encoding', 'location'],
]);

function giveResponse(response: ServerResponse, { result }: Exchange): void {
  if (result.kind === 'failure') {
    end(response, 599, [], '');
    return;
  }
  const { status, headers, body } = result.response;
  const kept = headers.filter(([name]) => !LEFT_OUT.has(name.toLowerCase())).map(canonical);
  end(response, status, kept, bytesOf(body));
}

/** Media types are compared without regard to case (RFC 9110, section 8.3.1); Pact compares texts. */
function canonical([name, value]: Pair): Pair {
  if (name.toLowerCase() !== 'content-type') return [name, value];
  return [name, value.replace(/^[^;]+/, (essence) => essence.toLowerCase())];
}

function end(
  response: ServerResponse,
  status: number,
  headers: readonly (readonly [string, string])[],
  body: string | Buffer,
): void {
  response.writeHead(status, headers.flat());
  response.end(body);
}
