import type { Report } from '../model/report.ts';
import { exchangesOf, type FindingGroup, sourcesOf } from './finding-groups.ts';
import { actualLabel, occurrenceLabel } from './finding-sentence.ts';
import { inertLine } from './inert-text.ts';
import { shorten } from './shorten.ts';
import { quotedLines, sourceLabel } from './source-label.ts';
import { waiverSentence } from './waiver-sentence.ts';

export interface FindingFact {
  readonly label: string;
  /** Sentences for people, or names and values to be shown as they are. */
  readonly kind: 'prose' | 'value';
  readonly lines: readonly string[];
  /** Numbered lines of the cited document, indented as they stand there. */
  readonly quote: readonly string[];
}

const VALUE_LIMIT = 400;
const QUOTED_LINES = 12;
const LISTED = 12;

/** Everything a person needs to act on a finding, in the order it is read. */
export function findingFacts(report: Report, group: FindingGroup): readonly FindingFact[] {
  const { expected, specPointer, reliedOnBy, next, waiver } = group.finding;
  const facts: readonly FindingFact[] = [
    valueFact('where', whereLines(group)),
    valueFact('expected', [shorten(inertLine(expected), VALUE_LIMIT)]),
    valueFact('actual', [actualLabel(group, VALUE_LIMIT)]),
    { ...valueFact('source', sourceLines(group)), quote: quoteLines(report, group) },
    valueFact('spec', specPointer === null ? [] : [specPointer]),
    proseFact('relied on by', reliedOnBy),
    proseFact('waived', waiver === undefined ? [] : [waiverSentence(waiver)]),
    proseFact('next', waiver === undefined ? [next] : []),
  ];
  return facts.filter(({ lines }) => lines.length > 0);
}

function valueFact(label: string, lines: readonly string[]): FindingFact {
  return { label, kind: 'value', lines, quote: [] };
}

function proseFact(label: string, lines: readonly string[]): FindingFact {
  return { label, kind: 'prose', lines, quote: [] };
}

function whereLines(group: FindingGroup): readonly string[] {
  const [first, ...others] = exchangesOf(group);
  const seen = occurrenceLabel(group);
  const where = `${first} ${group.pointer}`;
  return [
    seen === '' ? where : `${where} (${seen})`,
    ...listed(others.map((exchange) => `also in ${exchange}`)),
  ];
}

function sourceLines(group: FindingGroup): readonly string[] {
  return listed(sourcesOf(group).map(sourceLabel));
}

function listed(lines: readonly string[]): readonly string[] {
  return lines.length > LISTED ? [...lines.slice(0, LISTED), `… ${lines.length - LISTED} more`] : lines;
}

function quoteLines(report: Report, group: FindingGroup): readonly string[] {
  const lines = sourcesOf(group).flatMap((source) => quotedLines(report, source) ?? []);
  const shown = lines.slice(0, QUOTED_LINES).map(({ number, text }) => `${number} | ${text}`);
  return lines.length > QUOTED_LINES ? [...shown, `… ${lines.length - QUOTED_LINES} more lines`] : shown;
}
