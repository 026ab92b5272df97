import type { Claim } from '../src/model/claim.ts';
import type { Json } from '../src/model/json.ts';
import { type Located, locate, valueAt } from '../src/model/json-pointer.ts';
import type { Judged } from '../src/run/run-suite.ts';
import type { Baseline, ShownClaim } from './baseline.ts';

/** An exchange in which a claim shows, and the values it is about. */
export interface Carrier {
  readonly judged: Judged;
  /** Never empty; the first is the one to change. */
  readonly located: readonly [Located, ...Located[]];
}

/** The status a claim about an answer belongs to; undefined for any success. */
export function statusOf({ specPointer }: Claim): number | undefined {
  const status = /\/responses\/(\d{3})(?:\/|$)/.exec(specPointer)?.[1];
  return status === undefined ? undefined : Number(status);
}

/** The exchange that shows the claim; undefined when none does. */
export function showingExchange({ standing }: ShownClaim, { judged }: Baseline): Judged | undefined {
  return standing.status === 'confirmed'
    ? judged.find(({ planned }) => planned.id === standing.exchange)
    : undefined;
}

/** The exchange that shows the claim, else the first that has something at its place: null may stand there alone. */
export function carrierOf(shown: ShownClaim, baseline: Baseline): Carrier | undefined {
  const [place = '', pattern = ''] = shown.testable.claim.place.split('#');
  const showing = showingExchange(shown, baseline);
  const candidates = [...(showing === undefined ? [] : [showing]), ...alikeExchanges(shown, baseline)];
  for (const judged of candidates) {
    const [first, ...others] = bodiesAt(place, judged).flatMap((body) => locate(body, pattern));
    if (first !== undefined) return { judged, located: [first, ...others] };
  }
  return undefined;
}

/** Exchanges whose answer has the claim's status, or any success where the claim has none. */
function alikeExchanges({ testable: { claim } }: ShownClaim, { judged }: Baseline): readonly Judged[] {
  const status = statusOf(claim);
  return judged.filter(({ exchange: { result } }) => {
    if (result.kind === 'failure') return false;
    return status === undefined ? result.response.status < 300 : result.response.status === status;
  });
}

/** The answer's body, or the notifications of the kind that the place names. */
export function bodiesAt(place: string, { exchange, judgement }: Judged): readonly Json[] {
  const { body, operation } = judgement.subject;
  if (place === 'response.body') return body?.kind === 'json' ? [body.value] : [];
  const kind = operation.notifications?.kinds.find(({ name }) => place === `notifications.${name}`);
  return exchange.notifications.flatMap(({ data }) =>
    kind?.matches.every(({ at, equals }) => valueAt(data, at) === equals) === true ? [data] : [],
  );
}
