import { createHash } from 'node:crypto';
import type { Report, ReportBasis } from '../model/report.ts';
import type { ReportedWaiver } from '../model/waiver.ts';
import { exitCodeOfRun } from '../verdict/exit-code.ts';
import { foldRun } from '../verdict/fold-verdict.ts';
import { joinDocumented, joinReliedOn, sayRunVerdict } from '../verdict/join-operations.ts';
import { sumTotals } from './sum-totals.ts';

/** One report of the parts of a run, which `whyUnmergeable` has nothing against; as if it had been run at once. */
export function mergeReports(parts: readonly [Report, ...Report[]]): Report {
  const ordered = parts.toSorted((one, other) => (one.shard?.index ?? 0) - (other.shard?.index ?? 0));
  const [first = parts[0]] = ordered;
  const { shard: _, changes: __, history: ___, ...rest } = first;
  const operations = ordered.flatMap((part) => part.operations).toSorted(byName);
  const verdict = foldRun(operations.map((operation) => operation.verdict));
  const gateShutBy = ordered.flatMap((part) => part.gateShutBy);
  const waivers = mergeWaivers(ordered);
  const run = mergeRuns(ordered);
  return {
    ...rest,
    run,
    planHash: createHash('sha256')
      .update(ordered.map((part) => part.planHash).join('\n'))
      .digest('hex'),
    verdict,
    because: sayRunVerdict(verdict, operations),
    documented: joinDocumented(operations),
    reliedOn: joinReliedOn(operations),
    gateShutBy,
    exitCode: exitCodeOfRun({ run, waivers, verdict }, gateShutBy),
    totals: sumTotals(operations.map(({ totals }) => totals)),
    operations,
    defects: once(
      ordered.flatMap((part) => part.defects),
      ({ id }) => id,
    ),
    documents: once(
      ordered.flatMap((part) => part.documents),
      ({ id }) => id,
    ),
    quotations: once(
      ordered.flatMap((part) => part.quotations),
      ({ document, lines }) => `${document}:${lines.join('-')}`,
    ),
    cleanUp: ordered.flatMap((part) => part.cleanUp),
    waivers,
    stale: [...new Set(ordered.flatMap((part) => part.stale))],
    ...mergeBasis(ordered),
    ...mergePacts(ordered),
    ...mergeChecks(ordered),
  };
}

function byName(one: Report['operations'][number], other: Report['operations'][number]): number {
  return one.operation.localeCompare(other.operation, 'en');
}

/** As long as the longest, since parts run side by side; begun with the first of them. */
function mergeRuns(parts: readonly Report[]): Report['run'] {
  const started = parts.map(({ run }) => run.startedAt).toSorted();
  return {
    id: `${parts[0]?.run.id ?? 'runs'}-merged`,
    startedAt: started[0] ?? '',
    durationMs: Math.max(0, ...parts.map(({ run }) => run.durationMs)),
    interrupted: parts.some(({ run }) => run.interrupted),
  };
}

/** What one part did not look at, another may have. */
function mergeWaivers(parts: readonly Report[]): readonly ReportedWaiver[] {
  const places = new Map<string, ReportedWaiver>();
  for (const waiver of parts.flatMap((part) => part.waivers)) {
    const known = places.get(waiver.place);
    if (known === undefined || known.standing === 'not-looked-at') places.set(waiver.place, waiver);
  }
  return [...places.values()];
}

function mergeBasis(parts: readonly Report[]): Pick<Report, 'basis'> {
  const all = parts.flatMap(({ basis }) => basis ?? []);
  if (all.length < parts.length) return {};
  const checks: NonNullable<ReportBasis['checks']> = Object.assign({}, ...all.map((one) => one.checks));
  return {
    basis: {
      specs: Object.assign({}, ...all.map(({ specs }) => specs)),
      contracts: Object.assign({}, ...all.map(({ contracts }) => contracts)),
      ...(all.some((one) => one.checks !== undefined) && { checks }),
    },
  };
}

function mergePacts(parts: readonly Report[]): Pick<Report, 'pacts'> {
  const pacts = parts.flatMap((part) => part.pacts ?? []);
  return pacts.length === 0 ? {} : { pacts };
}

/** Each part has the checks of the operations it judged. */
function mergeChecks(parts: readonly Report[]): Pick<Report, 'checks'> {
  const all = parts.flatMap((part) => part.checks ?? []);
  if (all.length === 0) return {};
  const operationsOf = (check: string) =>
    all.filter(({ id }) => id === check).flatMap(({ operations }) => operations);
  const checks = once(all, ({ id }) => id).map((one) => ({
    ...one,
    operations: [...new Set(operationsOf(one.id))].toSorted(),
  }));
  return { checks };
}

function once<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Item[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}
