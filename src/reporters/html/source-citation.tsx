import type { VNode } from 'preact';
import type { Report } from '../../model/report.ts';
import type { Source } from '../../model/source.ts';
import { quotedLines, sourceLabel } from '../source-label.ts';
import { documentAnchor } from './anchors.ts';

interface Props {
  readonly report: Report;
  readonly source: Source;
}

/** Where the claim stands, as a link to what is known of the document. */
export function SourceCitation({ source }: Props): VNode {
  return (
    <a class="citation" href={`#${documentAnchor(source.document)}`}>
      {sourceLabel(source)}
    </a>
  );
}

/** The cited lines themselves, numbered as in the document. */
export function QuotedSource({ report, source }: Props): VNode | null {
  const lines = quotedLines(report, source);
  if (lines === undefined) return null;
  return (
    <pre class="quote">
      {lines.map(({ number, text }) => (
        <span key={number} class="line">
          <span class="number">{number}</span>
          {`${text}\n`}
        </span>
      ))}
    </pre>
  );
}
