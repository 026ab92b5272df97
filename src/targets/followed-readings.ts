import type { Exchange } from '../model/exchange.ts';
import type { Alternative, OutgoingRequest, PlannedExchange } from '../model/plan.ts';
import type { Obtained } from '../model/target.ts';

/** No such route, or not with this method: the request was not looked at (RFC 9110, sections 15.5.5 and 15.5.6). */
const WRONG_ROUTE = [404, 405];

/** Remembers, per operation, which reading of its path the target follows, so that the others are not tried again. */
export class FollowedReadings {
  readonly #followed = new Map<string, string | undefined>();

  /** Sends the request as the target reads the documents; the other readings only after a refusal as a wrong route. */
  async obtain(planned: PlannedExchange, send: SendAs): Promise<Obtained> {
    const primary: Variant = { request: planned.request, pathTemplate: undefined, alternative: undefined };
    const others = planned.alternatives.map(variantOf);
    const isKnown = this.#followed.has(planned.operation);
    const known = others.find(
      ({ alternative }) => alternative?.reading === this.#followed.get(planned.operation),
    );
    const superseded: Exchange[] = [];
    for (const variant of isKnown ? [known ?? primary] : [primary, ...others]) {
      const exchange = await send(variant.request, variant.pathTemplate);
      if (!isWrongRoute(exchange)) this.#followed.set(planned.operation, variant.alternative?.reading);
      if (isKnown || !isWrongRoute(exchange)) return obtained(exchange, variant.alternative, superseded);
      superseded.push(exchange);
    }
    // No reading is routed: the answer to the primary one is what there is to judge.
    const [first, ...rest] = superseded;
    return first === undefined
      ? Promise.reject(new Error('nothing was sent'))
      : obtained(first, undefined, rest);
  }
}

/** Sends a request; the path template is that of another reading, or undefined for the operation's own. */
export type SendAs = (request: OutgoingRequest, pathTemplate: string | undefined) => Promise<Exchange>;

interface Variant {
  readonly request: OutgoingRequest;
  readonly pathTemplate: string | undefined;
  readonly alternative: Alternative | undefined;
}

function variantOf(alternative: Alternative): Variant {
  return { request: alternative.request, pathTemplate: alternative.pathTemplate, alternative };
}

function isWrongRoute({ result }: Exchange): boolean {
  return result.kind === 'response' && WRONG_ROUTE.includes(result.response.status);
}

function obtained(
  exchange: Exchange,
  alternative: Alternative | undefined,
  superseded: readonly Exchange[],
): Obtained {
  if (alternative === undefined) return { exchange, reading: undefined, superseded };
  return {
    exchange,
    reading: { ambiguity: alternative.ambiguity, reading: alternative.reading },
    superseded,
  };
}
