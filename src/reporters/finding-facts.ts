import type { Report } from '../model/report.ts';
import { exchangesOf, type FindingGroup } from './finding-groups.ts';
import { actualLabel, occurrenceLabel } from './finding-sentence.ts';
import { inertLine } from './inert-text.ts';
import { shorten } from './shorten.ts';
import { quotedLines, sourceLabel } from './source-label.ts';

export interface FindingFact {
  readonly label: string;
  readonly lines: readonly string[];
}

const VALUE_LIMIT = 400;
const QUOTED_LINES = 12;

/** Everything a person needs to act on a finding, in the order it is read. */
export function findingFacts(report: Report, group: FindingGroup): readonly FindingFact[] {
  const { finding } = group;
  return [
    { label: 'where', lines: whereLines(group) },
    { label: 'expected', lines: [shorten(inertLine(finding.expected), VALUE_LIMIT)] },
    { label: 'actual', lines: [actualLabel(group, VALUE_LIMIT)] },
    { label: 'source', lines: [sourceLabel(finding.source), ...quoteLines(report, group)] },
    { label: 'spec', lines: finding.specPointer === null ? [] : [finding.specPointer] },
    { label: 'relied on by', lines: finding.reliedOnBy },
    { label: 'next', lines: [finding.next] },
  ].flatMap(({ label, lines }) => (lines.length > 0 ? [{ label, lines: lines.map(oneLine) }] : []));
}

/** Indentation is kept, it shows where quoted lines stand; a line break could forge a fact. */
function oneLine(text: string): string {
  return text.replaceAll('\n', ' ');
}

function whereLines(group: FindingGroup): readonly string[] {
  const [first, ...others] = exchangesOf(group);
  const seen = occurrenceLabel(group);
  const where = `${first} ${group.pointer}`;
  return [seen === '' ? where : `${where} (${seen})`, ...others.map((exchange) => `also in ${exchange}`)];
}

function quoteLines(report: Report, { finding }: FindingGroup): readonly string[] {
  const lines = quotedLines(report, finding.source) ?? [];
  const shown = lines.slice(0, QUOTED_LINES).map(({ number, text }) => `${number} | ${text}`);
  return lines.length > QUOTED_LINES ? [...shown, `… ${lines.length - QUOTED_LINES} more lines`] : shown;
}
