import type { FindingHistory, HistoryEntry, Unverified } from '../model/history.ts';
import type { GateFinding, Report } from '../model/report.ts';
import { EXIT, exitCodeOfRun } from '../verdict/exit-code.ts';
import { historyEntry } from './history-entry.ts';

export interface HistoryRules {
  /** A finding keeps the gate shut when it was seen in `times` of the last `of` runs, this one included. */
  readonly flicker: { readonly times: number; readonly of: number };
  /** Every operation has to have been proven within so many milliseconds before this run; undefined: whenever. */
  readonly verifiedWithinMs: number | undefined;
}

/** The report with what the runs before it tell, oldest first; a gate that is shut by flicker alone is open. */
export function withHistory(report: Report, earlier: readonly HistoryEntry[], rules: HistoryRules): Report {
  const entries = [...earlier.filter(({ target }) => target === report.target.name), historyEntry(report)];
  const ofGate = report.gateShutBy.map((finding) => ({
    finding,
    past: pastOf(finding, entries.slice(-rules.flicker.of)),
  }));
  const flickering = ofGate.filter(({ past }) => past.times < rules.flicker.times);
  const gateShutBy = ofGate.filter((one) => !flickering.includes(one)).map(({ finding }) => finding);
  const unverified =
    rules.verifiedWithinMs === undefined ? [] : unverifiedIn(entries, report, rules.verifiedWithinMs);
  const history = {
    runs: entries.map(({ run, startedAt, verdict, operations }) => ({ run, startedAt, verdict, operations })),
    findings: findingsOf(report).map((finding) => pastOf(finding, entries)),
    flickering: flickering.map(({ past }) => past),
    unverified,
  };
  const exitCode = exitCodeOfRun(report, gateShutBy);
  const isUnproven = exitCode === EXIT.gateMet && unverified.length > 0;
  return { ...report, gateShutBy, history, exitCode: isUnproven ? EXIT.unproven : exitCode };
}

function findingsOf({ operations }: Report): readonly GateFinding[] {
  const found = operations.flatMap(({ operation, cases }) =>
    cases.flatMap(({ findings }) =>
      findings.map(({ fingerprint, detail }) => ({ operation, fingerprint, detail })),
    ),
  );
  return [...new Map(found.map((one) => [Object.values(one).join(' '), one])).values()];
}

/** A run that did not prove the operation tells nothing of its findings. */
function pastOf(
  { operation, fingerprint, detail }: GateFinding,
  entries: readonly HistoryEntry[],
): FindingHistory {
  const looked = entries.flatMap(({ startedAt, operations }) => {
    const own = operations.find((one) => one.operation === operation);
    if (own === undefined) return [];
    const isSeen = own.findings.some((one) => one.fingerprint === fingerprint && one.detail === detail);
    return own.verdict === 'unproven' && !isSeen ? [] : [{ startedAt, isSeen }];
  });
  const seen = looked.filter(({ isSeen }) => isSeen);
  const firstSeen = seen[0]?.startedAt ?? '';
  return { operation, fingerprint, detail, firstSeen, times: seen.length, of: looked.length };
}

/** Every operation the history or this run knows of. */
function unverifiedIn(
  entries: readonly HistoryEntry[],
  { run }: Report,
  withinMs: number,
): readonly Unverified[] {
  const last = new Map<string, string | null>();
  for (const { startedAt, operations } of entries)
    for (const { operation, verdict } of operations)
      last.set(operation, verdict === 'unproven' ? (last.get(operation) ?? null) : startedAt);
  const since = Date.parse(run.startedAt) - withinMs;
  return [...last]
    .filter(([, instant]) => instant === null || Date.parse(instant) < since)
    .map(([operation, instant]) => ({ operation, last: instant }));
}
