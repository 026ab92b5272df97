import { type JudgeName, OUTCOMES, type OutcomeName } from '../model/finding.ts';
import type { OperationReport, Report, Totals } from '../model/report.ts';
import { alignTable, type Cell, type Row, tableWidth } from './align-table.ts';
import { judgeLabels, outcomeLabels, verdictLabels } from './labels.ts';
import { tallyJudge } from './tally.ts';
import type { TerminalColours } from './terminal-colours.ts';

interface Columns {
  readonly judges: readonly JudgeName[];
  readonly outcomes: readonly OutcomeName[];
}

/** One line an operation, with as many columns as the screen holds; operation and verdict always stay. */
export function terminalTable(report: Report, colours: TerminalColours, columns: number): readonly string[] {
  const narrowest: Columns = { judges: [], outcomes: [] };
  const chosen =
    detailLevels(report).find((level) => tableWidth(tableRows(report, colours, level)) <= columns) ??
    narrowest;
  return alignTable(tableRows(report, colours, chosen));
}

/** Most detailed first. */
function detailLevels({ totals }: Report): readonly Columns[] {
  const judges = ['schema', 'contract', 'checks'] as const;
  const plain = ['passed', 'failed'] as const;
  const used = OUTCOMES.filter((name) => name === 'passed' || name === 'failed' || totals[name] > 0);
  return [
    { judges, outcomes: used },
    { judges: [], outcomes: used },
    { judges: [], outcomes: plain },
  ];
}

function tableRows(report: Report, colours: TerminalColours, { judges, outcomes }: Columns): readonly Row[] {
  const counts = (totals: Totals) => outcomes.map((name): Cell => ({ text: `${totals[name]}`, right: true }));
  const quiet = (text: string, right = false): Cell => ({ text, paint: colours.quiet, right });
  const blank = judges.map((): Cell => ({ text: '' }));
  return [
    [
      quiet(''),
      quiet('operation'),
      quiet('verdict'),
      ...judges.map((judge) => quiet(judgeLabels[judge].word.toLowerCase())),
      ...outcomes.map((name) => quiet(outcomeLabels[name].short, true)),
    ],
    ...report.operations.map((operation) => [
      ...operationCells(operation, colours),
      ...judges.map((judge) => judgeCell(tallyJudge(operation.cases, judge), colours)),
      ...counts(operation.totals),
    ]),
    [quiet(''), quiet('all'), quiet(''), ...blank, ...counts(report.totals)],
  ];
}

function operationCells({ operation, verdict }: OperationReport, colours: TerminalColours): readonly Cell[] {
  const { glyph, word } = verdictLabels[verdict];
  const paint = colours.verdict[verdict];
  return [{ text: glyph, paint }, { text: operation }, { text: word, paint }];
}

function judgeCell(totals: Totals, colours: TerminalColours): Cell {
  const judged = totals.passed + totals.failed;
  if (totals.failed > 0)
    return { text: `${totals.passed} of ${judged}`, paint: colours.verdict.nonconformant };
  if (totals.errored > 0) return { text: `${totals.errored} errored`, paint: colours.verdict.unproven };
  if (judged === 0) return { text: '-', paint: colours.quiet };
  return { text: `${judged} of ${judged}` };
}
