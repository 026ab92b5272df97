import type { Socket } from 'node:net';
import { type Dispatcher, WebSocket } from 'undici';
import type { Pair } from '../model/exchange.ts';
import type { Deadlines } from './deadlines.ts';
import { errorOfAnswer, errorOfFailure, ListenError } from './listen-error.ts';
import type { CarrierOptions } from './message-carrier.ts';
import { openConnection } from './open-connection.ts';
import type { Passage } from './passage.ts';
import { sendFailureOf } from './send-failure.ts';
import { clientOver } from './single-connection.ts';
import { type UpgradeAnswer, UpgradeWitness } from './upgrade-witness.ts';

/** What ends an attempt, and what is to be destroyed with it. */
export interface Attempt {
  readonly passage: Passage;
  readonly deadlines: Deadlines;
}

export interface OpenWebSocket {
  readonly socket: WebSocket;
  /** What it goes over. */
  readonly wire: Socket;
}

/** A WebSocket over a connection made like any other of the tool; rejects with a `ListenError`. */
export async function openWebSocket(options: CarrierOptions, attempt: Attempt): Promise<OpenWebSocket> {
  const { url, route, headers, intake } = options;
  const { passage, deadlines } = attempt;
  const answers: UpgradeAnswer[] = [];
  try {
    const tunnelled = { ...route, alwaysTunnels: true };
    const wire = await openConnection(url, tunnelled, { passage, signal: deadlines.signal });
    passage.phase = 'response';
    deadlines.connected();
    // What comes in plain is counted by the carrier; this is for what only unpacks to too much.
    const limits = { headersTimeout: 0, webSocket: { maxPayloadSize: 2 * intake.bytesLeft } };
    const dispatcher = clientOver(wire, url.origin, limits).compose(witnessing(answers));
    const address = url.href.replace(/^http/, 'ws');
    const socket = new WebSocket(address, { dispatcher, headers: headersOf(headers.current()) });
    socket.binaryType = 'arraybuffer';
    await Promise.race([opening(socket), deadlines.overdue]);
    for (const answer of answers) headers.heed(answer.headers);
    return { socket, wire };
  } catch (error) {
    const [answer] = answers;
    if (answer !== undefined) throw refusalOf(answer);
    const cause: unknown = deadlines.signal.aborted ? deadlines.signal.reason : error;
    throw errorOfFailure(sendFailureOf(cause, passage));
  } finally {
    deadlines.end();
  }
}

function refusalOf({ status, headers }: UpgradeAnswer): ListenError {
  if (status === 101)
    return new ListenError('TRANSPORT_NOT_OFFERED', 'the server changed to something else than a WebSocket');
  return errorOfAnswer({ status, headers, body: { text: '' } }, 'TRANSPORT_NOT_OFFERED');
}

/** A WebSocket says of its opening only that it failed; what its connection complained of is asked of that. */
class NotOpenedError extends Error {
  readonly code = 'CONNECTION_CLOSED';

  constructor() {
    super('the connection was closed before the WebSocket stood');
  }
}

function opening(socket: WebSocket): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.addEventListener('open', () => resolve(), { once: true });
    socket.addEventListener('error', () => reject(new NotOpenedError()), { once: true });
  });
}

function headersOf(pairs: readonly Pair[]): Record<string, string> {
  return Object.fromEntries(pairs);
}

function witnessing(answers: UpgradeAnswer[]): Dispatcher.DispatcherComposeInterceptor {
  return (dispatch) => (options, handler) => dispatch(options, new UpgradeWitness(handler, answers));
}
