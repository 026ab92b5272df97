// The Bayeux protocol at the server's end, small enough to be made to misbehave (Bayeux 1.0, sections 4 and 5).
import type { Json, JsonObject } from '../../src/model/json.ts';

/** What a server says instead of the usual; undefined where it says that. */
export type Script = (
  message: JsonObject,
  usual: () => readonly JsonObject[],
) => readonly JsonObject[] | undefined;

interface Session {
  readonly channels: Set<string>;
  readonly waiting: JsonObject[];
  /** Answers the request to connect that is being held. */
  release: (() => void) | undefined;
}

export class BayeuxSessions {
  readonly asked: JsonObject[] = [];
  readonly #sessions = new Map<string, Session>();
  readonly #script: Script;
  #count = 0;

  constructor(script: Script = () => undefined) {
    this.#script = script;
  }

  get size(): number {
    return this.#sessions.size;
  }

  channels(): readonly string[] {
    return this.asked
      .filter(({ channel }) => channel !== '/meta/connect')
      .map(({ channel }) => String(channel));
  }

  /** To every session that subscribed. */
  push(channel: string, ...data: readonly Json[]): void {
    for (const session of this.#sessions.values()) {
      if (!session.channels.has(channel)) continue;
      session.waiting.push(...data.map((one) => ({ channel, data: one })));
      session.release?.();
    }
  }

  /** As after a restart: nobody is known any more. */
  forget(): void {
    const sessions = [...this.#sessions.values()];
    this.#sessions.clear();
    for (const session of sessions) session.release?.();
  }

  async answer(message: JsonObject): Promise<readonly JsonObject[]> {
    this.asked.push(message);
    const session = this.#sessions.get(String(message['clientId']));
    if (message['channel'] === '/meta/connect' && session !== undefined && !isHasty(message)) {
      if (session.waiting.length === 0)
        await new Promise<void>((resolve) => {
          session.release = resolve;
        });
    }
    return this.#script(message, () => this.#usual(message)) ?? this.#usual(message);
  }

  #usual(message: JsonObject): readonly JsonObject[] {
    const { channel = '', id = '' } = message;
    const reply = { channel, id, successful: true };
    if (channel === '/meta/handshake') return [this.#handshake(reply)];
    const clientId = String(message['clientId']);
    const session = this.#sessions.get(clientId);
    if (session === undefined)
      return [
        {
          ...reply,
          successful: false,
          error: '402::session_unknown',
          advice: { reconnect: 'handshake', interval: 0 },
        },
      ];
    if (channel === '/meta/subscribe') session.channels.add(String(message['subscription']));
    if (channel === '/meta/disconnect') {
      this.#sessions.delete(clientId);
      session.release?.();
    }
    const told = channel === '/meta/connect' ? session.waiting.splice(0) : [];
    return [
      ...told,
      {
        ...reply,
        clientId,
        ...('subscription' in message ? { subscription: message['subscription'] ?? null } : {}),
      },
    ];
  }

  #handshake(reply: JsonObject): JsonObject {
    this.#count += 1;
    const clientId = `client-${this.#count}`;
    this.#sessions.set(clientId, { channels: new Set(), waiting: [], release: undefined });
    const advice = { reconnect: 'retry', interval: 0, timeout: 5000 };
    const supportedConnectionTypes = ['websocket', 'long-polling'];
    return { ...reply, clientId, version: '1.0', supportedConnectionTypes, advice };
  }
}

function isHasty({ advice }: JsonObject): boolean {
  return typeof advice === 'object' && advice !== null && 'timeout' in advice && advice['timeout'] === 0;
}
