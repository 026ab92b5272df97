import type { Report } from '../model/report.ts';
import type { Level } from '../model/source.ts';
import { changeLabels } from './change-lines.ts';
import { findingFacts } from './finding-facts.ts';
import { exchangesOf, type FindingGroup, groupReportFindings } from './finding-groups.ts';
import { occurrenceLabel } from './finding-sentence.ts';
import { blameLabels, levelLabels, outcomeLabels, verdictLabels } from './labels.ts';
import { plural } from './tally.ts';
import { indentedLines, labelledLines, type Screen } from './terminal-screen.ts';
import { wrapText } from './wrap-text.ts';

/** More than this in a scrolling window helps nobody; the files hold them all. */
const SHOWN_FINDINGS = 20;
/** Of the exchanges that show the same. */
const SHOWN_PLACES = 3;

export function findingBlocks(report: Report, screen: Screen): readonly (readonly string[])[] {
  const groups = groupReportFindings(report);
  const hidden = groups.length - SHOWN_FINDINGS;
  const shown = groups.slice(0, SHOWN_FINDINGS).map((group) => findingBlock(report, group, screen));
  return hidden > 0
    ? [...shown, [screen.colours.quiet(`… and ${plural(hidden, 'more finding')}, of no greater weight`)]]
    : shown;
}

function findingBlock(report: Report, group: FindingGroup, screen: Screen): readonly string[] {
  const { colours, columns } = screen;
  const { check, blame, fingerprint } = group.finding;
  const { mark, paint } = markOf(report, group, screen);
  const [title = '', ...more] = wrapText(group.title, columns - mark.length - 1);
  const origin = [check, `blame: ${blameLabels[blame].word}`, fingerprint, ...standingOf(report, group)];
  return [
    `${paint(mark)} ${colours.strong(title)}`,
    ...more.map((line) => `${' '.repeat(mark.length)} ${colours.strong(line)}`),
    ...indentedLines(origin.join(' · '), screen).map(colours.quiet),
    ...labelledLines('where', placesOf(group), screen),
    ...findingFacts(report, group)
      .filter(({ label }) => label !== 'where')
      .flatMap(({ label, lines, quote }) => labelledLines(label, [...lines, ...quote], screen)),
  ];
}

/** The place, and below it the exchanges that show it, each on a line of its own and without its operation. */
function placesOf(group: FindingGroup): readonly string[] {
  const own = `${group.operation}/`;
  const exchanges = exchangesOf(group).map((id) => (id.startsWith(own) ? id.slice(own.length) : id));
  const place = `${group.operation} ${group.pointer}`;
  const seen = occurrenceLabel(group);
  const hidden = exchanges.length - SHOWN_PLACES;
  return [
    seen === '' ? place : `${place} (${seen})`,
    ...exchanges.slice(0, SHOWN_PLACES).map((exchange) => `in ${exchange}`),
    ...(hidden > 0 ? [`… and ${plural(hidden, 'more exchange')}`] : []),
  ];
}

/** The sign of the verdict that such a finding leads to, and its level; of what is excused, that it is. */
function markOf(report: Report, group: FindingGroup, { colours }: Screen) {
  const { level, blame, waiver } = group.finding;
  const word = levelLabels[level].word.padEnd('should'.length);
  if (waiver !== undefined) return { mark: `${outcomeLabels.waived.glyph} ${word}`, paint: colours.quiet };
  if (blame === 'setup' || blame === 'suite')
    return { mark: `${verdictLabels.unproven.glyph} ${word}`, paint: colours.verdict.unproven };
  if (isBreaking(report, group))
    return { mark: `${verdictLabels.nonconformant.glyph} ${word}`, paint: colours.verdict.nonconformant };
  return { mark: `${LEVEL_GLYPHS[level]} ${word}`, paint: colours.level[level] };
}

/** Somebody relies on what is not there. */
function isBreaking({ reliedOn }: Report, { operation, places }: FindingGroup): boolean {
  const breakages = reliedOn.consumers.flatMap(({ brokenBy }) => brokenBy);
  return breakages.some(
    (one) => one.operation === operation && places.some(({ fingerprint }) => fingerprint === one.fingerprint),
  );
}

const LEVEL_GLYPHS = {
  must: verdictLabels.nonconformant.glyph,
  should: verdictLabels.deviating.glyph,
  // It changes no verdict.
  may: '·',
} as const satisfies Record<Level, string>;

/** Where an earlier run was given: is it new, or as before? */
function standingOf({ changes }: Report, { places, operation }: FindingGroup): readonly string[] {
  if (changes === undefined) return [];
  const isIn = (list: readonly { readonly operation: string; readonly fingerprint: string }[]) =>
    list.some(
      (one) =>
        one.operation === operation && places.some(({ fingerprint }) => fingerprint === one.fingerprint),
    );
  const kind = (['new', 'changed'] as const).find((one) =>
    isIn(changes.findings.filter((change) => change.kind === one)),
  );
  if (kind !== undefined) return [changeLabels[kind].word];
  return isIn(changes.known) ? ['known'] : [];
}
