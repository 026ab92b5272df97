import type { Report } from '../model/report.ts';
import { answersLine } from './answer-sentences.ts';
import { gateResult, nextCommand, nextStep, targetWords } from './headline.ts';
import { verdictLabels } from './labels.ts';
import type { KeptRun } from './reporter.ts';
import { totalsLabel, verdictsLabel } from './tally.ts';
import { labelledLines, nextLines, type Screen } from './terminal-screen.ts';

/** The last that is read, and by many the only thing: the verdict, why, and the one thing to do. */
export function closingBlock(report: Report, screen: Screen, kept: KeptRun | undefined): readonly string[] {
  const { glyph, word } = verdictLabels[report.verdict];
  const paint = screen.colours.verdict[report.verdict];
  const judged = [verdictsLabel(report.operations), totalsLabel(report.totals)];
  const lines = (label: string, text: readonly string[]) => labelledLines(label, text, screen);
  return [
    paint(screen.colours.strong(`${glyph} ${word}`)),
    ...lines('target', [targetWords(report)]),
    ...lines('judged', judged),
    ...lines('answer', [`it ${answersLine(report)}`]),
    ...(judged.includes(report.because) ? [] : lines('because', [report.because])),
    ...lines('gate', [`${report.gate}: ${gateResult(report)}`]),
    ...(kept === undefined ? [] : lines('report', [kept.shown])),
    ...nextLines({ says: nextStep(report), command: nextCommand(report, kept) }, screen),
  ];
}
