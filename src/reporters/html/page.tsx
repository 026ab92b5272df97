import { createHash } from 'node:crypto';
import type { VNode } from 'preact';
import type { OperationReport, Report } from '../../model/report.ts';
import { inertLine } from '../inert-text.ts';
import { verdictLabels } from '../labels.ts';
import { Appendix } from './appendix.tsx';
import { DefectLists } from './defect-lists.tsx';
import { Differences } from './differences.tsx';
import { OperationSection } from './operation-section.tsx';
import { PactList } from './pact-list.tsx';
import { styles } from './styles.ts';
import { VerdictHeader } from './verdict-header.tsx';
import { VerdictMatrix } from './verdict-matrix.tsx';

/** Only our own style sheet may act on this page, known by its hash: no script, no image, no request. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(styles).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

export function Page({ report }: { readonly report: Report }): VNode {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{pageTitle(report)}</title>
        <style dangerouslySetInnerHTML={{ __html: styles }} />
      </head>
      <body class={`is-${report.verdict}`}>
        <a class="skip" href="#operations">
          Skip to the operations
        </a>
        <VerdictHeader report={report} />
        <main>
          <VerdictMatrix report={report} />
          <Differences report={report} />
          <Operations report={report} />
          <PactList {...(report.pacts && { pacts: report.pacts })} />
          <DefectLists report={report} />
          <Appendix report={report} />
        </main>
        <footer>
          {report.tool.name} {report.tool.version} · run <code>{report.run.id}</code> · plan{' '}
          <code>{report.planHash.slice(0, 12)}</code>
        </footer>
      </body>
    </html>
  );
}

function Operations({ report }: { readonly report: Report }): VNode {
  return (
    <section id="operations" aria-labelledby="operations-title">
      <h2 id="operations-title">Operation by operation</h2>
      {report.operations.map((operation: OperationReport) => (
        <OperationSection key={operation.operation} report={report} operation={operation} />
      ))}
    </section>
  );
}

function pageTitle({ verdict, target, tool }: Report): string {
  const { glyph, word } = verdictLabels[verdict];
  return inertLine(`${glyph} ${word} · ${target.name} · ${tool.name}`);
}
