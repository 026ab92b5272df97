import type { Report } from '../model/report.ts';
import { cleanUpLines } from './clean-up-lines.ts';
import { historyLines } from './history-lines.ts';
import { inertLogLine } from './inert-log-line.ts';
import { inertLineReport } from './inert-report.ts';
import { observationLines } from './observation-lines.ts';
import type { KeptRun, Reporter } from './reporter.ts';
import {
  changesBlock,
  consumersBlock,
  documentsBlock,
  ownChecksBlock,
  pactsBlock,
  proposalBlock,
  reasonBlock,
  staleBlock,
} from './terminal-blocks.ts';
import { closingBlock } from './terminal-closing.ts';
import { findingBlocks } from './terminal-findings.ts';
import { createScreen, indentedLines, markedLines, type Screen } from './terminal-screen.ts';
import { terminalTable } from './terminal-table.ts';
import { waiverLines } from './waiver-lines.ts';

/** What a person at a terminal reads after a run; the verdict stands last, where the eye is. */
const terminal: Reporter = {
  name: 'terminal',
  title: 'Text for people at a terminal',
  file: null,
  render: (report, { kept, ...screen }) =>
    renderTerminal(inertLineReport(report), createScreen(screen), kept),
};

export default terminal;

function renderTerminal(report: Report, screen: Screen, kept: KeptRun | undefined): string {
  const blocks = [
    terminalTable(report, screen.colours, screen.columns),
    documentsBlock(report, screen),
    titled('What was observed', observationLines(report), screen),
    ...findingBlocks(report, screen),
    reasonBlock(report, screen),
    consumersBlock(report, screen),
    pactsBlock(report, screen),
    ownChecksBlock(report, screen),
    staleBlock(report, screen),
    changesBlock(report, screen),
    titled('Earlier runs', historyLines(report), screen),
    titled('Waivers', waiverLines(report), screen),
    proposalBlock(report, screen),
    titled('Clean-up', cleanUpLines(report), screen),
    closingBlock(report, screen, kept),
  ];
  const lines = blocks.filter((block) => block.length > 0).flatMap((block) => [...block, '']);
  return lines.map(inertLogLine).join('\n');
}

/** The first line counts what the others list. */
function titled(title: string, [first, ...others]: readonly string[], screen: Screen): readonly string[] {
  if (first === undefined) return [];
  return [
    screen.colours.strong(title),
    ...indentedLines(first, screen),
    ...others.flatMap((line) => markedLines('-', line, screen)),
  ];
}
