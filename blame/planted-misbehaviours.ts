import type { AnswerChange, Fault } from '../src/mock/faults/fault.ts';

/** A change to every answer that no name is listed for. */
export function misbehaviour(change: AnswerChange): Fault {
  return {
    name: 'planted',
    operation: '*',
    title: 'planted',
    effect: { kind: 'changes', when: 'always', change },
  };
}

export function withStatus(status: number): AnswerChange {
  return (answer) => ({ ...answer, status, body: undefined, text: '', headers: {}, notifications: [] });
}
