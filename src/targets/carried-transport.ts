import type { Advice, CometD, Message, Transport } from 'cometd';
import { ListenError } from './listen-error.ts';
import type { MessageCarrier } from './message-carrier.ts';

/** What CometD hands to a transport. It writes into the failure it is given. */
interface Envelope {
  readonly messages: Message[];
  readonly onSuccess: (received: readonly Message[]) => void;
  readonly onFailure: (conduit: null, sent: readonly Message[], failure: object) => void;
}

/**
 * A transport of CometD that sends by our own means. Those that come with it know neither authorities, client
 * certificates nor proxies that want a password, and read whatever comes without end.
 */
export class CarriedTransport implements Transport {
  type = '';
  url = '';
  readonly #carrier: MessageCarrier;
  #cometd: CometD | undefined;
  #receive: Envelope['onSuccess'] = () => {};

  constructor(open: (deliver: (messages: readonly Message[]) => void) => MessageCarrier) {
    this.#carrier = open((messages) => this.#receive(messages.map(soberly)));
  }

  registered(type: string, cometd: CometD): void {
    this.type = type;
    this.#cometd = cometd;
  }

  accept(): boolean {
    return true;
  }

  /** Called before each handshake; what is underway then is answered or fails by itself. */
  reset(): void {}

  send({ messages, onSuccess, onFailure }: Envelope, isConnect: boolean): void {
    this.#receive = onSuccess;
    const { maxNetworkDelay = 0 } = this.#cometd?.getConfiguration() ?? {};
    // A server holds the request to connect as long as it has advised.
    const held = isConnect ? (this.#cometd?.getAdvice().timeout ?? 0) : 0;
    this.#carrier.carry(messages, maxNetworkDelay + held).catch((error: unknown) => {
      onFailure(null, messages, { exception: error });
    });
  }

  /** CometD has done with its server for good. */
  abort(): void {
    this.close();
  }

  close(): void {
    this.#carrier.close();
  }
}

/** Why a message was not answered; undefined when it was. */
export function carriageErrorOf(message: Message): ListenError | undefined {
  const failure: unknown = Reflect.get(message, 'failure');
  if (typeof failure !== 'object' || failure === null) return undefined;
  const error: unknown = Reflect.get(failure, 'exception');
  return error instanceof ListenError ? error : new ListenError('LOST', String(error));
}

/** CometD stops dead at advice that does not fit the message; this says the same so that it goes on. */
function soberly(message: Message): Message {
  const { advice, channel } = message;
  if (advice?.reconnect === undefined || fits(advice, message)) return message;
  const { reconnect, ...rest } = advice;
  if (channel === '/meta/connect' && reconnect === 'handshake')
    return { ...message, successful: false, error: 'the server wants a new handshake' };
  return { ...message, advice: rest };
}

function fits({ reconnect }: Advice, { successful }: Message): boolean {
  return reconnect === 'retry' || reconnect === 'none' || (reconnect === 'handshake' && successful !== true);
}
