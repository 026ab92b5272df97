import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Report } from '../model/report.ts';
import { HandOverTexts, handOverTexts } from './html/hand-over-texts.ts';
import { Page } from './html/page.tsx';
import { KeptOnPage, keptOnPage } from './html/page-budget.ts';
import { inertReport } from './inert-report.ts';
import type { Reporter } from './reporter.ts';

/** One self-contained page that needs no network; its script adds comfort, and what it tells is there without. */
const html: Reporter = {
  name: 'html',
  title: 'A page for people, offline and in one file',
  file: 'index.html',
  render: (report) => `<!doctype html>\n${renderToString(pageOf(report))}\n`,
};

export default html;

function pageOf(report: Report): VNode {
  const inert = inertReport(report);
  return (
    <HandOverTexts.Provider value={handOverTexts(report)}>
      <KeptOnPage.Provider value={keptOnPage(inert)}>
        <Page report={inert} />
      </KeptOnPage.Provider>
    </HandOverTexts.Provider>
  );
}
