import { bodyOf } from '../model/body-bytes.ts';
import type { Body, Exchange, Pair, SentRequest, TransportFailure } from '../model/exchange.ts';
import type { Loss, ObservedExchange } from '../model/observed.ts';
import { decodeContent } from '../targets/decode-content.ts';
import { redirectOf } from '../targets/redirect-of.ts';
import { failureOf } from '../targets/send-failure.ts';
import type { BoundedCopy } from './bounded-copy.ts';
import type { HeardOut } from './hear-out.ts';
import type { AnswerHead, PassingRequest } from './onlooker.ts';

/** What has been seen of one exchange. */
export interface Seen {
  readonly at: string;
  readonly request: PassingRequest;
  readonly sent: BoundedCopy;
  readonly received: BoundedCopy;
  /** Milliseconds since 1970. */
  readonly sentAt: number;
  readonly responseMs: number;
  readonly ending: { readonly kind: 'answered'; readonly head: AnswerHead } | FailedEnding;
  readonly most: number;
}

interface FailedEnding {
  readonly kind: 'failed';
  readonly failure: TransportFailure;
}

/** In the form in which exchanges are judged; what was too large to keep is lost, not empty. */
export async function observedExchange(seen: Seen, heard: HeardOut): Promise<ObservedExchange> {
  const { at, request, sent, received, sentAt, responseMs, most, ending } = seen;
  // Before anything is waited for: the copies are given up as soon as somebody is done with them.
  const asked = sentRequest(request, sent);
  const lost: readonly Loss[] = [
    ...(sent.isLost ? (['request-body'] as const) : []),
    ...(received.isLost ? (['response-body'] as const) : []),
  ];
  const bytes = received.whole();
  const result = ending.kind === 'failed' ? ending : await answerOf(request, ending.head, bytes, most);
  return {
    ...{ at, sentAt },
    url: request.destination.base.origin + request.target,
    exchange: {
      request: asked,
      result: result.kind === 'failed' ? { kind: 'failure', failure: result.failure } : result,
      ...heard,
      timing: { responseMs: Math.round(responseMs) },
    },
    ...(lost.length === 0 ? {} : { lost }),
  };
}

export function sentRequest({ method, below, headers }: PassingRequest, sent: BoundedCopy): SentRequest {
  const [path = '', ...search] = below.split('?');
  const body = sent.whole();
  return {
    method,
    path,
    query: [...new URLSearchParams(search.join('?'))],
    // The host is the vendor's address, which may name the account.
    headers: headers.filter(([name]) => name.toLowerCase() !== 'host'),
    body: body.length === 0 ? undefined : bodyOf(body),
  };
}

async function answerOf(
  { destination, target }: PassingRequest,
  { status, headers: raw }: AnswerHead,
  bytes: Buffer,
  most: number,
): Promise<Extract<Exchange['result'], { readonly kind: 'response' }> | FailedEnding> {
  const headers = raw.map(([name, value]): Pair => [name.toLowerCase(), value]);
  const redirect = redirectOf(status, headers, new URL(destination.base.origin + target));
  try {
    const body: Body = bodyOf(await decodeContent(bytes, headers, most));
    return {
      kind: 'response',
      response: { status, headers, body, ...(redirect === undefined ? {} : { redirect }) },
    };
  } catch (error) {
    return { kind: 'failed', failure: failureOf(error, 'body') };
  }
}
