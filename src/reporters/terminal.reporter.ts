import type { Report } from '../model/report.ts';
import { answersLine, consumerSentence } from './answer-sentences.ts';
import { breakageText, groupBreakages } from './breakage-groups.ts';
import { changeLines, changesLabel } from './change-lines.ts';
import { claimsLabel, sumClaims } from './claim-tally.ts';
import { cleanUpLines } from './clean-up-lines.ts';
import { defectsLabel } from './defect-text.ts';
import { findingFacts } from './finding-facts.ts';
import { type FindingGroup, groupReportFindings } from './finding-groups.ts';
import { gateLabel, nextStep, openingSentences } from './headline.ts';
import { historyLines } from './history-lines.ts';
import { inertLogLine } from './inert-log-line.ts';
import { inertLineReport } from './inert-report.ts';
import { blameLabels, levelLabels, outcomeLabels, verdictLabels } from './labels.ts';
import { observationLines } from './observation-lines.ts';
import { pactNotes } from './pact-notes.ts';
import { groupReasons, type ReasonGroup } from './reason-groups.ts';
import type { Reporter } from './reporter.ts';
import { plural } from './tally.ts';
import { createTerminalColours, type TerminalColours } from './terminal-colours.ts';
import { terminalTable } from './terminal-table.ts';
import { waiverEntries } from './waiver-entry.ts';
import { waiverLines } from './waiver-lines.ts';
import { wrapText } from './wrap-text.ts';

/** More than this in a scrolling window helps nobody; the files hold them all. */
const SHOWN_FINDINGS = 20;
const SHOWN_REASONS = 10;
const SHOWN_BREAKAGES = 8;
const LABEL_WIDTH = 14;
const NARROWEST = 48;
const WIDEST = 140;

interface Screen {
  readonly colours: TerminalColours;
  readonly columns: number;
}

/** What a person at a terminal reads after a run; the verdict stands last, where the eye is. */
const terminal: Reporter = {
  name: 'terminal',
  title: 'Text for people at a terminal',
  file: null,
  render: (report, { colour, columns }) => {
    const width = Math.min(Math.max(columns, NARROWEST), WIDEST);
    return renderTerminal(inertLineReport(report), {
      colours: createTerminalColours(colour),
      columns: width,
    });
  },
};

export default terminal;

function renderTerminal(report: Report, screen: Screen): string {
  const blocks = [
    terminalTable(report, screen.colours, screen.columns),
    documentsBlock(report, screen),
    observationLines(report).flatMap((line) => wrapText(line, screen.columns)),
    ...findingBlocks(report, screen),
    reasonBlock(report, screen),
    consumersBlock(report, screen),
    pactsBlock(report, screen),
    staleBlock(report, screen),
    changesBlock(report, screen),
    historyLines(report).flatMap((line) => wrapText(line, screen.columns)),
    waiverLines(report).flatMap((line) => wrapText(line, screen.columns)),
    proposalBlock(report, screen),
    cleanUpLines(report).flatMap((line) => wrapText(line, screen.columns)),
    closingBlock(report, screen),
  ];
  const lines = blocks.filter((block) => block.length > 0).flatMap((block) => [...block, '']);
  return lines.map(inertLogLine).join('\n');
}

/** How the documents fare, one line each. */
function documentsBlock(report: Report, screen: Screen): readonly string[] {
  const counts = sumClaims(report);
  return [
    ...(counts.total === 0 ? [] : indentedLines(claimsLabel(counts), screen)),
    ...(report.defects.length === 0
      ? []
      : indentedLines(`the documents have ${defectsLabel(report.defects)}`, screen)),
  ];
}

function findingBlocks(report: Report, screen: Screen): readonly (readonly string[])[] {
  const groups = groupReportFindings(report);
  const hidden = groups.length - SHOWN_FINDINGS;
  const shown = groups.slice(0, SHOWN_FINDINGS).map((group) => findingBlock(report, group, screen));
  return hidden > 0
    ? [...shown, [screen.colours.quiet(`… and ${plural(hidden, 'more finding')}, of no greater weight`)]]
    : shown;
}

function findingBlock(report: Report, group: FindingGroup, screen: Screen): readonly string[] {
  const { colours, columns } = screen;
  const { check, level, blame, fingerprint } = group.finding;
  const [title = '', ...more] = wrapText(group.title, columns - levelLabels[level].word.length - 1);
  const origin = `${check} · blame: ${blameLabels[blame].word} · ${fingerprint}`;
  return [
    `${colours.level[level](levelLabels[level].word)} ${colours.strong(title)}`,
    ...more.map((line) => `  ${colours.strong(line)}`),
    ...indentedLines(origin, screen).map(colours.quiet),
    ...findingFacts(report, group).flatMap(({ label, lines, quote }) =>
      labelledLines(label, [...lines, ...quote], screen),
    ),
  ];
}

function indentedLines(text: string, { columns }: Screen): readonly string[] {
  return wrapText(text, columns - 2).map((line) => `  ${line}`);
}

function labelledLines(
  label: string,
  lines: readonly string[],
  { colours, columns }: Screen,
): readonly string[] {
  const wrapped = lines.flatMap((line) => wrapText(line, columns - LABEL_WIDTH - 2));
  return wrapped.map((line, index) => {
    const start = (index === 0 ? label : '').padEnd(LABEL_WIDTH);
    return `  ${colours.quiet(start)}${line}`;
  });
}

function reasonBlock(report: Report, screen: Screen): readonly string[] {
  const groups = groupReasons(report);
  if (groups.length === 0) return [];
  const hidden = groups.length - SHOWN_REASONS;
  return [
    screen.colours.strong('Not proven'),
    ...groups.slice(0, SHOWN_REASONS).flatMap((group) => reasonLines(group, screen)),
    ...(hidden > 0 ? [`  … and ${plural(hidden, 'more reason')}`] : []),
  ];
}

function reasonLines(
  { outcome, operation, reason, blame, cases }: ReasonGroup,
  screen: Screen,
): readonly string[] {
  const fault = blame === null ? '' : ` (blame: ${blameLabels[blame].word})`;
  const text = `${operation}, ${plural(cases.length, 'case')}: ${reason}${fault}`;
  return labelledLines(outcomeLabels[outcome].word, [text], screen);
}

/** Each consumer, and the places that break it. */
function consumersBlock({ reliedOn }: Report, screen: Screen): readonly string[] {
  if (reliedOn.consumers.length === 0) return [];
  return [
    screen.colours.strong('Who relies on it'),
    ...reliedOn.consumers.flatMap((each) => {
      const groups = groupBreakages(each);
      const hidden = groups.length - SHOWN_BREAKAGES;
      const lines = [
        consumerSentence(each),
        ...groups.slice(0, SHOWN_BREAKAGES).map(breakageText),
        ...(hidden > 0 ? [`… and ${plural(hidden, 'more place')}`] : []),
      ];
      return labelledLines(each.consumer, lines, screen);
    }),
  ];
}

/** What the user's own pacts rely on that no document says, and what their states were taken for. */
function pactsBlock({ pacts = [] }: Report, screen: Screen): readonly string[] {
  if (pacts.length === 0) return [];
  return [
    screen.colours.strong('Pacts of your own'),
    ...pactNotes(pacts).flatMap(({ pact, notes }) => [
      ...indentedLines(pact, screen),
      ...notes.flatMap((note) => indentedLines(`- ${note}`, screen)),
    ]),
  ];
}

function staleBlock({ stale }: Report, screen: Screen): readonly string[] {
  if (stale.length === 0) return [];
  return [screen.colours.strong('Stale citations'), ...stale.flatMap((each) => indentedLines(each, screen))];
}

const SHOWN_CHANGES = 20;

/** What is otherwise than in the earlier report that was given. */
function changesBlock({ changes }: Report, screen: Screen): readonly string[] {
  if (changes === undefined) return [];
  const lines = changeLines(changes);
  const hidden = lines.length - SHOWN_CHANGES;
  return [
    ...wrapText(changesLabel(changes), screen.columns).map(screen.colours.strong),
    ...lines.slice(0, SHOWN_CHANGES).flatMap((line) => indentedLines(line, screen)),
    ...(hidden > 0 ? [`  … and ${plural(hidden, 'more change')}`] : []),
  ];
}

/** The first of the waivers that would open the gate; the rest are in a file. */
function proposalBlock(report: Report, { colours }: Screen): readonly string[] {
  const [first, ...others] = report.gateShutBy;
  if (first === undefined) return [];
  const more =
    others.length === 0 ? '' : `; ${plural(others.length, 'more entry', 'more entries')} in the file`;
  return [
    colours.quiet(
      `To excuse it for a time, in a file given with --waivers (waivers.proposed.yaml has it${more}):`,
    ),
    ...waiverEntries(report, [first])
      .split('\n')
      .map((line) => `  ${line}`),
  ];
}

function closingBlock(report: Report, screen: Screen): readonly string[] {
  const { glyph, word } = verdictLabels[report.verdict];
  const paint = screen.colours.verdict[report.verdict];
  const verdict = paint(screen.colours.strong(`${glyph} ${word}`));
  return [
    verdict,
    ...indentedLines(`It ${answersLine(report)}.`, screen),
    ...openingSentences(report).flatMap((sentence) => indentedLines(sentence, screen)),
    ...indentedLines(gateLabel(report), screen),
    ...labelledLines('next', [nextStep(report)], screen),
  ];
}
