import type { TransportFailure } from '../model/exchange.ts';
import type { ObservedExchange } from '../model/observed.ts';
import type { NotificationProtocol } from '../model/operation.ts';
import { requestScope } from '../targets/await-notifications.ts';
import { BoundedCopy, type CopyRoom } from './bounded-copy.ts';
import { type HeardOut, hearOut } from './hear-out.ts';
import type { Hearing } from './notification-desk.ts';
import { observedExchange, type Seen, sentRequest } from './observed-exchange.ts';
import type { AnswerHead, PassingRequest, Watch } from './onlooker.ts';
import type { ProblemAnswer } from './problem-answer.ts';

export interface ExchangeParts {
  readonly at: string;
  readonly request: PassingRequest;
  readonly room: CopyRoom;
  /** Bytes of a body beyond which it is not kept. */
  readonly most: number;
  /** Where notifications are documented, and somebody may hear them. */
  readonly awaited: Awaited | undefined;
  /** Takes what was seen as soon as there is time; `release` when it is done with. */
  readonly submit: (take: () => Promise<ObservedExchange>, release: () => void) => void;
  /** Where answers are held: what there is to be said against this one. */
  readonly objectTo: ((observed: ObservedExchange) => Promise<ProblemAnswer | undefined>) | undefined;
}

export interface Awaited {
  readonly protocol: NotificationProtocol;
  readonly pathTemplate: string;
  readonly hearing: Hearing;
  readonly timeoutMs: number;
}

const UNHEARD: HeardOut = { notifications: [], notificationWait: { kind: 'not-awaited' } };

/** Keeps a copy of what passes until it is judged. */
export class ExchangeWatch implements Watch {
  readonly #parts: ExchangeParts;
  readonly #sent: BoundedCopy;
  readonly #received: BoundedCopy;
  readonly #started = performance.now();
  readonly #sentAt = Date.now();
  #head: AnswerHead = { status: 0, headers: [] };
  #seen: Seen | undefined;
  #isOver = false;
  readonly holdsUpTo?: number;

  constructor(parts: ExchangeParts) {
    this.#parts = parts;
    this.#sent = new BoundedCopy(parts.room, parts.most);
    this.#received = new BoundedCopy(parts.room, parts.most);
    if (parts.objectTo !== undefined) this.holdsUpTo = parts.most;
  }

  readonly sent = (chunk: Buffer): void => this.#sent.add(chunk);
  readonly received = (chunk: Buffer): void => this.#received.add(chunk);
  readonly answered = (head: AnswerHead): void => {
    this.#head = head;
  };
  readonly ended = (): void => this.#end({ kind: 'answered', head: this.#head });
  readonly failed = (failure: TransportFailure): void => this.#end({ kind: 'failed', failure });

  readonly abandoned = (): void => {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#release();
  };

  readonly objection = async (): Promise<ProblemAnswer | undefined> => {
    const { objectTo } = this.#parts;
    if (this.#seen === undefined || objectTo === undefined) return undefined;
    return objectTo(await observedExchange(this.#seen, UNHEARD));
  };

  #end(ending: Seen['ending']): void {
    if (this.#isOver) return;
    this.#isOver = true;
    const { at, request, most, awaited } = this.#parts;
    const responseMs = performance.now() - this.#started;
    const seen: Seen = {
      ...{ at, request, most, ending, responseMs, sentAt: this.#sentAt },
      sent: this.#sent,
      received: this.#received,
    };
    this.#seen = seen;
    if (awaited === undefined) this.#submit(seen, UNHEARD);
    else void this.#hearOut(awaited).then((heard) => this.#submit(seen, heard));
  }

  #hearOut({ protocol, pathTemplate, hearing, timeoutMs }: Awaited): Promise<HeardOut> {
    const { body, ...request } = sentRequest(this.#parts.request, this.#sent);
    const text = body !== undefined && 'text' in body && isJson(body.text) ? body.text : undefined;
    const scope = requestScope({ ...request, body: text }, pathTemplate);
    const isAccepted = this.#head.status >= 200 && this.#head.status < 300;
    return hearOut(hearing, { protocol, scope, started: this.#started, isAccepted, timeoutMs });
  }

  #submit(seen: Seen, heard: HeardOut): void {
    this.#parts.submit(
      () => observedExchange(seen, heard),
      () => this.#release(),
    );
  }

  #release(): void {
    this.#parts.awaited?.hearing.close();
    this.#sent.release();
    this.#received.release();
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
