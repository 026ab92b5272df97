import { createHash } from 'node:crypto';
import type { VNode } from 'preact';
import { pageScript } from '../../generated/page-script.ts';
import type { OperationReport, Report } from '../../model/report.ts';
import { inertLine } from '../inert-text.ts';
import { verdictLabels } from '../labels.ts';
import { Appendix } from './appendix.tsx';
import { ChangesSection } from './changes-section.tsx';
import { CleanUpSection } from './clean-up-section.tsx';
import { ConsumerMatrix } from './consumer-matrix.tsx';
import { DefectLists } from './defect-lists.tsx';
import { Differences } from './differences.tsx';
import { HistorySection } from './history-section.tsx';
import { KeyHelp } from './key-help.tsx';
import { ObservationSection } from './observation-section.tsx';
import { OperationSection } from './operation-section.tsx';
import { OwnCheckList } from './own-check-list.tsx';
import { PactList } from './pact-list.tsx';
import { styles } from './styles.ts';
import { TimingSection } from './timing-section.tsx';
import { Toolbar } from './toolbar.tsx';
import { VerdictHeader } from './verdict-header.tsx';
import { VerdictMatrix } from './verdict-matrix.tsx';
import { WaiverList } from './waiver-list.tsx';

/** Only our own style sheet and script may act on this page, each known by its hash: no image, no request. */
const POLICY = [
  "default-src 'none'",
  `style-src '${hashOf(styles)}'`,
  `script-src '${hashOf(pageScript)}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

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
        <a class="skip" href="#report">
          Skip to the report
        </a>
        <VerdictHeader report={report} />
        <main id="report">
          {report.operations.length === 0 ? null : <Toolbar report={report} />}
          <VerdictMatrix report={report} />
          <ChangesSection report={report} />
          <ConsumerMatrix report={report} />
          <Differences report={report} />
          <CleanUpSection report={report} />
          <ObservationSection report={report} />
          <HistorySection report={report} />
          <TimingSection report={report} />
          <Operations report={report} />
          <WaiverList report={report} />
          <PactList {...(report.pacts && { pacts: report.pacts })} />
          <OwnCheckList report={report} />
          <DefectLists report={report} />
          <Appendix report={report} />
        </main>
        <footer>
          {report.tool.name} {report.tool.version} · run <code>{report.run.id}</code> · plan{' '}
          <code>{report.planHash.slice(0, 12)}</code>
        </footer>
        <KeyHelp />
        <script dangerouslySetInnerHTML={{ __html: pageScript }} />
      </body>
    </html>
  );
}

function Operations({ report }: { readonly report: Report }): VNode | null {
  if (report.operations.length === 0) return null;
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
