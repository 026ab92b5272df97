import type { Json } from '../model/json.ts';

/** Whose notifications they are: a vendor, and what its user signs in with. */
export type Audience = string;

export interface PassingMessage {
  /** The session that it came over: who has two hears everything twice. */
  readonly session: string;
  readonly channel: string;
  readonly data: Json;
  /** By `performance.now()`. */
  readonly at: number;
}

/** One request, and what is told to its audience from then on. */
export interface Hearing {
  /** Some session of the audience has subscribed to the channel. */
  readonly isPossible: () => boolean;
  /** Something may have been missed. */
  readonly isTroubled: () => boolean;
  readonly messages: readonly PassingMessage[];
  /** Resolves when `isEnough`, after the time, or when nothing more is listened to. */
  readonly until: (isEnough: () => boolean, withinMs: number) => Promise<HearingEnd>;
  readonly close: () => void;
}

export type HearingEnd = 'enough' | 'deadline' | 'over';

/** A session of an application for notifications, as it is seen passing by. */
export interface PassingSession {
  readonly subscribed: (channel: string, isOn: boolean) => void;
  readonly heard: (channel: string, data: Json) => void;
  /** It has broken off, or was left: what was on its way is lost. */
  readonly broke: () => void;
  readonly over: () => void;
}

interface KnownSession {
  readonly audience: Audience;
  readonly channels: Set<string>;
}

interface OpenHearing {
  readonly audience: Audience;
  readonly messages: PassingMessage[];
  readonly lookers: Set<() => void>;
  isTroubled: boolean;
}

/** More than this of one hearing nobody judges. */
const MOST_MESSAGES = 1000;

/** Hands notifications that pass by to the requests that may be meant by them. */
export class NotificationDesk {
  readonly #sessions = new Map<string, KnownSession>();
  readonly #hearings = new Set<OpenHearing>();
  #isOver = false;

  session(id: string, audience: Audience): PassingSession {
    const known = this.#sessions.get(id) ?? { audience, channels: new Set<string>() };
    this.#sessions.set(id, known);
    return {
      subscribed: (channel, isOn) => {
        if (isOn) known.channels.add(channel);
        else known.channels.delete(channel);
      },
      heard: (channel, data) => {
        known.channels.add(channel);
        this.#tell(known.audience, { session: id, channel, data, at: performance.now() });
      },
      broke: () => {
        for (const hearing of this.#hearings) if (hearing.audience === audience) hearing.isTroubled = true;
      },
      over: () => this.#sessions.delete(id),
    };
  }

  /** Nobody waits any longer. */
  close(): void {
    this.#isOver = true;
    for (const { lookers } of this.#hearings) for (const look of [...lookers]) look();
  }

  listen(audience: Audience, channel: string): Hearing {
    const hearing: OpenHearing = { audience, messages: [], lookers: new Set(), isTroubled: false };
    this.#hearings.add(hearing);
    return {
      isPossible: () =>
        [...this.#sessions.values()].some(
          (one) => one.audience === audience && [...one.channels].some((pattern) => covers(pattern, channel)),
        ),
      isTroubled: () => hearing.isTroubled,
      messages: hearing.messages,
      until: (isEnough, withinMs) => waitUntil(hearing, isEnough, () => this.#isOver, withinMs),
      close: () => this.#hearings.delete(hearing),
    };
  }

  #tell(audience: Audience, message: PassingMessage): void {
    for (const hearing of this.#hearings) {
      if (hearing.audience !== audience || hearing.messages.length >= MOST_MESSAGES) continue;
      hearing.messages.push(message);
      for (const look of hearing.lookers) look();
    }
  }
}

function waitUntil(
  { lookers }: OpenHearing,
  isEnough: () => boolean,
  isOver: () => boolean,
  withinMs: number,
): Promise<HearingEnd> {
  return new Promise((resolve) => {
    const end = (how: HearingEnd): void => {
      clearTimeout(timer);
      lookers.delete(look);
      resolve(how);
    };
    const look = (): void => {
      if (isEnough()) end('enough');
      else if (isOver()) end('over');
    };
    const timer = setTimeout(() => end('deadline'), withinMs);
    lookers.add(look);
    look();
  });
}

/** `*` stands for one segment at the end, `**` for all that follow (Bayeux 1.0, section 2.2.1). */
function covers(pattern: string, channel: string): boolean {
  if (pattern.endsWith('/**')) return channel.startsWith(pattern.slice(0, -2));
  if (!pattern.endsWith('/*')) return pattern === channel;
  const parent = pattern.slice(0, -1);
  return channel.startsWith(parent) && !channel.slice(parent.length).includes('/');
}
