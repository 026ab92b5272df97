import type { Quotation, Report } from '../model/report.ts';
import type { Source } from '../model/source.ts';
import { strengthLabels } from './labels.ts';

/** `document:12-14 (stated)`: where a claim stands, the way compilers name places. */
export function sourceLabel(source: Source): string {
  return `${source.document}:${lineRange(source.lines)} (${strengthLabels[source.strength]})`;
}

export function lineRange([from, to]: Source['lines']): string {
  return from === to ? `${from}` : `${from}-${to}`;
}

export interface QuotedLine {
  readonly number: number;
  readonly text: string;
}

/** The cited lines, when the texts were given; undefined when they were not. */
export function quotedLines(report: Report, source: Source): readonly QuotedLine[] | undefined {
  const quotation = report.quotations.find((each) => isOf(each, source));
  return quotation?.text.split('\n').map((text, index) => ({ number: quotation.lines[0] + index, text }));
}

function isOf(quotation: Quotation, source: Source): boolean {
  return (
    quotation.document === source.document &&
    quotation.lines[0] === source.lines[0] &&
    quotation.lines[1] === source.lines[1]
  );
}
