import type { ClientRequest, IncomingMessage, ServerResponse } from 'node:http';
import { askVendor, fieldsFor } from './ask-vendor.ts';
import type { Way } from './find-destination.ts';
import { trailersOf } from './hop-by-hop.ts';
import type { Onlooker, PassingRequest, Watch } from './onlooker.ts';
import { passAnswer } from './pass-answer.ts';
import { sendProblem } from './problem-answer.ts';
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
  passAnswer(asked, { outgoing, vendor: request.destination.vendor, agent, watch });
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
