import type { Exchange } from '../model/exchange.ts';
import type { Alternative, OutgoingRequest, PlannedExchange } from '../model/plan.ts';
import type { Obtained } from '../model/target.ts';

/** No such route, or not with this method: the request was not looked at (RFC 9110, sections 15.5.5 and 15.5.6). */
const WRONG_ROUTE = [404, 405];

/** Remembers, per operation, which reading of its path the target follows, so that the others are not tried again. */
export class FollowedReadings {
  readonly #followed = new Map<string, Alternative | undefined>();

  /** Sends the request as the target reads the documents; the other readings only after a refusal as a wrong route. */
  async obtain(
    planned: PlannedExchange,
    send: (request: OutgoingRequest) => Promise<Exchange>,
  ): Promise<Obtained> {
    if (this.#followed.has(planned.operation)) {
      const known = this.#followed.get(planned.operation);
      const alternative = planned.alternatives.find(({ reading }) => reading === known?.reading);
      return obtained(await send(alternative?.request ?? planned.request), alternative);
    }
    const primary = await send(planned.request);
    const tried = isWrongRoute(primary) ? await this.#tryOthers(planned, send) : undefined;
    if (!isWrongRoute(primary)) this.#followed.set(planned.operation, undefined);
    return tried ?? obtained(primary, undefined);
  }

  async #tryOthers(
    planned: PlannedExchange,
    send: (request: OutgoingRequest) => Promise<Exchange>,
  ): Promise<Obtained | undefined> {
    for (const alternative of planned.alternatives) {
      const exchange = await send(alternative.request);
      if (isWrongRoute(exchange)) continue;
      this.#followed.set(planned.operation, alternative);
      return obtained(exchange, alternative);
    }
    return undefined;
  }
}

function isWrongRoute({ result }: Exchange): boolean {
  return result.kind === 'response' && WRONG_ROUTE.includes(result.response.status);
}

function obtained(exchange: Exchange, alternative: Alternative | undefined): Obtained {
  if (alternative === undefined) return { exchange, reading: undefined };
  return { exchange, reading: { ambiguity: alternative.ambiguity, reading: alternative.reading } };
}
