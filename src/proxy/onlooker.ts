import type { Pair, TransportFailure } from '../model/exchange.ts';
import type { Way } from './find-destination.ts';
import type { ProblemAnswer } from './problem-answer.ts';

/** A request as the vendor gets it. */
export interface PassingRequest extends Way {
  readonly method: string;
  readonly headers: readonly Pair[];
}

export interface AnswerHead {
  readonly status: number;
  readonly headers: readonly Pair[];
}

/** Looks on while requests pass. Nothing that it does may hold them up, but where an answer is to be held. */
export interface Onlooker {
  /** Undefined where nothing is to be seen. */
  readonly watch: (request: PassingRequest) => Watch | undefined;
  /** Why a request is not passed on. */
  readonly forbids?: (request: PassingRequest) => ProblemAnswer | undefined;
}

/** What is told of one request. The last thing is one of `ended`, `failed` and `abandoned`. */
export interface Watch {
  readonly sent: (chunk: Buffer) => void;
  readonly answered: (head: AnswerHead) => void;
  readonly received: (chunk: Buffer) => void;
  /** The whole answer has come. */
  readonly ended: () => void;
  readonly failed: (failure: TransportFailure) => void;
  /** The application has hung up: nothing is known of the answer. */
  readonly abandoned: () => void;
  /** The connection goes on as something else; gives who hears what the vendor says on it. */
  readonly switched?: (head: AnswerHead) => ((chunk: Buffer) => void) | undefined;
  /** Where the answer is to be held until it is judged: the bytes beyond which it is let go all the same. */
  readonly holdsUpTo?: number;
  /** Asked of a held answer after `ended`: what is to be answered in its place. */
  readonly objection?: () => Promise<ProblemAnswer | undefined>;
}
