import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Report } from '../model/report.ts';
import { Dossiers, dossierTexts } from './html/dossier-fold.tsx';
import { Page } from './html/page.tsx';
import { inertReport } from './inert-report.ts';
import type { Reporter } from './reporter.ts';

/** One self-contained page that needs neither a network nor a script. */
const html: Reporter = {
  name: 'html',
  title: 'A page for people, offline and in one file',
  file: 'index.html',
  render: (report) => `<!doctype html>\n${renderToString(pageOf(report))}\n`,
};

export default html;

function pageOf(report: Report): VNode {
  return (
    <Dossiers.Provider value={dossierTexts(report)}>
      <Page report={inertReport(report)} />
    </Dossiers.Provider>
  );
}
