import type { VNode } from 'preact';
import type { Report } from '../../model/report.ts';
import type { Source } from '../../model/source.ts';
import { type QuotedLine, quotedLines, sourceLabel } from '../source-label.ts';
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

/** The cited lines themselves, numbered as in the document; of more than `limit` the first and the last. */
export function QuotedSource(props: Props & { readonly limit?: number }): VNode | null {
  const lines = quotedLines(props.report, props.source);
  if (lines === undefined) return null;
  const half = Math.floor((props.limit ?? lines.length) / 2);
  const hidden = lines.length > half * 2 + 1 ? lines.length - half * 2 : 0;
  return (
    <pre class="quote">
      <NumberedLines lines={hidden === 0 ? lines : lines.slice(0, half)} />
      {hidden === 0 ? null : `… ${hidden} lines not shown\n`}
      <NumberedLines lines={hidden === 0 ? [] : lines.slice(-half)} />
    </pre>
  );
}

function NumberedLines({ lines }: { readonly lines: readonly QuotedLine[] }): VNode {
  return (
    <>
      {lines.map(({ number, text }) => (
        <span key={number} class="line">
          <span class="number">{number}</span>
          {`${text}\n`}
        </span>
      ))}
    </>
  );
}
