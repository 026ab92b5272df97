import type { Message } from 'cometd';
import type { ListenError } from './listen-error.ts';

/** Of messages sent together: what answers have to name, and who waits for them. */
interface Question {
  readonly ids: Set<string>;
  readonly answered: () => void;
  readonly failed: (error: ListenError) => void;
}

/** What was asked over a connection that carries everything, and is not answered yet. */
export class OpenQuestions {
  readonly #open = new Set<Question>();

  get isEmpty(): boolean {
    return this.#open.size === 0;
  }

  /** Resolves when each of the messages is answered; who is told that it takes too long has to end it. */
  ask(messages: readonly Message[], withinMs: number, onOverdue: () => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(onOverdue, withinMs);
      const settle = (): void => {
        clearTimeout(timer);
        this.#open.delete(question);
      };
      const question: Question = {
        ids: new Set(messages.flatMap(({ id }) => (id === undefined ? [] : [id]))),
        answered: () => {
          settle();
          resolve();
        },
        failed: (error) => {
          settle();
          reject(error);
        },
      };
      this.#open.add(question);
    });
  }

  answer(messages: readonly Message[]): void {
    const answered = messages.filter(isAnswer).flatMap(({ id }) => (id === undefined ? [] : [id]));
    for (const question of [...this.#open]) {
      for (const id of answered) question.ids.delete(id);
      if (question.ids.size === 0) question.answered();
    }
  }

  fail(error: ListenError): void {
    for (const question of [...this.#open]) question.failed(error);
  }
}

/** What a server sends of itself has data, and may have an id of its own. */
function isAnswer(message: Message): boolean {
  return message.channel.startsWith('/meta/') || message.data === undefined;
}
