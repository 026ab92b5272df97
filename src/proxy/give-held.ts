import type { IncomingMessage, ServerResponse } from 'node:http';
import { endAnswer, giveBody, giveHead } from './give-answer.ts';
import type { Watch } from './onlooker.ts';
import { sendProblem } from './problem-answer.ts';

/** Keeps the answer back until it is judged; one that is too large to be judged is let go as it comes. */
export function giveHeld(
  answer: IncomingMessage,
  outgoing: ServerResponse,
  watch: Watch,
  most: number,
): void {
  const held: Buffer[] = [];
  let bytes = 0;
  const hold = (chunk: Buffer): void => {
    held.push(chunk);
    bytes += chunk.length;
    if (bytes <= most) return;
    answer.off('data', hold).off('end', judge);
    giveHead(answer, outgoing);
    for (const one of held.splice(0)) outgoing.write(one);
    giveBody(answer, outgoing);
  };
  const judge = async (): Promise<void> => {
    // Who cannot judge it has nothing to say against it; why not is told in the report.
    const objection = await watch.objection?.().catch(() => undefined);
    if (outgoing.destroyed || outgoing.headersSent) return;
    if (objection === undefined) giveWhole(answer, outgoing, held);
    else sendProblem(outgoing, objection);
  };
  answer.on('data', hold).once('end', judge);
}

function giveWhole(answer: IncomingMessage, outgoing: ServerResponse, body: readonly Buffer[]): void {
  giveHead(answer, outgoing);
  for (const chunk of body) outgoing.write(chunk);
  endAnswer(answer, outgoing);
}
