import type { DocumentTexts } from '../load/read-document-texts.ts';
import type { Quotation, Report } from '../model/report.ts';
import type { Source } from '../model/source.ts';
import type { Suite } from '../model/suite.ts';

/** Adds the cited lines of the report, and names every citation of ours and of the user's whose lines have changed. */
export function quoteDocuments(report: Report, suite: Suite, texts: DocumentTexts): Report {
  const cited = report.operations.flatMap((operation) => [
    operation.source,
    ...operation.cases.flatMap(({ findings }) => findings.map(({ source }) => source)),
    ...operation.readings.flatMap(({ conflict }) => conflict.map(({ source }) => source)),
  ]);
  const passages = report.defects.flatMap(({ sources }) => sources.map(({ source }) => source));
  const quotations = distinct([...cited, ...passages]).flatMap(
    ({ document, lines }): readonly Quotation[] => {
      const text = texts.quote({ document, lines });
      return text === undefined ? [] : [{ document, lines, text }];
    },
  );
  return { ...report, quotations, stale: staleCitations(suite, texts) };
}

function distinct(sources: readonly Source[]): readonly Source[] {
  return [...new Map(sources.map((source) => [keyOf(source), source])).values()];
}

function keyOf({ document, lines }: Source): string {
  return `${document}:${lines.join('-')}`;
}

function staleCitations({ specs, checks = [] }: Suite, texts: DocumentTexts): readonly string[] {
  const inSpecs = specs.flatMap(({ file, citations, defects }) => [
    ...[...citations].flatMap(([node, { pointer, source }]) =>
      'x-source' in node && texts.isStale(source) ? [`${file}#${pointer} (${keyOf(source)})`] : [],
    ),
    ...defects.flatMap(({ id, sources }) =>
      sources.flatMap(({ source }) => (texts.isStale(source) ? [`defect ${id} (${keyOf(source)})`] : [])),
    ),
  ]);
  const inChecks = checks.flatMap(({ id, from, source }) =>
    source !== undefined && texts.isStale(source) ? [`${from}, ${id} (${keyOf(source)})`] : [],
  );
  return [...inSpecs, ...inChecks];
}
