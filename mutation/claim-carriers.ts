import type { Claim } from '../src/model/claim.ts';
import type { Json } from '../src/model/json.ts';
import { type Located, locate, valueAt } from '../src/model/json-pointer.ts';
import type { Judged } from '../src/run/run-suite.ts';

/** The first exchange in which a claim shows, and where. */
export interface Carrier {
  readonly judged: Judged;
  readonly located: Located;
}

/** The status a claim about a refusal belongs to; success otherwise. */
export function statusOf({ specPointer }: Claim): number | undefined {
  const status = /\/responses\/(\d{3})(?:\/|$)/.exec(specPointer)?.[1];
  return status === undefined ? undefined : Number(status);
}

/** Exchanges of the contracts whose answer has the claim's status. */
export function carriers(claim: Claim, baseline: readonly Judged[]): readonly Judged[] {
  const status = statusOf(claim);
  return baseline.filter(({ planned, exchange: { result } }) => {
    if (planned.origin.kind !== 'contract' || result.kind === 'failure') return false;
    if (status !== undefined) return result.response.status === status;
    return result.response.status < 300;
  });
}

export function firstCarrier(claim: Claim, baseline: readonly Judged[]): Carrier | undefined {
  const [place = '', pattern = ''] = claim.place.split('#');
  for (const judged of carriers(claim, baseline)) {
    const [located] = bodiesAt(place, judged).flatMap((body) => locate(body, pattern));
    if (located !== undefined) return { judged, located };
  }
  return undefined;
}

export function bodiesAt(place: string, { exchange, judgement }: Judged): readonly Json[] {
  const body = judgement.subject.body;
  if (place === 'response.body') return body?.kind === 'json' ? [body.value] : [];
  const kind = judgement.subject.operation.notifications?.kinds.find(
    ({ name }) => place === `notifications.${name}`,
  );
  return exchange.notifications.flatMap(({ data }) =>
    kind?.matches.every(({ at, equals }) => valueAt(data, at) === equals) === true ? [data] : [],
  );
}
