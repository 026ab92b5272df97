import { renderToString } from 'preact-render-to-string';
import { Page } from './html/page.tsx';
import { inertReport } from './inert-report.ts';
import type { Reporter } from './reporter.ts';

/** One self-contained page that needs neither a network nor a script. */
const html: Reporter = {
  name: 'html',
  title: 'A page for people, offline and in one file',
  file: 'index.html',
  render: (report) => `<!doctype html>\n${renderToString(<Page report={inertReport(report)} />)}\n`,
};

export default html;
