import type { Report } from '../../model/report.ts';
import type { Source } from '../../model/source.ts';
import type { VendorDocument } from '../../model/spec.ts';
import { sourcesOf } from '../finding-groups.ts';
import {
  codeBlockMarkdown as block,
  codeMarkdown as code,
  inertMarkdown as prose,
} from '../inert-markdown.ts';
import { inertText } from '../inert-text.ts';
import { strengthLabels } from '../labels.ts';
import { lineRange, quotedLines } from '../source-label.ts';
import { plural } from '../tally.ts';
import type { Deviation } from './deviation.ts';

const QUOTED_LINES = 20;
const CITED = 6;

/** Each cited passage as an entry of a list, with its lines below where they are at hand. */
export function documentParts(report: Report, { group }: Deviation): readonly string[] {
  const sources = sourcesOf(group);
  const hidden = sources.length - CITED;
  return [
    ...sources
      .slice(0, CITED)
      .flatMap((source) => [
        `- ${documentWords(report, source)}, ${linesWords(source)}`,
        ...quotation(report, source),
      ]),
    ...(hidden > 0 ? [`- ${plural(hidden, 'more passage')}`] : []),
  ];
}

function documentWords({ documents }: Report, { document }: Source): string {
  const known = documents.find(({ id }) => id === document);
  return known === undefined ? code(document) : titleWords(known);
}

function titleWords({ title, version, published, retrieved }: VendorDocument): string {
  const edition =
    version === null ? `as retrieved on ${retrieved}` : `${version} (retrieved on ${retrieved})`;
  const address = published === null ? 'address not known' : code(published);
  return `${prose(`“${title}”, ${edition}`)}, ${address}`;
}

function linesWords({ lines, strength }: Source): string {
  return `${lines[0] === lines[1] ? 'line' : 'lines'} ${lineRange(lines)} (${strengthLabels[strength]})`;
}

function quotation(report: Report, source: Source): readonly string[] {
  const lines = quotedLines(report, source);
  if (lines === undefined) return [];
  const shown = lines
    .slice(0, QUOTED_LINES)
    .map(({ number, text }) => `${number} | ${inertText(text).replaceAll('\n', ' ')}`);
  const hidden = lines.length - QUOTED_LINES;
  return block(hidden > 0 ? [...shown, `… ${plural(hidden, 'more line')}`] : shown, '  ');
}
