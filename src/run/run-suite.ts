import type { PactMatcher } from '../judges/contract/pact-matcher.ts';
import type { Check } from '../model/check.ts';
import type { Exchange } from '../model/exchange.ts';
import type { Operation } from '../model/operation.ts';
import type { Plan, PlannedExchange } from '../model/plan.ts';
import type { Suite } from '../model/suite.ts';
import type { Obtained, Target } from '../model/target.ts';
import type { EvidenceJournal } from '../targets/evidence-journal.ts';
import { maskExchange } from '../targets/mask-exchange.ts';
import { type Judgement, judgeExchange } from './judge-exchange.ts';
import type { Progress } from './progress.ts';

export interface RunParts {
  readonly suite: Suite;
  readonly plan: Plan;
  readonly operations: readonly Operation[];
  readonly checks: readonly Check[];
  readonly target: Target;
  readonly matcher: PactMatcher;
  readonly journal: EvidenceJournal;
  readonly onProgress: (progress: Progress) => void;
  /** Aborted: nothing further is sent; what was obtained is still judged. */
  readonly signal: AbortSignal;
}

/** A planned exchange that was carried out and judged. */
export interface Judged {
  readonly planned: PlannedExchange;
  readonly exchange: Exchange;
  readonly reading: Obtained['reading'];
  readonly judgement: Judgement;
}

/** Obtains and judges every planned exchange; each is judged while the next one is on its way. */
export async function runSuite(parts: RunParts): Promise<readonly Judged[]> {
  const planned = parts.plan.exchanges.filter((exchange) => exchange.kind === 'planned');
  const judging: Promise<Judged>[] = [];
  let done = 0;
  const over = new AbortController();
  const interrupted = interruption(parts.signal, over.signal);
  const lane = async (exchanges: readonly PlannedExchange[]): Promise<void> => {
    for (const exchange of exchanges) {
      if (parts.signal.aborted) return;
      parts.onProgress({ kind: 'sending', id: exchange.id, done, of: planned.length });
      // What is on its way when the run is interrupted stays in the journal as sent, with its outcome unknown.
      const obtained = await Promise.race([obtain(exchange, parts), interrupted]);
      if (obtained === undefined) return;
      done += 1;
      judging.push(judge(exchange, obtained, parts));
    }
  };
  // One request at a time towards each vendor: what they answer may depend on what they were asked before.
  const vendors = [...new Set(planned.map(({ vendor }) => vendor))];
  await Promise.all(vendors.map((vendor) => lane(planned.filter((exchange) => exchange.vendor === vendor))));
  over.abort();
  parts.onProgress({ kind: 'judging', open: judging.length });
  return Promise.all(judging);
}

/** Resolves when the run is interrupted; `over` ends the listening. */
function interruption(signal: AbortSignal, over: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(undefined), { once: true, signal: over });
  });
}

async function obtain(
  planned: PlannedExchange,
  { target, journal, operations }: RunParts,
): Promise<Obtained | undefined> {
  const operation = operations.find(({ id }) => id === planned.operation);
  if (operation === undefined) return undefined;
  journal.sending(planned);
  const { exchange, reading, superseded } = await target.obtain(planned, operation);
  const masked = [...superseded, exchange].map((one) => maskExchange(one, planned.masks));
  for (const one of masked) journal.obtained(one);
  return { exchange: masked.at(-1) ?? exchange, reading, superseded: masked.slice(0, -1) };
}

async function judge(
  planned: PlannedExchange,
  { exchange, reading }: Obtained,
  parts: RunParts,
): Promise<Judged> {
  const { suite, checks, matcher } = parts;
  const spec = suite.specs.find(({ vendor }) => vendor === planned.vendor);
  const operation = spec?.operations.find(({ id }) => id === planned.operation);
  if (spec === undefined || operation === undefined)
    throw new Error(`no spec documents ${planned.operation}`);
  const contracts = suite.contracts.filter((contract) => contract.operation === planned.operation);
  const pathTemplate =
    planned.alternatives.find((one) => one.reading === reading?.reading)?.pathTemplate ?? operation.path;
  const bench = { spec, operation, pathTemplate, contracts, checks, matcher };
  const judgement = await judgeExchange(planned, exchange, bench);
  return { planned, exchange, reading, judgement };
}
