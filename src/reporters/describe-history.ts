import type { HistoryEntry } from '../model/history.ts';
import type { Verdict } from '../model/report.ts';
import { alignTable, type Row, tableWidth } from './align-table.ts';
import { inertLine } from './inert-text.ts';
import { verdictLabels } from './labels.ts';
import { plural } from './tally.ts';
import type { TerminalColours } from './terminal-colours.ts';
import { indentedLines, type Screen } from './terminal-screen.ts';

const SHOWN_RUNS = 40;
const FEWEST_RUNS = 5;

/** How each operation and finding of a target fared, one sign a run, oldest first. */
export function describeHistory(entries: readonly HistoryEntry[], screen: Screen): readonly string[] {
  const { colours, columns } = screen;
  const shown = entries.slice(-mostRuns(entries, screen));
  const [first, last] = [shown.at(0), shown.at(-1)];
  if (first === undefined || last === undefined) return ['No run is kept.'];
  const dates = `${first.startedAt.slice(0, 10)} to ${last.startedAt.slice(0, 10)}`;
  const left = entries.length > shown.length ? `, the last ${shown.length} shown` : '';
  const rows = rowsOf(shown, colours);
  return [
    `${colours.strong(inertLine(last.target))}: ${plural(entries.length, 'run')}, ${dates}${left}`,
    ...(tableWidth(rows) + 2 <= columns
      ? alignTable(rows).map((line) => `  ${line}`)
      : rows.flatMap((row) => indentedLines(row.map(({ text }) => text).join('  '), screen))),
    ...indentedLines(legend(), screen).map(colours.quiet),
  ];
}

/** As many runs as the screen holds beside the names, and a few in any case. */
function mostRuns(entries: readonly HistoryEntry[], { colours, columns }: Screen): number {
  const beside = tableWidth(rowsOf(entries.slice(-1), colours));
  return Math.max(FEWEST_RUNS, Math.min(SHOWN_RUNS, columns - beside - 1));
}

function rowsOf(shown: readonly HistoryEntry[], colours: TerminalColours): readonly Row[] {
  const operations = new Set(shown.flatMap((entry) => entry.operations.map(({ operation }) => operation)));
  return [...operations]
    .toSorted()
    .flatMap((operation) => [
      operationRow(operation, shown, colours),
      ...findingRows(operation, shown, colours),
    ]);
}

function operationRow(operation: string, entries: readonly HistoryEntry[], colours: TerminalColours): Row {
  const verdicts = entries.map(
    ({ operations }) => operations.find((one) => one.operation === operation)?.verdict,
  );
  const last = verdicts.at(-1);
  const signs = verdicts
    .map((verdict) => (verdict === undefined ? ' ' : verdictLabels[verdict].glyph))
    .join('');
  return [
    { text: inertLine(operation) },
    last === undefined ? { text: signs } : { text: signs, paint: colours.verdict[last] },
    { text: last === undefined ? 'not judged' : verdictLabels[last].word },
  ];
}

/** The same place may differ in several ways over time: all of them are one row. */
function findingRows(
  operation: string,
  entries: readonly HistoryEntry[],
  colours: TerminalColours,
): readonly Row[] {
  const byPrint = new Map<string, string>();
  for (const { operations } of entries)
    for (const { findings } of operations.filter((one) => one.operation === operation))
      for (const { fingerprint, pointer, level } of findings) byPrint.set(fingerprint, `${level} ${pointer}`);
  return [...byPrint].map(([fingerprint, place]) => {
    const seen = entries.filter((entry) => isSeen(entry, operation, fingerprint));
    const signs = entries.map((entry) => (isSeen(entry, operation, fingerprint) ? '●' : '·')).join('');
    const since = seen.at(0)?.startedAt.slice(0, 10) ?? '';
    const until = seen.at(-1)?.startedAt.slice(0, 10) ?? '';
    return [
      { text: `  ${inertLine(place)}`, paint: colours.quiet },
      { text: signs },
      {
        text: `${fingerprint}, ${seen.length} of ${plural(entries.length, 'run')}, ${since} to ${until}`,
        paint: colours.quiet,
      },
    ];
  });
}

function isSeen({ operations }: HistoryEntry, operation: string, fingerprint: string): boolean {
  return operations.some(
    (one) =>
      one.operation === operation && one.findings.some((finding) => finding.fingerprint === fingerprint),
  );
}

function legend(): string {
  const verdicts: readonly Verdict[] = ['conformant', 'deviating', 'nonconformant', 'unproven'];
  const signs = verdicts.map((verdict) => `${verdictLabels[verdict].glyph} ${verdictLabels[verdict].word}`);
  return [...signs, '● seen', '· not seen'].join('  ');
}
