import type { ClientRequest, IncomingMessage, ServerResponse } from 'node:http';
import { diagnoseFailure } from '../diagnosis/diagnose-failure.ts';
import { endsConnection, isUnframed } from './ends-connection.ts';
import { breakOff, give, giveInterim } from './give-answer.ts';
import { giveHeld } from './give-held.ts';
import { pairsOf } from './hop-by-hop.ts';
import { isMalformed, MalformedAnswerError } from './malformed-answer.ts';
import type { Watch } from './onlooker.ts';
import { sendProblem, unreachable } from './problem-answer.ts';
import type { VendorAgent } from './vendor-agent.ts';

/** To the application, past whoever looks on. */
export interface WayBack {
  readonly outgoing: ServerResponse;
  readonly vendor: string;
  readonly agent: VendorAgent;
  readonly watch: Watch | undefined;
}

/** Passes on what is answered, or says that nothing is. */
export function passAnswer(asked: ClientRequest, back: WayBack): void {
  const { outgoing, watch } = back;
  let isTold = false;
  // The application may have hung up, or heard that the rest of its request is none.
  const isOver = (): boolean => isTold || outgoing.headersSent || outgoing.destroyed;
  const fail = (error: Error): void => {
    if (isOver()) return;
    isTold = true;
    tellFailure(asked, error, back);
  };
  const receive = (answer: IncomingMessage): void => {
    if (isMalformed(answer)) fail(new MalformedAnswerError(answer));
    if (isOver()) {
      answer.socket.destroy();
      return;
    }
    isTold = true;
    take(asked, answer, back);
  };
  asked.on('information', (interim) => giveInterim(interim, outgoing));
  asked.once('response', receive).once('upgrade', receive).on('error', fail);
  outgoing.once('close', () => {
    if (outgoing.writableFinished && isTold) return;
    watch?.abandoned();
    asked.destroy();
  });
}

function take(asked: ClientRequest, answer: IncomingMessage, back: WayBack): void {
  const { outgoing, agent, watch } = back;
  // Node takes the head of an answer without a length for one whose body ends with its connection.
  if (!endsConnection(answer, asked.method)) asked.shouldKeepAlive = true;
  agent.passage.phase = 'body';
  watch?.answered({ status: answer.statusCode ?? 0, headers: pairsOf(answer.rawHeaders) });
  if (watch !== undefined) answer.on('data', watch.received);
  answer.once('end', () => {
    agent.passage.phase = 'response';
    watch?.ended();
  });
  // What was wrong is told before the answer breaks off, and says more than that.
  let trouble: Error | undefined;
  asked.on('error', (error) => {
    trouble = error;
    // Node takes a connection that was torn down for the end of such a body.
    if (isUnframed(answer, asked.method)) answer.destroy(error);
  });
  answer.on('error', (error) => {
    if (outgoing.headersSent) {
      watch?.failed(agent.failureOf(trouble ?? error));
      breakOff(answer, outgoing);
    } else answerInPlace(trouble ?? error, back);
  });
  if (watch?.holdsUpTo === undefined) give(answer, outgoing);
  else giveHeld(answer, outgoing, watch, watch.holdsUpTo);
}

/** Of an old connection that breaks a client knows what to do; it is not for us to send anything again. */
function tellFailure(asked: ClientRequest, error: Error, back: WayBack): void {
  if (!asked.reusedSocket) {
    answerInPlace(error, back);
    return;
  }
  back.watch?.abandoned();
  back.outgoing.destroy();
}

function answerInPlace(error: Error, { outgoing, vendor, agent, watch }: WayBack): void {
  if (outgoing.destroyed) return;
  const failure = agent.failureOf(error);
  watch?.failed(failure);
  // Who has said all sees the connection end as the vendor's does; who still speaks may go on, though nobody listens.
  const { req } = outgoing;
  if (req.complete) outgoing.shouldKeepAlive = false;
  sendProblem(outgoing, unreachable(vendor, diagnoseFailure(failure), failure));
  req.unpipe().resume();
}
