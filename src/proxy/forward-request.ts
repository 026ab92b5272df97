import type { ClientRequest, IncomingMessage, ServerResponse } from 'node:http';
import { diagnoseFailure } from '../diagnosis/diagnose-failure.ts';
import { askVendor, fieldsFor } from './ask-vendor.ts';
import type { Way } from './find-destination.ts';
import { give, giveInterim } from './give-answer.ts';
import { giveHeld } from './give-held.ts';
import { pairsOf, trailersOf } from './hop-by-hop.ts';
import type { Onlooker, PassingRequest, Watch } from './onlooker.ts';
import { sendProblem, unreachable } from './problem-answer.ts';
import type { VendorAgent } from './vendor-agent.ts';

/** Passes one request on, and its answer back; `over` is called once, however it ends. */
export function forwardRequest(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  way: Way,
  {
    agent,
    onlooker,
    over,
  }: { readonly agent: VendorAgent; readonly onlooker: Onlooker; readonly over: () => void },
): void {
  const headers = fieldsFor(incoming, way);
  const request = { ...way, method: incoming.method ?? 'GET', headers };
  // Whoever has hung up is told of by its closing.
  outgoing.on('error', () => {}).once('close', over);
  const objection = onlooker.forbids?.(request);
  if (objection === undefined) pass(incoming, outgoing, request, { agent, onlooker });
  else sendProblem(outgoing, objection);
}

function pass(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  request: PassingRequest,
  { agent, onlooker }: { readonly agent: VendorAgent; readonly onlooker: Onlooker },
): void {
  const watch = onlooker.watch(request);
  const asked = askVendor(incoming, request.headers, request, agent);
  passBody(incoming, asked, watch);
  asked.on('information', (interim) => giveInterim(interim, outgoing));
  asked.once('response', (answer) => passAnswer(answer, outgoing, { agent, watch }));
  let hasFailed = false;
  asked.on('error', (error) => {
    if (!hasFailed) tellFailure(error, { asked, outgoing, vendor: request.destination.vendor, agent, watch });
    hasFailed = true;
  });
  outgoing.once('close', () => {
    if (outgoing.writableFinished) return;
    watch?.abandoned();
    asked.destroy();
  });
}

function passBody(incoming: IncomingMessage, asked: ClientRequest, watch: Watch | undefined): void {
  if (watch !== undefined) incoming.on('data', watch.sent);
  incoming.pipe(asked, { end: false });
  incoming.once('end', () => {
    if (incoming.rawTrailers.length > 0) asked.addTrailers(trailersOf(incoming));
    asked.end();
  });
  // What is long in coming, or waits for leave, is announced.
  setImmediate(() => {
    if (!asked.destroyed) asked.flushHeaders();
  });
}

interface Passing {
  readonly agent: VendorAgent;
  readonly watch: Watch | undefined;
}

function passAnswer(answer: IncomingMessage, outgoing: ServerResponse, { agent, watch }: Passing): void {
  agent.passage.phase = 'body';
  watch?.answered({ status: answer.statusCode ?? 0, headers: pairsOf(answer.rawHeaders) });
  if (watch !== undefined) answer.on('data', watch.received);
  answer.once('end', () => {
    agent.passage.phase = 'response';
    watch?.ended();
  });
  answer.on('error', (error) => {
    watch?.failed(agent.failureOf(error));
    // The application sees what we saw: an answer that breaks off.
    outgoing.destroy();
  });
  if (watch?.holdsUpTo === undefined) give(answer, outgoing);
  else giveHeld(answer, outgoing, watch, watch.holdsUpTo);
}

interface Failing extends Passing {
  readonly asked: ClientRequest;
  readonly outgoing: ServerResponse;
  readonly vendor: string;
}

function tellFailure(error: Error, { asked, outgoing, vendor, agent, watch }: Failing): void {
  const failure = agent.failureOf(error);
  if (outgoing.destroyed) return;
  // Of an old connection that breaks a client knows what to do; it is not for us to send anything again.
  if (asked.reusedSocket) watch?.abandoned();
  else watch?.failed(failure);
  if (outgoing.headersSent || asked.reusedSocket) outgoing.destroy();
  else sendProblem(outgoing, unreachable(vendor, diagnoseFailure(failure), failure));
}
