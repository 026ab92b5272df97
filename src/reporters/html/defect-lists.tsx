import type { VNode } from 'preact';
import type { Report, ReportedDefect } from '../../model/report.ts';
import { defectsLabel, shownSentences } from '../defect-text.ts';
import { defectLabels } from '../labels.ts';
import { defectAnchor } from './anchors.ts';
import { Fact } from './fact.tsx';
import { QuotedSource, SourceCitation } from './source-citation.tsx';

/** A passage may be a whole sample; where it begins and ends tells enough. */
const QUOTED_LINES = 10;

/** What to tell the vendors, document by document. */
export function DefectLists({ report }: { readonly report: Report }): VNode | null {
  if (report.defects.length === 0) return null;
  const documents = [...new Set(report.defects.map(firstDocument))];
  return (
    <section id="defects" data-whole aria-labelledby="defects-title">
      <h2 id="defects-title">What the documents get wrong</h2>
      <p>
        {`The documents have ${defectsLabel(report.defects)}. Each stands with what was assumed in its place, what this target showed, and a sentence to send to the vendor.`}
      </p>
      {documents.map((document) => (
        <DocumentDefects
          key={document}
          report={report}
          document={document}
          defects={report.defects.filter((defect) => firstDocument(defect) === document)}
        />
      ))}
    </section>
  );
}

function DocumentDefects(props: {
  readonly report: Report;
  readonly document: string;
  readonly defects: readonly ReportedDefect[];
}): VNode {
  const title = props.report.documents.find(({ id }) => id === props.document)?.title ?? props.document;
  return (
    <details class="fold">
      <summary>
        {title} <code>{props.document}</code> <span class="quiet">{defectsLabel(props.defects)}</span>
      </summary>
      {props.defects.map((defect) => (
        <DefectEntry key={defect.id} report={props.report} defect={defect} />
      ))}
    </details>
  );
}

function DefectEntry(props: { readonly report: Report; readonly defect: ReportedDefect }): VNode {
  const { report, defect } = props;
  return (
    <section class="reading" id={defectAnchor(defect.id)}>
      <h3>
        {defect.title} <span class="pill">{defectLabels[defect.kind].word}</span>{' '}
        <code class="quiet">{defect.id}</code>
      </h3>
      <ul>
        {defect.sources.map(({ source, says }) => (
          <li key={says}>
            {says} <SourceCitation report={report} source={source} />
            <QuotedSource report={report} source={source} limit={QUOTED_LINES} />
          </li>
        ))}
      </ul>
      <dl class="facts">
        <Fact term="Assumed">{defect.assumed}</Fact>
        <Fact term="This target">
          {shownSentences(defect).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Fact>
        <Fact term="To ask">
          <strong>{defect.question}</strong>
        </Fact>
      </dl>
    </section>
  );
}

/** A defect that shows in several documents stands with the first. */
function firstDocument({ sources }: ReportedDefect): string {
  return sources[0]?.source.document ?? '';
}
