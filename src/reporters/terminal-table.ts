import { type JudgeName, OUTCOMES, type OutcomeName } from '../model/finding.ts';
import type { OperationReport, Report, Totals } from '../model/report.ts';
import { alignTable, type Cell, type Row, tableWidth } from './align-table.ts';
import { judgeLabels, outcomeLabels, standingLabels, verdictLabels } from './labels.ts';
import { tallyJudge } from './tally.ts';
import type { TerminalColours } from './terminal-colours.ts';

interface Columns {
  /** The answers to the two questions. */
  readonly answers: boolean;
  readonly judges: readonly JudgeName[];
  readonly outcomes: readonly OutcomeName[];
}

/** One line an operation, with as many columns as the screen holds; operation and verdict always stay. */
export function terminalTable(report: Report, colours: TerminalColours, columns: number): readonly string[] {
  const narrowest: Columns = { answers: false, judges: [], outcomes: [] };
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
    { answers: true, judges, outcomes: used },
    { answers: true, judges: [], outcomes: used },
    { answers: false, judges: [], outcomes: used },
    { answers: true, judges: [], outcomes: plain },
    { answers: false, judges: [], outcomes: plain },
  ];
}

function tableRows(report: Report, colours: TerminalColours, columns: Columns): readonly Row[] {
  const { answers, judges, outcomes } = columns;
  const counts = (totals: Totals) => outcomes.map((name) => countCell(name, totals[name], colours));
  const quiet = (text: string, right = false): Cell => ({ text, paint: colours.quiet, right });
  const blank = [...(answers ? ['', ''] : []), ...judges].map((): Cell => ({ text: '' }));
  return [
    [
      quiet(''),
      quiet('operation'),
      quiet('verdict'),
      ...(answers ? [quiet('document'), quiet('relied on')] : []),
      ...judges.map((judge) => quiet(judgeLabels[judge].word.toLowerCase())),
      ...outcomes.map((name) => quiet(outcomeLabels[name].short, true)),
    ],
    ...report.operations.map((operation) => [
      ...operationCells(operation, colours),
      ...(answers ? answerCells(operation, colours) : []),
      ...judges.map((judge) => judgeCell(tallyJudge(operation.cases, judge), colours)),
      ...counts(operation.totals),
    ]),
    [quiet(''), quiet('all'), quiet(''), ...blank, ...counts(report.totals)],
  ];
}

/** The eye is led to what went otherwise: what there is none of stands back. */
function countCell(outcome: OutcomeName, count: number, { quiet, strong }: TerminalColours): Cell {
  const cell = { text: `${count}`, right: true };
  if (count === 0 || outcome === 'not-applicable') return { ...cell, paint: quiet };
  return outcome === 'passed' ? cell : { ...cell, paint: strong };
}

function operationCells({ operation, verdict }: OperationReport, colours: TerminalColours): readonly Cell[] {
  const { glyph, word } = verdictLabels[verdict];
  const paint = colours.verdict[verdict];
  return [{ text: glyph, paint }, { text: operation }, { text: word, paint }];
}

/** Does it do what its document says, does it do what we rely on? */
function answerCells({ documented, reliedOn }: OperationReport, colours: TerminalColours): readonly Cell[] {
  return [
    { text: verdictLabels[documented.verdict].word, paint: colours.verdict[documented.verdict] },
    { text: standingLabels[reliedOn.standing].word, paint: colours.standing[reliedOn.standing] },
  ];
}

function judgeCell(totals: Totals, colours: TerminalColours): Cell {
  const judged = totals.passed + totals.failed;
  if (totals.failed > 0)
    return { text: `${totals.passed} of ${judged}`, paint: colours.verdict.nonconformant };
  if (totals.errored > 0) return { text: `${totals.errored} errored`, paint: colours.verdict.unproven };
  if (judged === 0) return { text: '-', paint: colours.quiet };
  return { text: `${judged} of ${judged}` };
}
