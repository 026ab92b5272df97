import type { VNode } from 'preact';
import type { ReportHistory } from '../../model/history.ts';
import type { Report } from '../../model/report.ts';
import { historyLines } from '../history-lines.ts';
import { verdictLabels } from '../labels.ts';
import { operationAnchor } from './anchors.ts';
import { type PastVerdict, RunStrip } from './run-strip.tsx';

/** As many as fit beside a name. */
const SHOWN_RUNS = 30;

/** How the verdicts went over the runs that are kept. */
export function HistorySection({ report }: { readonly report: Report }): VNode | null {
  const { history } = report;
  if (history === undefined) return null;
  const [first, ...others] = historyLines(report);
  return (
    <section id="history" aria-labelledby="history-title" data-whole>
      <h2 id="history-title">Over the runs</h2>
      <p>{first}.</p>
      {others.length === 0 ? null : (
        <ul class="fields">
          {others.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {history.runs.length < 2 ? null : <Trend report={report} history={history} />}
    </section>
  );
}

function Trend({ report, history }: { readonly report: Report; readonly history: ReportHistory }): VNode {
  const runs = history.runs.slice(-SHOWN_RUNS);
  return (
    <figure class="chart">
      <table class="trend">
        <caption class="unseen">Verdicts run by run, the oldest first</caption>
        <thead>
          <tr>
            <th scope="col">Operation</th>
            <th scope="col">{runs.length} runs, the oldest first</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">the whole</th>
            <td data-label="Runs">
              <RunStrip runs={runs} />
            </td>
          </tr>
          {report.operations.map(({ operation }) => (
            <tr key={operation} data-row={operation}>
              <th scope="row">
                <a href={`#${operationAnchor(operation)}`}>{operation}</a>
              </th>
              <td data-label="Runs">
                <RunStrip runs={verdictsOf(runs, operation)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <figcaption>
        {Object.values(verdictLabels)
          .map(({ glyph, word }) => `${glyph} ${word}`)
          .join(' · ')}{' '}
        · a dot where it was not judged
      </figcaption>
    </figure>
  );
}

function verdictsOf(runs: ReportHistory['runs'], operation: string): readonly PastVerdict[] {
  return runs.map(({ run, startedAt, operations }) => ({
    run,
    startedAt,
    verdict: operations.find((each) => each.operation === operation)?.verdict ?? null,
  }));
}
