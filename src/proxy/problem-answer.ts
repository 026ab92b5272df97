import type { ServerResponse } from 'node:http';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { TransportFailure } from '../model/exchange.ts';
import type { Json } from '../model/json.ts';
import { MOST_HEADER_BYTES } from './most-header-bytes.ts';

/** An answer of the proxy's own, as a problem document (RFC 9457). */
export interface ProblemAnswer {
  readonly status: number;
  /** Last part of the problem's type. */
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly members?: Readonly<Record<string, Json>>;
}

const TYPE = 'urn:livechat-conformance:proxy';

export function sendProblem(outgoing: ServerResponse, problem: ProblemAnswer): void {
  const { status, code, title, detail, members = {} } = problem;
  const body = Buffer.from(
    `${JSON.stringify({ type: `${TYPE}:${code}`, title, status, detail, ...members })}\n`,
  );
  outgoing.writeHead(status, {
    'Content-Type': 'application/problem+json',
    'Content-Length': body.length,
    // Tells an answer of ours from one of the vendor's (RFC 9209).
    'Proxy-Status': `livechat-conformance; details="${code}"`,
  });
  outgoing.end(body);
}

export function unreachable(
  vendor: string,
  { id, says, next }: Diagnosis,
  failure: TransportFailure,
): ProblemAnswer {
  return {
    status: 502,
    code: 'vendor-unreachable',
    title: `No answer came from ${vendor}`,
    detail: `${says}: ${failure.message}. ${next}`,
    members: { trouble: id, code: failure.code, phase: failure.phase },
  };
}

export function nobodyThere(url: string, vendors: readonly string[]): ProblemAnswer {
  return {
    status: 404,
    code: 'no-such-vendor',
    title: 'The path begins with no vendor',
    detail: `${url} was asked for; the path has to begin with ${vendors.map((vendor) => `/${vendor}/`).join(' or ')}.`,
  };
}

export function notAllowed(operation: string, effects: readonly string[]): ProblemAnswer {
  return {
    status: 403,
    code: 'effect-not-allowed',
    title: 'The request was not passed on',
    detail: `${operation} ${effects.join(', ')}, which is not among the effects of --allow-effects.`,
    members: { operation, effects: [...effects] },
  };
}

export function notForPages(): ProblemAnswer {
  return {
    status: 403,
    code: 'foreign-page',
    title: 'The request was not passed on',
    detail:
      'The proxy adds credentials (--inject-credentials), so that it takes no request of a page from elsewhere.',
  };
}

export function malformedRequest(error: Error): ProblemAnswer {
  const status = 'code' in error && error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400;
  return {
    status,
    code: 'malformed-request',
    title: 'What was sent is not passed on',
    detail: `It is no request as Node.js reads one: ${error.message}. A body needs a Content-Length or a Transfer-Encoding and not both, a path has ASCII characters alone, and all fields together have room in ${MOST_HEADER_BYTES} bytes.`,
  };
}

export function noTunnel(host: string): ProblemAnswer {
  return {
    status: 501,
    code: 'no-tunnel',
    title: 'No tunnel is opened',
    detail: `A tunnel to ${host} was asked for. What is in it could not be judged: give the application the address of this proxy as the base URL of the vendor, not as HTTPS_PROXY.`,
  };
}
