import type { PactMatcher } from '../judges/contract/pact-matcher.ts';
import type { Check } from '../model/check.ts';
import type { Exchange } from '../model/exchange.ts';
import type { Operation } from '../model/operation.ts';
import type { Plan, PlannedExchange, UnplannedExchange } from '../model/plan.ts';
import type { Suite } from '../model/suite.ts';
import type { Obtained, Target } from '../model/target.ts';
import { createMasker, type Masker } from '../privacy/masker.ts';
import type { EvidenceJournal, PlanOnRecord } from '../targets/evidence-journal.ts';
import { type Judgement, judgeExchange } from './judge-exchange.ts';
import type { Progress } from './progress.ts';
import { whyUnsent } from './why-unsent.ts';

export interface RunParts {
  readonly suite: Suite;
  readonly plan: Plan;
  readonly operations: readonly Operation[];
  readonly checks: readonly Check[];
  readonly target: Target;
  readonly matcher: PactMatcher;
  readonly journal: EvidenceJournal;
  /** Keeps secrets and people out of all that is kept, judged and shown; without it nobody is taken to be real. */
  readonly masker?: Masker;
  /** Where people are kept as they are as well, by the user's choice; never secrets. */
  readonly fullJournal?: EvidenceJournal | undefined;
  readonly onProgress: (progress: Progress) => void;
  /** Makes true what an exchange needs, right before it is sent; without it everything is true already. */
  readonly fulfil?: ((planned: PlannedExchange) => Promise<PlannedExchange | UnplannedExchange>) | undefined;
  /** Told of an exchange that could not be sent after all. */
  readonly onWithheld?: ((slot: UnplannedExchange) => void) | undefined;
  /** What an earlier, cut-off part of the run came to, by exchange. */
  readonly earlier?: ReadonlyMap<string, Earlier> | undefined;
  /** Aborted: nothing further is sent; what was obtained is still judged. */
  readonly signal: AbortSignal;
}

/** What became of an exchange before the run was cut off. */
export type Earlier =
  | ({
      readonly kind: 'obtained';
      /** As it was sent, secrets replaced. */
      readonly planned: PlannedExchange;
    } & Obtained)
  /** It was sent, and nobody knows what came of it. */
  | { readonly kind: 'unknown' };

/** A planned exchange that was carried out and judged. */
export interface Judged {
  readonly planned: PlannedExchange;
  readonly exchange: Exchange;
  /** Of the exchange before anything in it was replaced, where nobody else can tell any more. */
  readonly digest?: string;
  readonly reading: Obtained['reading'];
  readonly superseded: Obtained['superseded'];
  readonly judgement: Judgement;
}

/** Obtains and judges every planned exchange; each is judged while the next one is on its way. */
export async function runSuite(given: RunParts): Promise<readonly Judged[]> {
  const { suite } = given;
  const masker = given.masker ?? createMasker({ suite, secrets: [], people: 'fictional' });
  // Why something is not sent may be what a vendor said, or what lies on the way to it.
  const unsentOf = (slot: UnplannedExchange): void => given.journal.unsent(masker.again(slot));
  const parts: MaskedParts = { ...given, masker, journal: { ...given.journal, unsent: unsentOf } };
  const planned = parts.plan.exchanges.filter((exchange) => exchange.kind === 'planned');
  const judging: Promise<Judged>[] = [];
  const unsent = new Set(parts.plan.exchanges);
  let done = 0;
  const over = new AbortController();
  const interrupted = interruption(parts.signal, over.signal);
  const lane = async (slots: Plan['exchanges']): Promise<void> => {
    for (const exchange of slots) {
      if (parts.signal.aborted) return;
      if (exchange.kind === 'unplanned') {
        unsent.delete(exchange);
        parts.journal.unsent(exchange);
        continue;
      }
      const { id, vendor } = exchange;
      parts.onProgress({ kind: 'sending', id, vendor, done, of: planned.length });
      // What is on its way when the run is interrupted stays in the journal as sent, with its outcome unknown.
      const carried = await Promise.race([carryOut(exchange, parts), interrupted]);
      if (carried === undefined) return;
      done += 1;
      parts.onProgress({ kind: 'sent', vendor, done, of: planned.length });
      unsent.delete(exchange);
      if (carried.kind === 'unplanned') withhold(carried, parts);
      else judging.push(judge(carried.planned, carried.obtained, parts));
    }
  };
  // One request at a time towards each vendor: what they answer may depend on what they were asked before.
  const slots = parts.plan.exchanges;
  const vendors = [...new Set(slots.map(({ vendor }) => vendor))];
  await Promise.all(vendors.map((vendor) => lane(slots.filter((slot) => slot.vendor === vendor))));
  over.abort();
  for (const slot of unsent) parts.journal.unsent(unplanned(slot, whyUnsent(slot, true)));
  parts.onProgress({ kind: 'judging', open: judging.length });
  return Promise.all(judging);
}

function withhold(slot: UnplannedExchange, { journal, onWithheld }: RunParts): void {
  journal.unsent(slot);
  onWithheld?.(slot);
}

type MaskedParts = RunParts & Required<Pick<RunParts, 'masker'>>;

/** Resolves when the run is interrupted; `over` ends the listening. */
function interruption(signal: AbortSignal, over: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(undefined), { once: true, signal: over });
  });
}

type Carried =
  | { readonly kind: 'carried'; readonly planned: PlannedExchange; readonly obtained: Obtained }
  | UnplannedExchange;

/** One exchange, made ready and sent; what was sent before the run was cut off is not sent again. */
async function carryOut(planned: PlannedExchange, parts: MaskedParts): Promise<Carried | undefined> {
  const earlier = parts.earlier?.get(planned.id);
  if (earlier?.kind === 'obtained') {
    await parts.target.recall?.(earlier.planned, earlier);
    return { kind: 'carried', planned: earlier.planned, obtained: earlier };
  }
  if (earlier?.kind === 'unknown' && planned.effects.some((effect) => effect !== 'reads'))
    return unplanned(planned, SENT_ALREADY);
  const ready = parts.fulfil === undefined ? planned : await parts.fulfil(planned);
  if (ready.kind === 'unplanned') return ready;
  const obtained = await obtain(ready, parts);
  return obtained && { kind: 'carried', planned: ready, obtained };
}

const SENT_ALREADY =
  'it was on its way when the run was cut off, and nobody knows whether it came there; it is not sent a second time';

function unplanned(planned: PlannedExchange | UnplannedExchange, reason: string): UnplannedExchange {
  const { id, vendor, operation, title, origin, intent } = planned;
  return { kind: 'unplanned', id, vendor, operation, title, origin, intent, reason };
}

async function obtain(
  planned: PlannedExchange,
  { target, journal, fullJournal, operations, masker }: MaskedParts,
): Promise<Obtained | undefined> {
  const operation = operations.find(({ id }) => id === planned.operation);
  if (operation === undefined) return undefined;
  journal.sending(planned);
  const { exchange, reading, superseded } = await target.obtain(planned, operation);
  const obtained = [...superseded, exchange];
  const masked = obtained.map((one) => masker.exchange(one, planned.masks));
  const last = masked.at(-1) ?? exchange;
  for (const one of masked.slice(0, -1)) journal.obtained(one, { superseded: true });
  const stateValues = masker.values(planned.stateValues);
  const plan = onRecord(planned, masker);
  journal.obtained(last, { stateValues, plan, ...(reading === undefined ? {} : { reading }) });
  for (const one of obtained) fullJournal?.obtained(masker.secretsOnly(one));
  return { exchange: last, reading, superseded: masked.slice(0, -1) };
}

function onRecord(planned: PlannedExchange, masker: Masker): PlanOnRecord {
  const { vendor, operation, title, origin, intent, states } = planned;
  return { vendor, title, origin, intent, states, request: masker.request(planned.request, operation) };
}

async function judge(
  planned: PlannedExchange,
  { exchange, reading, superseded }: Obtained,
  parts: MaskedParts,
): Promise<Judged> {
  const { suite, checks, matcher, masker } = parts;
  const spec = suite.specs.find(({ vendor }) => vendor === planned.vendor);
  const operation = spec?.operations.find(({ id }) => id === planned.operation);
  if (spec === undefined || operation === undefined)
    throw new Error(`no spec documents ${planned.operation}`);
  const contracts = suite.contracts.filter((contract) => contract.operation === planned.operation);
  const alternative = planned.alternatives.find(
    (one) => one.ambiguity === reading?.ambiguity && one.reading === reading.reading,
  );
  const bench = { spec, operation, alternative, contracts, checks, matcher, masker };
  const judgement = await judgeExchange(planned, exchange, bench);
  return { planned, exchange, reading, superseded, judgement };
}
