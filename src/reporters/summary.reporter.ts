import { type Blame, OUTCOMES } from '../model/finding.ts';
import type { OperationReport, Report } from '../model/report.ts';
import { answersLine, answerWords, consumerSentence } from './answer-sentences.ts';
import { groupBreakages } from './breakage-groups.ts';
import { changeLines, changesLabel } from './change-lines.ts';
import { claimsLabel, sumClaims } from './claim-tally.ts';
import { cleanUpLines } from './clean-up-lines.ts';
import { defectsLabel } from './defect-text.ts';
import { type FindingFact, findingFacts } from './finding-facts.ts';
import { type FindingGroup, groupReportFindings } from './finding-groups.ts';
import { fitMarkdown } from './fit-markdown.ts';
import { gateLabel, nextStep, openingSentences } from './headline.ts';
import { historyLines } from './history-lines.ts';
import {
  codeBlockMarkdown as block,
  codeMarkdown as code,
  codeCellMarkdown as codeCell,
  inertMarkdown as prose,
} from './inert-markdown.ts';
import { inertLineReport } from './inert-report.ts';
import { blameLabels, levelLabels, outcomeLabels, verdictLabels } from './labels.ts';
import { observationLines } from './observation-lines.ts';
import { ownCheckLines } from './own-check-lines.ts';
import { pactNotes } from './pact-notes.ts';
import { groupReasons } from './reason-groups.ts';
import type { Reporter } from './reporter.ts';
import { plural } from './tally.ts';
import { waiverLines } from './waiver-lines.ts';

/** More than anybody reads in a summary. */
const SHOWN_FINDINGS = 100;
/** GitHub shows nothing of a summary of more than a mebibyte; other tools of the same step may write to it as well. */
const LIMIT = 900 * 1024;

/** Markdown for the summary page of a CI job or a pull request. */
const summary: Reporter = {
  name: 'summary',
  title: 'Markdown, for the summary page of a CI job',
  file: 'summary.md',
  render: (report) => `${fitMarkdown(renderSummary(inertLineReport(report)), LIMIT)}\n`,
};

export default summary;

function renderSummary(report: Report): readonly string[] {
  const { glyph, word } = verdictLabels[report.verdict];
  return [
    `# ${glyph} ${capitalised(word)}`,
    prose(`It ${answersLine(report)}.`),
    ...openingSentences(report).map(prose),
    `**${prose(gateLabel(report))}.** Next: ${prose(nextStep(report))}`,
    '## Operations',
    operationsTable(report),
    ...observationParts(report),
    ...consumerParts(report),
    ...pactParts(report),
    ...ownCheckParts(report),
    ...findingParts(report),
    ...reasonParts(report),
    ...claimParts(report),
    ...defectParts(report),
    ...staleParts(report),
    ...changeParts(report),
    ...historyParts(report),
    ...waiverParts(report),
    ...cleanUpLines(report).map(prose),
    `${prose(`${report.tool.name} ${report.tool.version}, run`)} ${code(report.run.id)}, ${code(report.run.startedAt)}`,
  ];
}

/** What was observed where nothing was sent. */
function observationParts(report: Report): readonly string[] {
  const lines = observationLines(report);
  return lines.length === 0 ? [] : ['## Observed', lines.map((line) => `- ${prose(line)}`).join('\n')];
}

/** What is otherwise than in the earlier report that was given. */
function changeParts({ changes }: Report): readonly string[] {
  if (changes === undefined) return [];
  const lines = changeLines(changes).map((line) => `- ${prose(line)}`);
  return [
    '## What has changed',
    prose(changesLabel(changes)),
    ...(lines.length === 0 ? [] : [lines.join('\n')]),
  ];
}

function historyParts(report: Report): readonly string[] {
  const lines = historyLines(report);
  return lines.length === 0 ? [] : ['## History', lines.map((line) => `- ${prose(line)}`).join('\n')];
}

/** One line for all, and one for each that somebody has to mend. */
function waiverParts(report: Report): readonly string[] {
  const lines = waiverLines(report);
  return lines.length === 0 ? [] : ['## Waivers', lines.map((line) => `- ${prose(line)}`).join('\n')];
}

function operationsTable(report: Report): string {
  const shown = OUTCOMES.filter((name) => name !== 'waived' || report.totals.waived > 0);
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const counts = (totals: OperationReport['totals']) => shown.map((name) => `${totals[name]}`);
  return [
    row([
      'Operation',
      'Verdict',
      'Document',
      'Relied on',
      ...shown.map((name) => capitalised(outcomeLabels[name].word)),
      'Why',
    ]),
    row(['---', '---', '---', '---', ...shown.map(() => '---:'), '---']),
    ...report.operations.map((each) =>
      row([
        codeCell(each.operation),
        verdictCell(each),
        ...answerCells(each),
        ...counts(each.totals),
        prose(each.because),
      ]),
    ),
    row(['All', verdictCell(report), ...answerCells(report), ...counts(report.totals), '']),
  ].join('\n');
}

/** Each consumer, and the places that break it. */
function consumerParts({ reliedOn }: Report): readonly string[] {
  if (reliedOn.consumers.length === 0) return [];
  const lines = reliedOn.consumers.flatMap((each) => [
    `- ${prose(each.consumer)}: ${prose(consumerSentence(each))}`,
    ...groupBreakages(each).map(
      (group) => `  - ${code(`${group.operation} ${group.pointer}`)}${prose(whyText(group.why))}`,
    ),
  ]);
  return ['## Who relies on it', lines.join('\n')];
}

/** What the user's own pacts rely on that no document says, and what their states were taken for. */
function pactParts({ pacts = [] }: Report): readonly string[] {
  if (pacts.length === 0) return [];
  const lines = pactNotes(pacts).flatMap(({ pact, notes }) => [
    `- ${prose(pact)}`,
    ...notes.map((note) => `  - ${prose(note)}`),
  ]);
  return ['## Pacts of your own', lines.join('\n')];
}

/** The user's own checks, and how they ended. */
function ownCheckParts(report: Report): readonly string[] {
  const lines = ownCheckLines(report).map((line) => `- ${prose(line)}`);
  return lines.length === 0 ? [] : ['## Checks of your own', lines.join('\n')];
}

function whyText(why: readonly string[]): string {
  return why.length === 0 ? '' : `: ${why.join('; ')}`;
}

function answerCells(each: Parameters<typeof answerWords>[0]): readonly string[] {
  const { document, reliedOn } = answerWords(each);
  return [document, reliedOn].map(prose);
}

/** One line an operation, so that a count can be held against the documents. */
function claimParts(report: Report): readonly string[] {
  if (sumClaims(report).total === 0) return [];
  const lines = report.operations.map(
    ({ operation, claims }) => `- ${code(operation)}: ${prose(claimsLabel(claims.counts))}`,
  );
  return [
    '## Claims of the documents',
    [...lines, `- All: ${prose(claimsLabel(sumClaims(report)))}`].join('\n'),
  ];
}

/** The list is long and the same in every run, so it stays in the page. */
function defectParts({ defects }: Report): readonly string[] {
  if (defects.length === 0) return [];
  return [
    prose(
      `The documents have ${defectsLabel(defects)}. The HTML report lists them, each with what to ask its vendor.`,
    ),
  ];
}

function verdictCell({ verdict }: Pick<Report, 'verdict'>): string {
  return `${verdictLabels[verdict].glyph} ${verdictLabels[verdict].word}`;
}

function findingParts(report: Report): readonly string[] {
  const groups = groupReportFindings(report);
  if (groups.length === 0) return [];
  const hidden = groups.length - SHOWN_FINDINGS;
  return [
    '## Findings',
    ...groups.slice(0, SHOWN_FINDINGS).map((group) => findingPart(report, group)),
    ...(hidden > 0 ? [`… and ${plural(hidden, 'more finding')}, of no greater weight.`] : []),
  ];
}

function findingPart(report: Report, group: FindingGroup): string {
  const { level, blame, check, fingerprint } = group.finding;
  return [
    `### ${levelLabels[level].word}: ${prose(group.title)}`,
    '',
    `${code(check)}, blame: ${blameLabels[blame].word}, ${code(fingerprint)}`,
    '',
    ...findingFacts(report, group).flatMap(factLines),
  ].join('\n');
}

function factLines({ label, kind, lines, quote }: FindingFact): readonly string[] {
  const text = lines.map(kind === 'prose' ? prose : code).join('<br>');
  return [`- ${label}: ${text}`, ...(quote.length === 0 ? [] : block(quote, '  '))];
}

function reasonParts(report: Report): readonly string[] {
  const groups = groupReasons(report);
  if (groups.length === 0) return [];
  const lines = groups.map(
    ({ outcome, operation, reason, blame, cases }) =>
      `- ${outcomeLabels[outcome].word}, ${code(operation)}, ${plural(cases.length, 'case')}: ${prose(reason)}${faultText(blame)}`,
  );
  return ['## Not proven', lines.join('\n')];
}

function faultText(blame: Blame | null): string {
  return blame === null ? '' : ` (blame: ${blameLabels[blame].word})`;
}

function staleParts({ stale }: Report): readonly string[] {
  return stale.length === 0 ? [] : ['## Stale citations', stale.map((each) => `- ${code(each)}`).join('\n')];
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
