import type { Report } from '../model/report.ts';
import { inertLineReport } from './inert-report.ts';
import type { Reporter } from './reporter.ts';
import { sarifRun } from './sarif/sarif-run.ts';

/** SARIF 2.1.0: one result a finding, where a spec or a pact file says what it was judged by. */
const sarif: Reporter = {
  name: 'sarif',
  title: 'SARIF 2.1.0, for code scanning: each finding at its line of the spec',
  file: 'report.sarif',
  render: (report) => `${JSON.stringify(sarifLog(inertLineReport(report)), null, 2)}\n`,
};

export default sarif;

function sarifLog(report: Report): unknown {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [sarifRun(report)],
  };
}
