import type { Exchange } from '../model/exchange.ts';
import type { Alternative, OutgoingRequest, PlannedExchange, ReadingDoubt } from '../model/plan.ts';
import type { Obtained } from '../model/target.ts';
import { mayBeTried } from '../model/tried-alternative.ts';

/** Sends a request; the path template is that of another reading, or undefined for the operation's own. */
export type SendAs = (request: OutgoingRequest, pathTemplate: string | undefined) => Promise<Exchange>;

/** Reading by ambiguity; undefined is the primary one. */
type Settled = Map<string, string | undefined>;

/** Remembers, per operation, which reading of each ambiguity the target follows, so that the others are not tried again. */
export class FollowedReadings {
  readonly #settled = new Map<string, Settled>();

  /** Sends the request as the target is known to read the documents, and tries the planned alternatives where it is not. */
  async obtain(planned: PlannedExchange, send: SendAs): Promise<Obtained> {
    const settled = this.#settledOf(planned.operation);
    const known = planned.alternatives.find(
      ({ ambiguity, reading }) => settled.has(ambiguity) && settled.get(ambiguity) === reading,
    );
    if (known !== undefined) return obtained(await sendAlternative(known, send), known, []);
    const primary = await send(planned.request, undefined);
    const open = planned.alternatives.filter(({ ambiguity }) => !settled.has(ambiguity));
    for (const { ambiguity, after } of open)
      if (verdictOn(after, primary) === 'understood') settled.set(ambiguity, undefined);
    return explore(
      primary,
      open.filter((alternative) => isReason(alternative, primary) && mayBeTried(alternative, planned)),
      settled,
      send,
    );
  }

  /** Comes to know the same from what was obtained before: each answer is given again, and nothing sent. */
  async recall(planned: PlannedExchange, { exchange, reading, superseded }: Obtained): Promise<void> {
    const answers = reading === undefined ? [exchange, ...superseded] : [...superseded, exchange];
    let given = 0;
    await this.obtain(planned, async () => {
      const answer = answers[given];
      given += 1;
      // Where the plan would go on trying, the earlier run did not.
      return answer ?? exchange;
    });
  }

  #settledOf(operation: string): Settled {
    const known = this.#settled.get(operation) ?? new Map<string, string | undefined>();
    this.#settled.set(operation, known);
    return known;
  }
}

/** One alternative after the other, each once, until one is understood; the primary answer counts where none is. */
async function explore(
  primary: Exchange,
  alternatives: readonly Alternative[],
  settled: Settled,
  send: SendAs,
): Promise<Obtained> {
  const refused: Exchange[] = [];
  for (const alternative of alternatives) {
    const exchange = await sendAlternative(alternative, send);
    const verdict = verdictOn(alternative.after, exchange);
    if (verdict === 'understood') {
      settled.set(alternative.ambiguity, alternative.reading);
      return obtained(exchange, alternative, [primary, ...refused]);
    }
    refused.push(exchange);
    // What became of it is unknown: it may have had its effects, so nothing more is sent.
    if (verdict === 'unknown') break;
  }
  return obtained(primary, undefined, refused);
}

/**
 * Only a refusal that speaks of what the readings differ in is a reason, and only where it is sure that nothing has
 * happened: never after 2xx, whatever the body says, nor after 5xx or without an answer.
 */
function isReason({ after }: Alternative, primary: Exchange): boolean {
  return verdictOn(after, primary) === 'refused';
}

/** No such route, or not with this method (RFC 9110, 15.5.5 and 15.5.6); a stranger; a request that makes no sense. */
const REFUSES: Readonly<Record<ReadingDoubt, readonly number[]>> = {
  route: [404, 405],
  credentials: [401],
  form: [400, 422],
};
/** Said of the account or the moment, before anybody looked at the rest. */
const SAYS_NOTHING: readonly number[] = [401, 407, 429];

function verdictOn(doubt: ReadingDoubt, { result }: Exchange): 'understood' | 'refused' | 'unknown' {
  if (result.kind === 'failure') return 'unknown';
  const { status } = result.response;
  if (REFUSES[doubt].includes(status)) return 'refused';
  if (status < 300) return 'understood';
  if (doubt === 'form' || status >= 500 || SAYS_NOTHING.includes(status)) return 'unknown';
  return 'understood';
}

function sendAlternative({ request, pathTemplate }: Alternative, send: SendAs): Promise<Exchange> {
  return send(request, pathTemplate);
}

function obtained(
  exchange: Exchange,
  alternative: Alternative | undefined,
  superseded: readonly Exchange[],
): Obtained {
  if (alternative === undefined) return { exchange, reading: undefined, superseded };
  const { ambiguity, reading } = alternative;
  return { exchange, reading: { ambiguity, reading }, superseded };
}
