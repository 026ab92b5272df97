import type { Message } from 'cometd';
import { ListenError } from './listen-error.ts';

/** How much one listener takes in, and how often it asks, before it gives up. */
export interface IntakeLimits {
  readonly bytes: number;
  readonly messages: number;
  readonly requests: number;
}

const LIMITS: IntakeLimits = { bytes: 16 * 1024 * 1024, messages: 10_000, requests: 1000 };

/** Makes Bayeux messages of what came, and counts, so that no server keeps a listener busy without end. */
export class MessageIntake {
  #bytes: number;
  #messages: number;
  #requests: number;

  constructor(limits: Partial<IntakeLimits> = {}) {
    const { bytes, messages, requests } = { ...LIMITS, ...limits };
    this.#bytes = bytes;
    this.#messages = messages;
    this.#requests = requests;
  }

  get bytesLeft(): number {
    return this.#bytes;
  }

  /** Counts one request of ours. */
  ask(): void {
    this.#requests -= 1;
    if (this.#requests < 0 || this.#bytes <= 0) throw tooMuch('requests');
  }

  read(text: string): readonly Message[] {
    this.#bytes -= Buffer.byteLength(text, 'utf8');
    if (this.#bytes < 0) throw tooMuch('bytes');
    const messages = messagesOf(text);
    this.#messages -= messages.length;
    if (this.#messages < 0) throw tooMuch('messages');
    return messages;
  }
}

export function tooMuch(what: string): ListenError {
  return new ListenError('TOO_MUCH', `more ${what} than one listener takes`);
}

/** A list of objects with a channel (Bayeux 1.0, sections 3.1 and 4.1); what it holds else is the client's to look at. */
function messagesOf(text: string): readonly Message[] {
  const value = parsed(text);
  if (Array.isArray(value) && value.length > 0 && value.every(isMessage)) return value;
  throw new ListenError('NOT_BAYEUX', 'what came is no list of Bayeux messages');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isMessage(value: unknown): value is Message {
  return (
    typeof value === 'object' && value !== null && 'channel' in value && typeof value.channel === 'string'
  );
}
