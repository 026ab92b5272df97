import type { Report } from '../model/report.ts';
import { consumerSentence } from './answer-sentences.ts';
import { breakageText, groupBreakages } from './breakage-groups.ts';
import { changeLines, changesLabel } from './change-lines.ts';
import { claimsLabel, sumClaims } from './claim-tally.ts';
import { defectsLabel } from './defect-text.ts';
import { blameLabels, outcomeLabels, standingLabels } from './labels.ts';
import { ownCheckLines } from './own-check-lines.ts';
import { pactNotes } from './pact-notes.ts';
import { groupReasons, type ReasonGroup } from './reason-groups.ts';
import { plural } from './tally.ts';
import { indentedLines, labelledLines, markedLines, type Screen } from './terminal-screen.ts';
import { waiverEntries } from './waiver-entry.ts';
import { wrapText } from './wrap-text.ts';

/** More than this in a scrolling window helps nobody; the files hold them all. */
const SHOWN_REASONS = 10;
const SHOWN_BREAKAGES = 8;
const SHOWN_CHANGES = 20;

/** How the documents fare, one line each. */
export function documentsBlock(report: Report, screen: Screen): readonly string[] {
  const counts = sumClaims(report);
  const lines = [
    ...(counts.total === 0 ? [] : [claimsLabel(counts)]),
    ...(report.defects.length === 0 ? [] : [defectsLabel(report.defects)]),
  ];
  return labelledLines('documents', lines, screen);
}

export function reasonBlock(report: Report, screen: Screen): readonly string[] {
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
  const { glyph, word } = outcomeLabels[outcome];
  const fault = blame === null ? '' : ` (blame: ${blameLabels[blame].word})`;
  const text = `${operation}, ${plural(cases.length, 'case')}: ${reason}${fault}`;
  return labelledLines(`${glyph} ${word}`, [text], screen);
}

/** Each consumer, and the places that break it. */
export function consumersBlock({ reliedOn }: Report, screen: Screen): readonly string[] {
  if (reliedOn.consumers.length === 0) return [];
  return [
    screen.colours.strong('Who relies on it'),
    ...reliedOn.consumers.flatMap((each) => {
      const groups = groupBreakages(each);
      const hidden = groups.length - SHOWN_BREAKAGES;
      const mark = screen.colours.standing[each.standing](standingLabels[each.standing].glyph);
      const places = [
        ...groups.slice(0, SHOWN_BREAKAGES).map(breakageText),
        ...(hidden > 0 ? [`… and ${plural(hidden, 'more place')}`] : []),
      ];
      return [
        ...markedLines(mark, `${each.consumer}  ${consumerSentence(each)}`, screen),
        ...places.flatMap((place) => indentedLines(place, screen, '    ')),
      ];
    }),
  ];
}

/** What the user's own pacts rely on that no document says, and what their states were taken for. */
export function pactsBlock({ pacts = [] }: Pick<Report, 'pacts'>, screen: Screen): readonly string[] {
  if (pacts.length === 0) return [];
  return [
    screen.colours.strong('Pacts of your own'),
    ...pactNotes(pacts).flatMap(({ pact, notes }) => [
      ...indentedLines(pact, screen),
      ...notes.flatMap((note) => markedLines('-', note, screen)),
    ]),
  ];
}

/** The user's own checks, and how they ended. */
export function ownChecksBlock(report: Report, screen: Screen): readonly string[] {
  const lines = ownCheckLines(report);
  if (lines.length === 0) return [];
  return [
    screen.colours.strong('Checks of your own'),
    ...lines.flatMap((line) => indentedLines(line, screen)),
  ];
}

export function staleBlock({ stale }: Report, screen: Screen): readonly string[] {
  if (stale.length === 0) return [];
  return [screen.colours.strong('Stale citations'), ...stale.flatMap((each) => indentedLines(each, screen))];
}

/** What is otherwise than in the earlier report that was given. */
export function changesBlock(
  { changes }: Pick<Report, 'changes'>,
  screen: Screen,
  shown: number = SHOWN_CHANGES,
): readonly string[] {
  if (changes === undefined) return [];
  const lines = changeLines(changes);
  const hidden = lines.length - shown;
  return [
    ...wrapText(changesLabel(changes), screen.columns).map(screen.colours.strong),
    ...lines.slice(0, shown).flatMap((line) => changeEntry(line, screen)),
    ...(hidden > 0 ? [`  … and ${plural(hidden, 'more change')}`] : []),
  ];
}

/** The kind of change stands in a column of its own; what does not fit goes on below what is said of it. */
function changeEntry(line: string, screen: Screen): readonly string[] {
  const [kind = '', ...words] = line.split(' ');
  const paint = changePaints(screen)[kind];
  if (paint === undefined) return indentedLines(line, screen);
  const mark = paint(kind.padEnd(LONGEST_CHANGE));
  return markedLines(mark, words.join(' '), screen);
}

const LONGEST_CHANGE = 'verdict'.length;

function changePaints({ colours }: Screen): Readonly<Record<string, (text: string) => string>> {
  const { strong, quiet, level, verdict } = colours;
  const plain = { verdict: strong, reading: strong, fields: strong, gone: quiet };
  return { ...plain, new: level.must, changed: level.should, fixed: verdict.conformant };
}

/** The first of the waivers that would open the gate; the rest are in a file. */
export function proposalBlock(report: Report, screen: Screen): readonly string[] {
  const [first, ...others] = report.gateShutBy;
  if (first === undefined) return [];
  const more = others.length === 0 ? '' : `, with ${plural(others.length, 'more entry', 'more entries')}`;
  const intro = `To excuse it for a time, fill this in and give the file with --waivers; waivers.proposed.yaml has it${more}:`;
  return [
    ...wrapText(intro, screen.columns).map(screen.colours.quiet),
    ...waiverEntries(report, [first])
      .split('\n')
      .flatMap((line) => indentedLines(line, screen))
      .map(screen.colours.quiet),
  ];
}
