import type { Json } from '../model/json.ts';
import { MessageIntake } from '../targets/message-intake.ts';
import { BoundedCopy, type CopyRoom } from './bounded-copy.ts';
import { tokensIn } from './hop-by-hop.ts';
import type { Audience, NotificationDesk, PassingSession } from './notification-desk.ts';
import type { AnswerHead, Watch } from './onlooker.ts';
import { WebSocketFrames } from './websocket-frames.ts';

export interface BayeuxParts {
  readonly desk: NotificationDesk;
  readonly room: CopyRoom;
  readonly most: number;
  readonly audience: Audience;
}

let connections = 0;

/** Reads along where an application listens to notifications: the polls of a session, or the frames of a WebSocket. */
export function watchBayeux({ desk, room, most, audience }: BayeuxParts): Watch {
  const asked = new BoundedCopy(room, most);
  const answered = new BoundedCopy(room, most);
  const session = (): PassingSession | undefined => {
    const id = messagesIn(asked.whole()).find(({ clientId }) => clientId !== undefined)?.clientId;
    return id === undefined ? undefined : desk.session(id, audience);
  };
  const end = (tell: (session: PassingSession | undefined) => void): void => {
    tell(session());
    asked.lose();
    answered.lose();
  };
  let leave = (): void => end((own) => own?.broke());
  return {
    sent: (chunk) => asked.add(chunk),
    answered: () => {},
    received: (chunk) => answered.add(chunk),
    ended: () => {
      if (answered.isLost || asked.isLost) leave();
      else end((own) => own && hear(own, answered.whole()));
    },
    failed: () => leave(),
    abandoned: () => leave(),
    switched: (head) => {
      connections += 1;
      const own = desk.session(`websocket ${connections}`, audience);
      const frames = new WebSocketFrames((text) => hear(own, Buffer.from(text)), most, isDeflated(head));
      leave = () => {
        // Both ends leave, and who listens anew in between has lost nothing.
        leave = () => {};
        frames.end();
        own.broke();
        own.over();
      };
      return (chunk) => frames.add(chunk);
    },
  };
}

function isDeflated({ headers }: AnswerHead): boolean {
  return tokensIn(headers, 'sec-websocket-extensions').some((token) =>
    token.startsWith('permessage-deflate'),
  );
}

type BayeuxMessage = ReturnType<MessageIntake['read']>[number];

/** What is no Bayeux is nothing to us: it passes all the same. */
function messagesIn(bytes: Buffer): readonly BayeuxMessage[] {
  const text = bytes.toString('utf8').trim();
  try {
    return new MessageIntake().read(text.startsWith('[') ? text : `[${text}]`);
  } catch {
    return [];
  }
}

function hear(session: PassingSession, bytes: Buffer): void {
  for (const message of messagesIn(bytes)) {
    const { channel, successful, data } = message;
    if (channel === '/meta/disconnect') session.over();
    else if (channel === '/meta/connect' && successful === false) session.over();
    else if (channel.startsWith('/meta/')) subscribe(session, message);
    // What was JSON on the wire is JSON.
    else if (data !== undefined) session.heard(channel, data as Json);
  }
}

function subscribe(session: PassingSession, message: BayeuxMessage): void {
  const { channel, successful } = message;
  if (successful !== true || !/^\/meta\/(un)?subscribe$/.test(channel)) return;
  const subscription: unknown = message.subscription;
  for (const one of Array.isArray(subscription) ? subscription : [subscription])
    if (typeof one === 'string') session.subscribed(one, channel === '/meta/subscribe');
}
